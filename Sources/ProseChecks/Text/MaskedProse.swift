/// A Markdown text in which only the author's own running words are left.
///
/// Code, formulas, addresses, markup, value references, quotations (block quotations and words in
/// quotation marks) and the keys of directives are masked, byte for byte, so that offsets stay those
/// of the text. Assertions keep their words.
public struct MaskedProse: Sendable {
  /// What masked bytes are: no blank, so that words do not join across them.
  static let mask: UInt8 = 1

  /// The text as it was written.
  let source: [UInt8]
  /// The text with masked bytes.
  let bytes: [UInt8]
  /// The words that are left, in order.
  let words: [ProseWord]
  private let firstLine: Int

  /// How many words are left.
  public var wordCount: Int { words.count }

  /// Masks a Markdown text without front matter.
  ///
  /// Complexity: O(n).
  ///
  /// - Parameters:
  ///   - markdown: the text.
  ///   - firstLine: the number of its first line in the file.
  public init(_ markdown: String, firstLine: Int = 1) {
    self.init(markdown, firstLine: firstLine) { $0.maskMarkdown() }
  }

  /// Masks the YAML of a front matter: keys, addresses and titles of sources.
  public init(frontMatter yaml: String, firstLine: Int = 1) {
    self.init(yaml, firstLine: firstLine) { $0.maskFrontMatter() }
  }

  private init(_ text: String, firstLine: Int, _ mask: (ProseMasking) -> Void) {
    let source = Array(text.utf8)
    var bytes = source
    source.withUnsafeBufferPointer { source in
      bytes.withUnsafeMutableBufferPointer { mask(ProseMasking(source: source, out: $0)) }
    }
    self.source = source
    self.bytes = bytes
    words = ProseWord.words(of: bytes)
    self.firstLine = firstLine
  }

  /// Line and column of an offset, both from 1; the column counts Unicode scalars.
  ///
  /// Complexity: O(n).
  func position(of offset: Int) -> (line: Int, column: Int) {
    let before = source[..<offset]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.count { $0 == 0x0A }
    return (line + firstLine, source[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// Whether an offset stands in a heading.
  func isInHeading(_ offset: Int) -> Bool {
    let start = source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return source[start] == 0x23
  }

  /// A finding at an offset.
  func finding(
    _ severity: ProseFinding.Severity, at offset: Int, _ message: String, _ remedy: String
  ) -> ProseFinding {
    let (line, column) = position(of: offset)
    return ProseFinding(
      severity: severity, line: line, column: column, message: message, remedy: remedy)
  }

  /// The written text of a range, blanks made single.
  func text(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
