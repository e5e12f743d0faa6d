/// What a Markdown text may contain and how it is written as HTML.
public struct MarkdownConfiguration: Hashable, Sendable {
  /// What becomes of HTML tags in a text.
  public enum RawHTML: Hashable, Sendable {
    /// Tags of the named elements (lower case) pass when they have no attribute; everything else is
    /// a problem and is shown as text.
    ///
    /// An element must be closed in the block, quotation or list item in which it was opened. Elements
    /// whose content is not text (`script`, `style`, `iframe` and the like) never pass.
    case elements(Set<String>)
    /// All HTML passes unchanged and unchecked. Only for text as trusted as a template.
    case unchecked
  }

  /// The addresses that links and images may have.
  public enum LinkSchemes: Hashable, Sendable {
    /// Relative addresses and those of the named schemes (lower case).
    case only(Set<String>)
    /// All addresses pass unchecked. Only for text as trusted as a template.
    case unchecked
  }

  /// The extensions of CommonMark, each of which can be left out.
  public struct Extensions: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: Int

    /// Creates a set from bits.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Pipe tables.
    public static let tables = Extensions(rawValue: 1)
    /// `[^name]` and `[^name]: text`.
    public static let footnotes = Extensions(rawValue: 2)
    /// `- [ ]` and `- [x]`.
    public static let taskLists = Extensions(rawValue: 4)
    /// `~~text~~`; a single tilde is a tilde.
    public static let strikethrough = Extensions(rawValue: 8)
    /// `> [!NOTE]`.
    public static let callouts = Extensions(rawValue: 16)
    /// An image with a title that is alone in its paragraph becomes a figure with a caption.
    public static let figures = Extensions(rawValue: 32)
    /// Fenced blocks `math`, and code in a line between dollar signs outside the backquotes.
    public static let math = Extensions(rawValue: 64)
    /// An `id` for every heading.
    public static let headingIdentifiers = Extensions(rawValue: 128)
    /// A link to itself in every heading that has an `id`.
    public static let headingAnchors = Extensions(rawValue: 256)
    /// Typographic quotes, dashes and ellipses: `"a"`, `'a'`, `--` (en), `---` (em), `...`.
    ///
    /// Off by default: `--5` in a table of money must not become a dash without being asked for.
    /// Code, mathematics, directives and addresses are never changed.
    public static let smartPunctuation = Extensions(rawValue: 512)
    /// Reports what makes a page hard to use though it is valid: images without alternative text,
    /// links within links.
    public static let accessibilityChecks = Extensions(rawValue: 1024)

    /// Everything but smart punctuation.
    public static let standard: Extensions = [
      .tables, .footnotes, .taskLists, .strikethrough, .callouts, .figures, .math,
      .headingIdentifiers, .headingAnchors, .accessibilityChecks,
    ]
  }

  /// The extensions in use.
  public var extensions: Extensions
  /// What becomes of HTML tags.
  public var rawHTML: RawHTML
  /// The addresses that links and images may have.
  public var linkSchemes: LinkSchemes
  /// First words of fenced blocks that are directives rather than code.
  public var directives: Set<String>
  /// What stands between `fn-` and a footnote's number, to keep the texts of one page apart.
  ///
  /// Letters and digits of ASCII, hyphens, low lines; other characters are left out.
  public var footnotePrefix: String
  /// Ids that the page around the text uses, which no heading gets.
  public var reservedIdentifiers: Set<String>
  /// The words that the renderer itself writes.
  public var words: MarkdownWords

  /// Creates a configuration; the defaults are right for content that is not trusted.
  ///
  /// - Parameters:
  ///   - extensions: the extensions in use.
  ///   - rawHTML: what becomes of HTML tags; by default all are refused.
  ///   - linkSchemes: the addresses that links may have; by default relative ones, `https`, `http`,
  ///     `mailto`.
  ///   - directives: first words of fenced blocks that are directives.
  ///   - footnotePrefix: what keeps the ids of several texts on one page apart.
  ///   - reservedIdentifiers: ids that no heading may get.
  ///   - words: the words that the renderer writes.
  public init(
    extensions: Extensions = .standard, rawHTML: RawHTML = .elements([]),
    linkSchemes: LinkSchemes = .only(["https", "http", "mailto"]),
    directives: Set<String> = ["figure", "table", "note", "example", "quiz"],
    footnotePrefix: String = "", reservedIdentifiers: Set<String> = [],
    words: MarkdownWords = MarkdownWords()
  ) {
    self.extensions = extensions
    self.rawHTML = rawHTML
    self.linkSchemes = linkSchemes
    self.directives = directives
    self.footnotePrefix = footnotePrefix
    self.reservedIdentifiers = reservedIdentifiers
    self.words = words
  }

  /// CommonMark 0.30 and nothing else, unchecked: for conformance tests and trusted text.
  public static let commonMark = MarkdownConfiguration(
    extensions: [], rawHTML: .unchecked, linkSchemes: .unchecked, directives: [])
}
