import MarketData

/// Headings make an outline: one of the first level, and no level skipped on the way down.
enum HeadingRule: PageRule {
  private static let levels = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6]

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let main = page.tags(named: "h1")
    if main.isEmpty {
      findings.add(
        .mainHeading, at: page.start, "the page has no <h1>", "Give it one heading that names it.")
    }
    for heading in main.dropFirst() {
      findings.add(
        .mainHeading, at: heading.location, "the page has a second <h1>",
        "Make it a heading of a lower level.")
    }
    let headings = levels.keys.flatMap(page.indices(named:)).sorted().map { page.tags[$0] }
    for (upper, heading) in zip(headings, headings.dropFirst()) {
      guard let above = levels[upper.name], let level = levels[heading.name], level > above + 1
      else { continue }
      findings.add(
        .headingOrder, at: heading.location, "<\(heading.name)> follows <\(upper.name)>",
        "Make it <h\(above + 1)>, so that no level is skipped.")
    }
  }
}
