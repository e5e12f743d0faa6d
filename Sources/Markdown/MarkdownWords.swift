/// The words that the renderer itself writes on a page, English by default.
public struct MarkdownWords: Hashable, Sendable {
  /// The name of the section of footnotes.
  public var footnotes = "Footnotes"
  /// The label of a reference; the number follows.
  public var footnote = "Footnote"
  /// The label of a link from a footnote back to the text; number and letter follow.
  public var backToReference = "Back to reference"
  /// The label of a heading's link to itself; the heading follows.
  public var linkToSection = "Link to section"
  /// The label of the box in which a table scrolls.
  public var table = "Table"
  /// The label of an open task's box.
  public var openTask = "Not done"
  /// The label of a completed task's box.
  public var completedTask = "Done"
  /// The heading words of callouts, by the lower-case word between `[!` and `]`.
  public var callouts: [String: String] = [
    "note": "Note", "example": "Example", "warning": "Warning", "tip": "Tip",
    "important": "Important", "caution": "Caution",
  ]

  /// Creates the English words.
  public init() {}
}
