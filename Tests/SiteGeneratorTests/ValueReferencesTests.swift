import Testing

@testable import SiteGenerator

@Suite struct ValueReferencesTests {
  private let values = ["spx.close": "2,012.66", "spx.change": "−1.53 %", "stage": "layer 1"]

  private func substitute(
    _ text: String, line: Int = 1, values: [String: String]? = nil
  ) throws -> (result: String, problems: [String]) {
    let prose = try prose(text, line: line)
    return collecting {
      ValueReferences.substitute(
        in: prose, values: ValueCatalogue(texts: values ?? self.values), into: &$0)
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
}
