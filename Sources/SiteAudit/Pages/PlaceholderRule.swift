import MarketData

/// Text that a program or an author left behind.
///
/// Code is not prose and may hold anything.
enum PlaceholderRule: PageRule {
  private static let code = [
    "code", "pre", "kbd", "samp", "var", "script", "math", "annotation",
  ]
  private static let shown: Set<String> = ["alt", "title", "aria-label", "placeholder"]

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    var isCode = [Bool](repeating: false, count: page.tags.count)
    for index in code.flatMap(page.indices(named:)) {
      for inner in index..<page.outline.inside(index).upperBound { isCode[inner] = true }
    }
    for run in page.outline.runs where !isCode[run.owner] {
      report(run.text, at: page.tags[run.owner], &findings)
    }
    for (index, tag) in page.tags.enumerated() where !isCode[index] {
      for attribute in tag.attributes
      where shown.contains(attribute.name) || (tag.name == "meta" && attribute.name == "content") {
        report(attribute.value, at: tag, &findings)
      }
    }
  }

  private static func report(_ text: String, at tag: XMLStartTag, _ findings: inout Findings) {
    guard let leftover = LeftoverText.find(in: text) else { return }
    findings.add(
      .placeholder, at: tag.location, "the text holds `\(leftover)`, which looks left behind",
      "Print the value or the words that are meant.")
  }
}
