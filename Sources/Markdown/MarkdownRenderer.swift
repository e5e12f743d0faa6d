/// Turns Markdown into HTML: CommonMark 0.30 with the extensions known from GitHub.
///
/// Content is untrusted by default: raw HTML, addresses that could run code and everything else that
/// is refused is reported with line and column and stands on the page as text, so that nothing is
/// dropped silently. No markup carries a `style` or an event attribute; alignment is by class.
///
/// Bare addresses are not links; write them in angle brackets. Dollar signs are money, not formulas:
/// a formula in a line is code between dollar signs, `` $`x^2`$ ``.
///
/// Rendering is linear in the text, whatever its nesting. A renderer is made for one page, because
/// its closures usually know the page; it keeps no state between texts.
public struct MarkdownRenderer {
  /// What a text may contain and how it is written.
  public var configuration: MarkdownConfiguration
  /// The address of a link on the page; `nil` shows the text alone (the caller has reported it).
  ///
  /// Called once for each link and image with an allowed address. The result is not checked again.
  public var resolveLink: (MarkdownLink) -> String?
  /// Markup for a directive, which ends its own line; `nil` leaves it out (the caller has reported it).
  public var renderDirective: (MarkdownDirective) -> String?
  /// Markup for a formula; `nil` shows its source as code.
  public var renderMath: (MarkdownMath) -> String?

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - configuration: what a text may contain.
  ///   - resolveLink: the address of a link on the page; by default the one that was written.
  ///   - renderDirective: markup for a directive; by default none.
  ///   - renderMath: markup for a formula; by default its source is shown as code.
  public init(
    configuration: MarkdownConfiguration = MarkdownConfiguration(),
    resolveLink: @escaping (MarkdownLink) -> String? = { $0.destination },
    renderDirective: @escaping (MarkdownDirective) -> String? = { _ in nil },
    renderMath: @escaping (MarkdownMath) -> String? = { _ in nil }
  ) {
    self.configuration = configuration
    self.resolveLink = resolveLink
    self.renderDirective = renderDirective
    self.renderMath = renderMath
  }

  /// Renders a text whose first line is line `firstLine` of its file.
  ///
  /// - Parameters:
  ///   - markdown: the text.
  ///   - firstLine: the number of its first line, from 1; larger than 1 below a front matter.
  /// - Returns: markup and all problems; an empty text gives empty markup.
  public func render(_ markdown: String, firstLine: Int = 1) -> MarkdownDocument {
    render(valid: Array(markdown.utf8), firstLine: firstLine, problems: [])
  }

  /// Renders a file's bytes; what is not UTF-8 is replaced by U+FFFD and reported once.
  ///
  /// - Parameters:
  ///   - utf8: the bytes.
  ///   - firstLine: the number of the first line, from 1.
  /// - Returns: markup and all problems.
  public func render(utf8: [UInt8], firstLine: Int = 1) -> MarkdownDocument {
    var problems: [MarkdownProblem] = []
    let firstLine = Self.clamped(firstLine)
    let valid = ReplacedBytes.repaired(utf8, firstLine: firstLine, into: &problems)
    return render(valid: valid, firstLine: firstLine, problems: problems)
  }

  /// A line number beyond those of any file is far enough from overflow.
  private static func clamped(_ line: Int) -> Int {
    min(max(line, 1), 1 << 40)
  }

  private func render(
    valid bytes: [UInt8], firstLine: Int, problems: [MarkdownProblem]
  ) -> MarkdownDocument {
    let firstLine = Self.clamped(firstLine)
    let source = SourceText(bytes)
    let parsing = MarkdownParsing(source, extensions: configuration.extensions)
    defer { parsing.discard() }
    var rendering = DocumentRendering(
      renderer: self, source: source, parsing: parsing, firstLine: firstLine)
    rendering.problems = problems
    if let problem = ReplacedBytes.nulProblem(
      in: bytes, count: source.replacedNULs, firstLine: firstLine)
    {
      rendering.problems.append(problem)
    }
    if let root = parsing.root { rendering.renderDocument(root) }
    return rendering.document()
  }
}
