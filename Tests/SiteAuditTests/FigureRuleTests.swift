import MarketData
import Testing

@testable import SiteAudit

/// The lint of figures, each rule broken once.
@Suite struct FigureRuleTests {
  private static let table = "<table aria-label=\"Values\"><tr><td>1</td></tr></table>"
  private static let head =
    "<svg class=\"w\" viewBox=\"0 0 640 100\" role=\"img\" aria-labelledby=\"t d\">"
    + "<title id=\"t\">Title</title><desc id=\"d\">Words</desc>"

  private func check(_ figure: String) throws -> [String] {
    try AuditedSite(body: figure).problems().map(\.description)
  }

  private func figure(_ inside: String, table: String = table) -> String {
    "<figure>\(inside)\(table)</figure>"
  }

  @Test func aGoodFigureHasNoFault() throws {
    let words =
      "<text x=\"10\" y=\"20\">left</text><text x=\"630\" y=\"20\" text-anchor=\"end\">right</text>"
    #expect(try check(figure(Self.head + words + "</svg>")) == [])
  }

  @Test func theNarrowDrawingMayNameTheDescriptionOfTheWideOne() throws {
    let narrow =
      "<svg class=\"n\" viewBox=\"0 0 320 100\" role=\"img\" aria-labelledby=\"u d\">"
      + "<title id=\"u\">Title</title></svg>"
    #expect(try check(figure(Self.head + "</svg>" + narrow)) == [])
  }

  @Test func aDrawingWithoutTitleOrDescriptionIsReported() throws {
    let bare = "<svg class=\"w\" viewBox=\"0 0 640 100\" role=\"img\" aria-labelledby=\"t d\">"
    #expect(
      try check(figure(bare + "<title id=\"t\"> </title></svg>")) == [
        "index.html:4:9: error: `aria-labelledby` names the id `d`, which the page does not have. "
          + "Correct the id, or give it to the element that is meant.",
        "index.html:4:9: error: the drawing is not named by a <desc>. "
          + "Give it a <desc> with words and name its id in aria-labelledby.",
        "index.html:4:9: error: the drawing is not named by a <title>. "
          + "Give it a <title> with words and name its id in aria-labelledby.",
      ])
  }

  @Test func aFigureWithoutItsTableIsReported() throws {
    #expect(
      try check(figure(Self.head + "</svg>", table: "")) == [
        "index.html:4:1: error: the figure has no table of its values. "
          + "Print the chart’s table under it."
      ])
  }

  @Test(arguments: ["fill", "stroke", "color"])
  func aLookOfItsOwnIsReported(name: String) throws {
    let problems = try check(figure(Self.head + "<path \(name)=\"red\" d=\"M0 0h1\"/></svg>"))
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasSuffix(
        "error: `\(name)` gives a part of a drawing a look of its own. "
          + "Give it a class; the stylesheet has a palette for each light.") == true)
  }

  @Test func labelsOverEachOtherAndOverTheEdgeAreReported() throws {
    let words =
      "<text x=\"10\" y=\"20\">one label</text><text y=\"22\"><tspan x=\"30\">two</tspan>"
      + "<tspan x=\"630\">three labels</tspan></text>"
    let problems = try check(figure(Self.head + words + "</svg>"))
    #expect(
      problems.map { $0.drop { $0 != " " } } == [
        " error: the labels `one label` and `two` overlap. Move or leave out one of them.",
        " error: the label `three labels` is cut off by the edge of its drawing. "
          + "Shorten it or leave more room.",
      ])
  }

  @Test func aHeavyFigureIsReported() throws {
    let path = "<path d=\"M0 0" + String(repeating: "h1", count: 6200) + "\"/>"
    let problems = try check(figure(Self.head + path + "</svg>"))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("the drawings of the figure weigh 12") == true)
    #expect(
      problems.first?.hasSuffix("A figure has at most 12288; draw fewer points or marks.") == true)
  }

  @Test func paleColoursAreReported() throws {
    let css = """
      :root { --paper: #ffffff; --ink: #777777; --muted: #767676; }
      @media (prefers-color-scheme: dark) { :root { --paper: #000; --ink: #fff; } }
      """
    let problems = try AuditedSite(["assets/style.css": css]).problems().map(\.description)
    // 4.48 and 4.54 to 1 are the ratios on either side of the bound.
    #expect(
      problems == [
        "assets/style.css:1:1: error: --ink on --paper has a contrast of 4.48 to 1 in the light. "
          + "Choose a colour with at least 4.5 to 1."
      ])
  }
}
