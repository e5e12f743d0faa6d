import MarketData

/// Pictures have words in their place.
enum ImageRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let areas = page.tags(named: "area").filter { $0["href"] != nil }
    let buttons = page.tags(named: "input").filter { $0["type"] == "image" }
    for tag in page.tags(named: "img") + areas + buttons where tag["alt"] == nil {
      findings.add(
        .missingAlternative, at: tag.location, "an image has no alternative text",
        "Add an `alt` attribute.")
    }
  }
}
