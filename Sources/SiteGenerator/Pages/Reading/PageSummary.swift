/// What stands for a page in previews and search when its author gave no summary: how its text begins.
enum PageSummary {
  /// Characters that previews show; a longer beginning ends after a sentence or a word within them.
  static let limit = 200

  /// The first paragraph of rendered prose in plain words, shortened; empty without a paragraph.
  static func beginning(of html: String) -> String {
    guard let start = html.firstRange(of: "<p>"),
      let end = html[start.upperBound...].firstRange(of: "</p>")
    else { return "" }
    return shortened(Markup.plainText(withoutMarks(html[start.upperBound..<end.lowerBound])))
  }

  /// Markup without raised text, which is the numbers of footnotes.
  private static func withoutMarks(_ html: Substring) -> String {
    var result = ""
    var rest = html
    while let start = rest.firstRange(of: "<sup"),
      let end = rest[start.upperBound...].firstRange(of: "</sup>")
    {
      result += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func shortened(_ text: String) -> String {
    guard text.count > limit else { return text }
    let beginning = text.prefix(limit)
    if let sentence = beginning.ranges(of: ". ").last {
      return String(beginning[..<sentence.lowerBound]) + "."
    }
    let words = beginning.lastIndex(of: " ").map { beginning[..<$0] } ?? beginning.dropLast()
    return words + "…"
  }
}
