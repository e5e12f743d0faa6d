/// A formula written in TeX, checked and ready to be printed as MathML or as plain text.
///
/// The source is what stands between `$` signs in LaTeX, without the signs. README.md lists the
/// commands. Nothing is left out or guessed: a source with an unknown command, an unbalanced brace
/// or a missing argument makes no formula. Two habits of TeX that change a number without a trace
/// are errors too: `x^12`, of which TeX raises the 1 only, and an unescaped `%`, which hides the
/// rest of its line. As in TeX, a comma between digits is followed by a space unless it is written
/// `1{,}000`.
public struct TeXFormula: Hashable, Sendable {
  /// The longest source that is read, in bytes of UTF-8.
  public static let sourceLimit = 20_000
  /// The deepest nesting of groups, arguments, fences and environments that is read.
  public static let nestingLimit = 100

  /// The source as it was given.
  public let source: String

  let nodes: [MathNode]

  /// Reads a formula.
  ///
  /// Complexity: O(n) in the length of the source.
  ///
  /// - Parameter source: TeX, at most `sourceLimit` bytes, with line feeds between lines.
  /// - Throws: every mistake that was found, in reading order.
  public init(_ source: String) throws(TeXMathErrorList) {
    var parser = TeXParser(source)
    let nodes = parser.formula()
    guard parser.mistakes.isEmpty else { throw TeXMathErrorList(items: parser.mistakes) }
    self.source = source
    self.nodes = nodes
  }

  /// The formula as a `math` element of MathML Core, with the TeX source as an annotation.
  ///
  /// The element is well-formed XML and valid inside HTML. It has no `style` attribute and no class
  /// but `tex-left` and `tex-right` on cells of tables, which `styleRules` explains to a browser.
  ///
  /// - Parameter display: whether the formula stands on a line of its own, with limits below and
  ///   above the signs; otherwise it is part of a line of text.
  /// - Returns: one element without line breaks outside the annotation.
  public func mathML(display: Bool) -> String {
    var writer = MathMLWriter()
    writer.formula(nodes, source: source, display: display)
    return writer.output
  }

  /// The formula on one line of plain text, such as `σ²/2` or `(a+b)/c`.
  ///
  /// For feeds, alternative texts and search. Parentheses are added where the drawing shows the
  /// grouping, so that the text has the meaning of the formula. Bold, calligraphic and similar
  /// letters are plain letters; a script that Unicode cannot raise or lower is written with `^` or
  /// `_`.
  public var plainText: String {
    PlainTextWriter.text(of: nodes)
  }

  /// The rules that a style sheet needs to align the columns of `aligned`, `cases` and `array`.
  ///
  /// MathML Core leaves alignment to CSS. Without these rules the columns are centred, and nothing
  /// else changes.
  public static let styleRules = """
    mtd.tex-left { text-align: left; }
    mtd.tex-right { text-align: right; }
    mtable[displaystyle="true"] > mtr > mtd.tex-left { padding-left: 0; }
    mtable[displaystyle="true"] > mtr > mtd.tex-right { padding-right: 0; }

    """
}
