/// What became of a Markdown text: the page's markup and everything a site needs to know about it.
public struct MarkdownDocument: Hashable, Sendable {
  /// The markup: block elements, each line ended by a newline; empty for an empty text.
  public var html: String
  /// The headings in reading order.
  public var headings: [MarkdownHeading]
  /// The links and images in the order in which they are met, refused ones included.
  ///
  /// Those within footnotes come after those of the text.
  public var links: [MarkdownLink]
  /// The footnotes that are referred to, by number.
  public var footnotes: [MarkdownFootnote]
  /// The words of the text without markup, for a search index or a summary.
  ///
  /// Each block, list item and table row is a line; cells are separated by tabs; images give their
  /// alternative text; directives and display mathematics give nothing; footnotes come last.
  public var plainText: String
  /// Every fault, in reading order.
  public var problems: [MarkdownProblem]
}

/// A heading of a text.
public struct MarkdownHeading: Hashable, Sendable {
  /// The level, 1...6.
  public var level: Int
  /// The words of the heading without markup and footnote references; may be empty.
  public var text: String
  /// The value of its `id` attribute, unique in the text; empty when ids are off.
  public var identifier: String
  /// Where it begins.
  public var position: SourcePosition
}

/// A link or an image of a text, to be resolved and checked by the caller.
public struct MarkdownLink: Hashable, Sendable {
  /// What the link is for.
  public enum Kind: Hashable, Sendable {
    /// `[text](address)`, `[text][label]` or `<https://address>`.
    case link
    /// `![alternative](address)`.
    case image
  }

  /// Whether the address is gone to or shown.
  public var kind: Kind
  /// The address after entities and escapes were decoded, as it was written otherwise.
  public var destination: String
  /// The title, empty for none.
  public var title: String
  /// Where it begins.
  public var position: SourcePosition

  /// Creates a link.
  public init(kind: Kind, destination: String, title: String = "", position: SourcePosition) {
    self.kind = kind
    self.destination = destination
    self.title = title
    self.position = position
  }
}

/// A footnote that stands on the page.
public struct MarkdownFootnote: Hashable, Sendable {
  /// The number shown, from 1, in the order of the first references.
  public var number: Int
  /// The name that the author gave it.
  public var label: String
  /// The value of its `id` attribute.
  public var identifier: String
  /// How often it is referred to, at least once.
  public var references: Int
  /// Where its definition begins.
  public var position: SourcePosition
}

/// A fenced block that asks for something computed, such as a figure.
public struct MarkdownDirective: Hashable, Sendable {
  /// The first word after the fence.
  public var name: String
  /// What follows the name on the fence's line, without spaces at its ends; may be empty.
  public var argument: String
  /// The lines between the fences, each ended by a newline; empty for none.
  public var body: String
  /// Where the opening fence begins.
  public var position: SourcePosition
  /// Where the first line of the body begins, after the marks of quotations and lists around it.
  public var bodyPosition: SourcePosition

  /// Creates a directive.
  public init(
    name: String, argument: String = "", body: String, position: SourcePosition,
    bodyPosition: SourcePosition
  ) {
    self.name = name
    self.argument = argument
    self.body = body
    self.position = position
    self.bodyPosition = bodyPosition
  }
}

/// A formula in TeX.
public struct MarkdownMath: Hashable, Sendable {
  /// The TeX source, without the marks around it.
  public var source: String
  /// Whether the formula is a block of its own (a fenced block `math`) or stands in a line.
  public var isDisplay: Bool
  /// Where the source begins.
  public var position: SourcePosition

  /// Creates a formula.
  public init(source: String, isDisplay: Bool, position: SourcePosition) {
    self.source = source
    self.isDisplay = isDisplay
    self.position = position
  }
}
