/// One fault of a Markdown text: where it is, what is wrong, and what to do about it.
///
/// Rendering never stops at a fault: the page is complete, what is refused stands in it as text, and
/// the problems say everything that an author has to correct, in reading order.
public struct MarkdownProblem: Error, Hashable, Sendable {
  /// The kinds of fault; the raw values are stable names that scripts may rely on.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// NUL characters, which were replaced by U+FFFD.
    case nulCharacter = "nul-character"
    /// Bytes that are not UTF-8, which were replaced by U+FFFD.
    case invalidUTF8 = "invalid-utf8"
    /// Raw HTML that the configuration does not allow; it stands on the page as text.
    case rawHTML = "raw-html"
    /// An allowed element that is not closed where it was opened; it was closed there.
    case unclosedElement = "unclosed-element"
    /// A link or image whose address could run code or leave the web; only its text is shown.
    case unsafeLink = "unsafe-link"
    /// A link within the text of another link; only its text is shown.
    case nestedLink = "nested-link"
    /// An image without an alternative text.
    case imageWithoutAlternative = "image-without-alternative"
    /// A reference to a footnote that is not defined; it stands on the page as text.
    case undefinedFootnote = "undefined-footnote"
    /// A footnote that nothing refers to; it is not on the page.
    case unusedFootnote = "unused-footnote"
    /// A second definition of a footnote; the first one counts.
    case duplicateFootnote = "duplicate-footnote"
    /// A footnote reference within a link's text, where no second link can be.
    case footnoteInLink = "footnote-in-link"
    /// A table row with fewer cells than the header row; empty cells were added.
    case shortRow = "short-row"
    /// A table row with more cells than the header row; the last ones are not on the page.
    case longRow = "long-row"
    /// A quotation that begins with `[!WORD]` but is no callout: an unknown word, or text behind it.
    case unknownCallout = "unknown-callout"
    /// A directive's fence that is not closed, so that the rest of the text belongs to it.
    case unclosedDirective = "unclosed-directive"
  }

  /// Whether the page says what the author wrote.
  public enum Severity: String, Hashable, Sendable {
    /// Something is not on the page as it was written.
    case error
    /// The page was made from a guess that is most likely right.
    case warning
  }

  /// The kind of fault.
  public var code: Code
  /// Where the fault begins.
  public var position: SourcePosition
  /// What is wrong, without a closing period.
  public var message: String
  /// What to do about it, as one or more sentences.
  public var remedy: String

  /// Creates a problem.
  public init(code: Code, position: SourcePosition, message: String, remedy: String) {
    self.code = code
    self.position = position
    self.message = message
    self.remedy = remedy
  }

  /// An error, except for a row that is too short, which loses nothing.
  public var severity: Severity {
    code == .shortRow ? .warning : .error
  }
}

extension MarkdownProblem: CustomStringConvertible {
  /// `line:column: error: message. remedy`, to follow a file's name and a colon.
  public var description: String {
    "\(position.line):\(position.column): \(severity.rawValue): \(message). \(remedy)"
  }
}
