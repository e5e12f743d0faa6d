import Testing

@testable import SiteGenerator

@Suite struct ValueReferencesTests {
  private let values = ["spx.close": "2,012.66", "spx.change": "−1.53 %", "stage": "layer 1"]

  private func substitute(
    _ text: String, line: Int = 1, values: [String: String]? = nil
  ) throws -> (result: String, problems: [String]) {
    let prose = try prose(text, line: line)
    return collecting {
      ValueReferences.substitute(in: prose, values: table(values ?? self.values), into: &$0)
    }
  }

  @Test(arguments: [
    ("", ""), ("none", "none"), ("{{ stage }}", "layer 1"), ("{{stage}}", "layer 1"),
    ("a {{ spx.close }} b {{ spx.change }}.", "a 2,012.66 b −1.53 %."),
    ("{ {stage} }", "{ {stage} }"), ("{{ stage", "{{ stage"), ("{{ stage\n}}", "{{ stage\n}}"),
    ("a {{ stage }}\nb {{ stage }}\n", "a layer 1\nb layer 1\n"), ("{", "{"), ("{{", "{{"),
    ("Größe {{ stage }}", "Größe layer 1"),
  ])
  func namesAreReplacedByTheirValues(text: String, expected: String) throws {
    let (result, problems) = try substitute(text)
    #expect(result == expected)
    #expect(problems.isEmpty)
  }

  /// A reference that is not closed is text; the next one still counts.
  @Test func aReferenceThatIsNotClosedDoesNotHideTheNext() throws {
    #expect(try substitute("{{ a\nb {{ stage }}").result == "{{ a\nb layer 1")
  }

  @Test func anUnknownNameIsReportedAtItsPlaceWithTheNearest() throws {
    let (result, problems) = try substitute(
      "one\ntwo {{ spx.close }} {{ spx.clse }} x\n{{ q }}", line: 7)
    #expect(result == "one\ntwo 2,012.66  x\n")
    #expect(
      problems == [
        "x.md:8:21: error: unknown value `spx.clse`. Did you mean `spx.close`?",
        "x.md:9:1: error: unknown value `q`. Known values: spx.change, spx.close, stage.",
      ])
  }

  /// A column counts characters, not bytes (`SourceLocation`).
  @Test func columnsCountCharacters() throws {
    #expect(
      try substitute("Größe – {{ stag }}").problems
        == ["x.md:1:9: error: unknown value `stag`. Did you mean `stage`?"])
  }

  @Test func aPageWithoutValuesSaysSo() throws {
    #expect(
      try substitute("{{ stage }}", values: [:]).problems == [
        "x.md:1:1: error: unknown value `stage`. "
          + "The page has no session whose values it could print; remove the reference."
      ])
  }

  @Test func aValueIsNotSearchedForFurtherNames() throws {
    #expect(try substitute("{{ a }}", values: ["a": "{{ a }}"]).result == "{{ a }}")
  }

  @Test(arguments: [
    ("{{ spx.close | 0 }}", "2\u{202F}013"), ("{{spx.change|1 decimal, unsigned}}", "1.5\u{202F}%"),
    ("\\{{ stage }}", "{{ stage }}"), ("`\\{{ x }}`", "`{{ x }}`"),
    ("{{ literal: 20.75 }}", "20.75"), ("{{literal:  −$1 200 }}.", "−$1 200."),
    ("{{ assert stage is 1: so }}", "so"), ("{{assert stage is 1:so}}.", "so."),
    ("a {{ assert stage is 1: at {{ stage }} }}, b", "a at layer 1, b"),
    ("{{ assert stage is 1: one\ntwo }} three", "one\ntwo three"),
    ("> {{ assert stage is 1: one\n> two }}", "> one\n> two"),
    ("{{ assert stage is \"layer 1\": *so* }}", "*so*"),
    ("{{ assert stage is 1: a }} {{ assert stage is 1: b }}", "a b"), ("}}", "}}"),
    ("{{ assertion }", "{{ assertion }"),
  ])
  func formatsLiteralsAndAssertionsArePrinted(text: String, expected: String) throws {
    let (result, problems) = try substitute(text)
    #expect(result == expected)
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: [
    (
      "Größe {{ assert stage is 2: at {{ stage }} }}",
      "1:7: error: “at layer 1” says stage is 2, but stage is layer 1. "
        + "Correct the words, or the data when they are wrong."
    ),
    (
      "a\n{{ assert spx.close > 3: a\nb }} {{ stag }}",
      "3:6: error: unknown value `stag`. Did you mean `stage`?"
    ),
    (
      "a {{ assert stag is 1: b }}",
      "1:13: error: unknown value `stag`. Did you mean `stage`?"
    ),
    (
      "{{ assert stage is 1 }}",
      "1:1: error: the assertion has no words behind its condition. Write "
        + "`{{ assert condition: words }}`; condition, colon and first word stand on one line."
    ),
    (
      "{{ assert stage is 1:\nb }}",
      "1:1: error: the assertion has no words behind its condition. Write "
        + "`{{ assert condition: words }}`; condition, colon and first word stand on one line."
    ),
    (
      "{{ assert stage is 1: a\n\nb }}",
      "1:1: error: the assertion is not closed in its paragraph. Write `}}` behind its last word; "
        + "for several paragraphs use a block `assert`."
    ),
    (
      "{{ assert stage is 1: a\n  }} b",
      "2:3: error: the closing braces of the assertion begin a line. "
        + "Write them on the line of its last word."
    ),
    (
      "{{ assert stage is 1: a {{ assert stage is 1: b }} }}",
      "1:25: error: an assertion cannot stand within another. Close the outer one with `}}` first, "
        + "or join the conditions by `and`."
    ),
    (
      "{{ spx.close | precise }}",
      "1:1: error: unknown format `precise`. Known formats: 0 decimals to 6 decimals, signed, "
        + "unsigned, no unit, words; for dates day, weekday, iso."
    ),
  ])
  func faultsAreReportedAtTheirPlace(text: String, expected: String) throws {
    #expect(try substitute(text).problems.first == "x.md:\(expected)")
  }

  /// What stands behind an assertion is still reported where it stands in the file.
  @Test func columnsBehindAnAssertionAreThoseOfTheFile() throws {
    let (_, problems) = try substitute("{{ assert stage is 1: at {{ stage }}   }} {{ q1 }}")
    #expect(problems.map { $0.prefix(9) } == ["x.md:1:43"])
  }
}
