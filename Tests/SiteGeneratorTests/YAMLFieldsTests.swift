import MarketData
import Quant
import Testing

@testable import SiteGenerator

@Suite struct YAMLFieldsTests {
  @Test func anEmptyTextIsAnEmptyMapping() throws {
    var fields = try fields("")
    let (text, problems) = collecting { fields.text("title", into: &$0) }
    #expect(text == nil)
    #expect(problems.isEmpty)
    #expect(collecting { fields.finish(into: &$0) }.problems.isEmpty)
  }

  @Test func textIsTheScalarAsWritten() throws {
    var fields = try fields(
      "a: plain\nb: \"quoted: \\\"x\\\"\"\nc: 007\nd: yes\ne:\nf: >-\n  two\n  lines\n")
    let (texts, problems) = collecting { problems in
      ["a", "b", "c", "d", "e", "f", "g"].map { fields.text($0, into: &problems) }
    }
    #expect(texts == ["plain", "quoted: \"x\"", "007", "yes", "", "two lines", nil])
    #expect(problems.isEmpty)
  }

  @Test func aListOrMappingIsNoText() throws {
    var fields = try fields("a: [1, 2]\nb:\n  c: d\n")
    let (texts, problems) = collecting { problems in
      ["a", "b"].map { fields.text($0, into: &problems) }
    }
    #expect(texts == [nil, nil])
    #expect(
      problems == [
        "x.md:2:4: error: `a` is a list or mapping, not a text. Write a text after `a:`.",
        "x.md:4:3: error: `b` is a list or mapping, not a text. Write a text after `b:`.",
      ])
  }

  @Test func aRequiredTextMustBeThereAndNotBeEmpty() throws {
    var fields = try fields("a: here\nb:\nc: ''\n")
    let (texts, problems) = collecting { problems in
      ["a", "b", "c", "d"].map { fields.requiredText($0, example: "E", into: &problems) }
    }
    #expect(texts == ["here", "", "", ""])
    #expect(
      problems == [
        "x.md:3:3: error: `b` is empty. Write a text, such as `b: E`.",
        "x.md:4:4: error: `c` is empty. Write a text, such as `c: E`.",
        "x.md:1:1: error: the key `d` is missing. Add a line `d: E`.",
      ])
  }

  @Test func aValueIsConvertedOrReportedAtItsPlace() throws {
    var fields = try fields("a: 12\nb:   twelve\n")
    let (values, problems) = collecting { problems in
      ["a", "b", "c"].map { fields.value($0, "a whole number", into: &problems) { Int($0) } }
    }
    #expect(values == [12, nil, nil])
    #expect(
      problems == [
        "x.md:3:6: error: `b` is `twelve`, not a whole number. Write a whole number after `b:`."
      ])
  }

  @Test func aRequiredValueMustBeThere() throws {
    var fields = try fields("a: 12\n")
    let (values, problems) = collecting { problems in
      ["a", "b"].map {
        fields.requiredValue($0, "a whole number", example: "1", into: &problems) { Int($0) }
      }
    }
    #expect(values == [12, nil])
    #expect(problems == ["x.md:1:1: error: the key `b` is missing. Add a line `b: 1`."])
  }

  @Test(arguments: [
    "2016-02-30", "2016-1-4", "04.01.2016", "2016-01-04T16:15:00Z", "2016-01-04 ,", "tomorrow",
  ])
  func onlyACalendarDateIsADate(text: String) throws {
    var fields = try fields("a: 2016-01-04\nb: \"\(text)\"\n")
    let (dates, problems) = collecting { problems in
      ["a", "b", "c"].map { fields.date($0, into: &problems) }
    }
    #expect(dates == [CalendarDate("2016-01-04"), nil, nil])
    #expect(
      problems == [
        "x.md:3:4: error: `b` is `\(text)`, not a date of the form YYYY-MM-DD. "
          + "Write a date of the form YYYY-MM-DD after `b:`."
      ])
  }

  @Test func onlyAWebAddressIsAnAddress() throws {
    var fields = try fields("a: https://x.y/\nb: http://x.y\nc: javascript:alert(1)\nd: /about/\n")
    let (addresses, problems) = collecting { problems in
      ["a", "b", "c", "d", "e"].map { fields.webAddress($0, into: &problems) }
    }
    #expect(addresses == ["https://x.y/", "http://x.y", nil, nil, nil])
    #expect(
      problems.first == "x.md:4:4: error: `c` is `javascript:alert(1)`, not an address that begins "
        + "with https:// or http://. Write an address that begins with https:// or http:// after `c:`."
    )
    #expect(problems.count == 2)
  }

  @Test func textsAreAListOfScalars() throws {
    var fields = try fields("a: [one, \"two\"]\nb: one\nc: [one, [two]]\n")
    let (texts, problems) = collecting { problems in
      ["a", "b", "c", "d"].map { fields.texts($0, into: &problems) }
    }
    #expect(texts == [["one", "two"], [], ["one"], []])
    #expect(
      problems == [
        "x.md:3:4: error: `b` is `one`, not a list of texts. Write a list of texts after `b:`.",
        "x.md:4:10: error: `c` is a list or mapping, not a list of texts. "
          + "Write a list of texts after `c:`.",
      ])
  }

  @Test func aListHoldsMappingsWithPlacesOfTheirOwn() throws {
    var fields = try fields("a:\n  - b: 1\n  - b: x\n  - c\n")
    let (values, problems) = collecting { problems in
      fields.list("a", into: &problems).map { entry in
        var entry = entry
        return entry.value("b", "a whole number", into: &problems) { Int($0) }
      }
    }
    #expect(values == [1, nil])
    #expect(
      problems == [
        "x.md:5:5: error: `a` is `c`, not a list of `key: value` groups. "
          + "Write a list of `key: value` groups after `a:`.",
        "x.md:4:8: error: `b` is `x`, not a whole number. Write a whole number after `b:`.",
      ])
  }

  /// Two groups that lack the same key are two faults, each at its group.
  @Test func aKeyMissingInAGroupIsReportedAtTheGroup() throws {
    var fields = try fields("a:\n  - b: 1\n  - b: 2\n    c: 3\n  - b: 4\n")
    let (_, problems) = collecting { problems in
      for var entry in fields.list("a", into: &problems) {
        _ = entry.requiredText("c", example: "3", into: &problems)
      }
    }
    #expect(
      problems == [
        "x.md:3:5: error: the key `c` is missing. Add a line `c: 3`.",
        "x.md:6:5: error: the key `c` is missing. Add a line `c: 3`.",
      ])
  }

  @Test func aGroupIsAMapping() throws {
    var fields = try fields("a:\n  b: 1\nc: 2\n")
    let (groups, problems) = collecting { problems in
      ["a", "c", "d"].map { key -> String? in
        var group = fields.group(key, into: &problems)
        return group?.text("b", into: &problems)
      }
    }
    #expect(groups == ["1", nil, nil])
    #expect(
      problems == [
        "x.md:4:4: error: `c` is `2`, not a group of `key: value` lines. "
          + "Write a group of `key: value` lines after `c:`."
      ])
  }

  @Test func keysNobodyAskedForAreReportedWithTheNearestKnownOne() throws {
    var fields = try fields("title: A\nsumary: B\ncolour: C\n")
    let (_, problems) = collecting { problems in
      _ = fields.text("title", into: &problems)
      _ = fields.text("summary", into: &problems)
      fields.finish(into: &problems)
    }
    #expect(
      problems == [
        "x.md:3:1: error: unknown key `sumary`. Did you mean `summary`?",
        "x.md:4:1: error: unknown key `colour`. Known keys: summary, title.",
      ])
  }

  @Test(arguments: [
    ("a: b: c\n", "x.md:2:5: error: bad YAML: mapping values are not allowed in this context."),
    ("a: [b\n", "x.md:3:1: error: bad YAML: did not find expected ',' or ']'."),
    ("a: \"b\n", "x.md:3:1: error: bad YAML: found unexpected end of stream."),
    ("\tb: c\n", "x.md:2:1: error: bad YAML: found character that cannot start any token."),
    ("a: *x\n", "x.md:2:4: error: bad YAML: found undefined alias."),
  ])
  func badYAMLIsReportedAtItsPlace(yaml: String, expected: String) {
    let (fields, problems) = collecting {
      YAMLFields(yaml: yaml, file: "x.md", lineOffset: 1, into: &$0)
    }
    #expect(fields == nil)
    let remedy =
      " Write `key: value` lines; quote a value that contains a colon or starts with a symbol."
    #expect(problems == [expected + remedy])
  }

  @Test func aKeyThatAppearsTwiceIsReported() {
    let (fields, problems) = collecting {
      YAMLFields(yaml: "a: 1\nb: 2\na: 3\n", file: "x.md", lineOffset: 1, into: &$0)
    }
    #expect(fields == nil)
    #expect(problems.count == 1)
    #expect(problems.first?.contains("bad YAML: the key `a` appears twice") == true)
  }

  @Test(arguments: ["- a\n- b\n", "just a text\n", "[a, b]\n"])
  func yamlThatIsNoMappingIsReported(yaml: String) {
    let (fields, problems) = collecting {
      YAMLFields(yaml: yaml, file: "x.md", lineOffset: 1, into: &$0)
    }
    #expect(fields == nil)
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix("x.md:2:1: error: the YAML is not a list of keys and values.")
        == true)
  }

  /// Nine levels of nine aliases each would be 387 million scalars if they were written out.
  @Test(.timeLimit(.minutes(1))) func nestedAliasesDoNotBlowUp() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(names)]\n"
    }
    let (_, problems) = collecting { problems in
      var fields = YAMLFields(yaml: yaml, file: "x.md", lineOffset: 1, into: &problems)
      _ = fields?.text("a8", into: &problems)
    }
    #expect(problems.count == 1)
  }

  @Test func tagsDoNotMakeObjects() throws {
    var fields = try fields("a: !!python/object:os.system [x]\nb: !!int twelve\n")
    let (texts, problems) = collecting { problems in
      ["a", "b"].map { fields.text($0, into: &problems) }
    }
    #expect(texts == [nil, "twelve"])
    #expect(problems.count == 1)
  }
}

@Suite struct YAMLControlCharacterTests {
  @Test func aControlCharacterIsReportedAtItsValue() throws {
    var problems: [Diagnostic] = []
    var fields = try #require(
      YAMLFields(yaml: "title: \"a\\x01b\"\n", file: "f.md", lineOffset: 1, into: &problems))
    #expect(fields.text("title", into: &problems) == nil)
    #expect(
      problems.map(\.description) == [
        "f.md:2:8: error: `title` holds a control character. Remove it, or write it in words."
      ])
  }
}
