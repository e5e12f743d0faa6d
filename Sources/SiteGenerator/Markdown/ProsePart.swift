import Markdown

/// What a Markdown text is a part of, which decides what may stand in it.
enum ProsePart: Hashable {
  /// The text of a page.
  case page
  /// The text in the box with this number: figures and tables may stand in it.
  case box(Int)
  /// A shorter text with a number, such as a table, an option or an answer.
  case remark(Int)

  /// Names of fenced blocks that are directives rather than code.
  static let directives: Set<String> = [
    "assert", "example", "figure", "note", "quiz", "table",
  ]

  /// Whether a directive may stand here; boxes do not stand in boxes.
  func allows(_ directive: String) -> Bool {
    switch self {
    case .page: true
    case .box: directive == "figure" || directive == "table"
    case .remark: false
    }
  }

  /// How the text is read.
  ///
  /// Within a page's text, footnotes stand at the end of their part, and headings are no anchors.
  ///
  /// - Parameter html: the elements of raw HTML that may stand in it.
  /// - Returns: extensions, directives and ids for the part.
  func configuration(html: Set<String>) -> MarkdownConfiguration {
    var configuration = MarkdownConfiguration(
      rawHTML: .elements(html), directives: Self.directives)
    switch self {
    case .page: break
    case .box(let number), .remark(let number):
      configuration.extensions.subtract([.headingIdentifiers, .headingAnchors])
      configuration.footnotePrefix = "box\(number)-"
    }
    return configuration
  }
}
