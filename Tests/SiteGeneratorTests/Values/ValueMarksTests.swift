import MarketData
import Testing

@testable import SiteGenerator

@Suite struct ValueMarksTests {
  private let values = ValueCatalogue([
    NamedValue(
      name: "book.netVega", title: "Net vega", text: "\u{2212}$84 per vol point",
      quantity: .number(-84.25), previous: nil,
      previousText: nil, unit: .dollarsPerVolPoint, decimals: 0,
      origin: .modelled, formula: .vega),
    NamedValue(
      name: "stage", title: "Stage", text: "layer 1", quantity: .words("layer 1"), previous: nil,
      previousText: nil, unit: .none, decimals: 0, origin: .derived, formula: .ruleTable),
  ])

  private func marked(_ text: String) throws -> String {
    var problems: [Diagnostic] = []
    let prose = try prose(text)
    let result = ValueReferences.substituted(
      in: prose, values: values, marks: true, into: &problems)
    #expect(problems.isEmpty)
    return result.markdown
  }

  @Test(arguments: [
    ("{{ stage }}", true), ("a {{ stage }} b", true), ("**{{ stage }}**", true),
    ("({{ stage }})", true), ("| {{ stage }} |", true), ("“{{ stage }}”", true),
    ("`{{ stage }}`", false), ("`a {{ stage }}`", false), ("`a` {{ stage }}", true),
    ("`a\nb {{ stage }}`", false), ("`a\n\nb {{ stage }}", true),
    ("[x]({{ stage }})", false), ("</a/{{ stage }}>", false), ("a{{ stage }}", false),
    ("```\n{{ stage }}\n```", false), ("```\na\n```\n{{ stage }}", true),
    ("~~~~ note\n~~~\n{{ stage }}", false), ("> ```\n> {{ stage }}", false),
    ("``` {{ stage }}", false), ("\(ValueMarks.start) {{ stage }}", false),
  ])
  func onlyRunningTextIsMarked(text: String, isMarked: Bool) throws {
    let result = try marked(text)
    #expect(result.contains("\(ValueMarks.start)\u{E001}layer 1\(ValueMarks.end)") == isMarked)
    #expect(result.contains("layer 1"))
  }

  @Test func marksBecomeElementsInTextAndVanishElsewhere() throws {
    let text = try marked("{{ stage }}, {{ book.netVega }}")
    #expect(
      ValueMarks.markup("<p>\(text)</p>", values)
        == "<p><data value=\"layer 1\" data-name=\"stage\">layer 1</data>, <data value=\"-84.25\" "
        + "data-name=\"book.netVega\">\u{2212}$84 per vol point</data></p>")
    #expect(
      ValueMarks.markup("<img alt=\"\(text)\"><svg><text>\(text)</text></svg>", values)
        == "<img alt=\"layer 1, \u{2212}$84 per vol point\">"
        + "<svg><text>layer 1, \u{2212}$84 per vol point</text></svg>")
    #expect(ValueMarks.removed(from: text) == "layer 1, \u{2212}$84 per vol point")
  }

  @Test(arguments: [
    ("<p>\u{2212}$1\u{202F}910.</p>", "<p><span class=\"nw\">\u{2212}$1\u{202F}910</span>.</p>"),
    (
      "a \u{2212}$84.5 b \u{2212}2 \u{2212}$3",
      "a <span class=\"nw\">\u{2212}$84.5</span> b "
        + "\u{2212}2 <span class=\"nw\">\u{2212}$3</span>"
    ),
    ("<svg><text>\u{2212}$3</text></svg>", "<svg><text>\u{2212}$3</text></svg>"),
    ("<a title=\"\u{2212}$3\">x</a>", "<a title=\"\u{2212}$3\">x</a>"), ("$3", "$3"), ("", ""),
  ])
  func aMinusStaysWithItsDollars(html: String, expected: String) {
    #expect(Markup.keepingSigns(in: html) == expected)
  }
}
