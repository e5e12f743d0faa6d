import MarketData

/// A page has a title of its own: the name of its tab, its bookmark and its line in a search.
enum TitleRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    guard title(of: page) == nil else { return }
    findings.add(
      .missingTitle, at: page.start, "the page has no title",
      "Give its <head> a <title> with words.")
  }

  /// The title in the head; drawings have titles too.
  ///
  /// `nil` when there is none with words.
  static func title(of page: PageDocument) -> PageFacts.Place? {
    guard let head = page.indices(named: "head").first else { return nil }
    let inside = page.outline.inside(head)
    guard let index = page.indices(named: "title").first(where: inside.contains) else { return nil }
    let words = page.outline.words(in: index)
    return words.isEmpty ? nil : PageFacts.Place(text: words, location: page.tags[index].location)
  }

  /// Titles that two pages share.
  static func checkUnique(_ pages: [PageFacts], _ findings: inout Findings) {
    var owners: [String: String] = [:]
    for page in pages {
      guard let title = page.title else { continue }
      if let owner = owners[title.text] {
        findings.add(
          .duplicateTitle, at: title.location,
          "the title `\(title.text)` is also that of \(owner)", "Give each page a title of its own."
        )
      } else {
        owners[title.text] = page.path
      }
    }
  }
}
