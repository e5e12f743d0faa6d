import MarketData

/// Figures are accessible by construction: a drawing has a title and a description that name it and
/// no colour or style of its own, and a figure has the table of its values.
enum FigureRule: PageRule {
  /// Elements whose text the rules of figures need.
  static let texts: Set<String> = ["text", "tspan", "title", "desc"]

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    for index in page.indices(named: "svg") where page.tags[index]["role"] == "img" {
      names(page, index, &findings)
      styles(page.tags[page.outline.inside(index)], &findings)
    }
    for index in page.indices(named: "figure") {
      let inside = page.tags[page.outline.inside(index)]
      guard inside.contains(where: { $0.name == "svg" }),
        !inside.contains(where: { $0.name == "table" })
      else { continue }
      findings.add(
        .figureTable, at: page.tags[index].location, "the figure has no table of its values",
        "Print the chart’s table under it.")
    }
  }

  private static func names(_ page: PageDocument, _ index: Int, _ findings: inout Findings) {
    let svg = page.tags[index]
    let names = Set((svg["aria-labelledby"] ?? "").split(separator: " ").map(String.init))
    let inside = page.outline.inside(index)
    // A sparkline is one line in a list; its name says all it shows.
    for element in svg["class"] == "sp" ? ["title"] : ["title", "desc"] {
      // The two drawings of a figure share one description.
      let candidates = page.indices(named: element)
        .filter { element == "desc" || inside.contains($0) }
      let named = candidates.map { page.tags[$0] }.first { names.contains($0["id"] ?? "") }
      if named?.text.contains(where: { !$0.isWhitespace }) == true { continue }
      findings.add(
        .figureName, at: svg.location, "the drawing is not named by a <\(element)>",
        "Give it a <\(element)> with words and name its id in aria-labelledby.")
    }
  }

  private static func styles(_ tags: ArraySlice<XMLStartTag>, _ findings: inout Findings) {
    for tag in tags {
      guard let own = ["style", "fill", "stroke", "color"].first(where: { tag[$0] != nil })
      else { continue }
      findings.add(
        .figureStyle, at: tag.location, "`\(own)` gives a part of a drawing a look of its own",
        "Give it a class; the stylesheet has a palette for each light.")
    }
  }
}
