/// The text that libcmark reads, and where each of its lines comes from.
///
/// Footnote definitions and tables are rewritten as list items and headings, which libcmark knows;
/// so everything in them is read in one pass, with the text's own link definitions.
struct ParsedText {
  /// What a line of the rewritten text is.
  enum Role: Hashable {
    /// A line as the author wrote it.
    case text
    /// A line put in to keep blocks apart; nothing is written for it.
    case separator
    /// A cell of a table.
    case cell(table: Int, row: Int, column: Int)
  }

  /// Where a line comes from.
  struct Origin {
    /// The line of the source text, from 1.
    var line: Int
    /// What the line is.
    var role: Role = .text
    /// The index of the footnote whose definition begins on the line.
    var footnote: Int?
    /// A byte column of the rewritten line, and the one of the source line to which it corresponds.
    var column = 1
    var sourceColumn = 1
  }

  /// The rewritten text in UTF-8.
  private(set) var bytes: [UInt8]
  /// Where each line begins.
  private(set) var lineStarts: [Int]
  /// By line from 0; empty when nothing is rewritten and each line is its own origin.
  private(set) var origins: [Origin] = []

  /// A text that is not rewritten.
  init(_ source: SourceText) {
    bytes = source.bytes
    lineStarts = source.lineStarts
  }

  private init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    lineStarts = []
  }

  /// Lines put in the place of others, in ascending order and without overlap.
  struct Replacement {
    /// The lines replaced, from 1.
    var lines: ClosedRange<Int>
    /// The new lines without their ends.
    var with: [(text: [UInt8], origin: Origin)]
  }

  /// The number of lines, at least one.
  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, from 1, without its end; empty outside the text.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[number - 1]
    guard number < lineStarts.count else { return start..<bytes.count }
    return start..<(lineStarts[number] - 1)
  }

  /// Where a line comes from.
  func origin(_ line: Int) -> Origin {
    origins.isEmpty || line < 1 || line > origins.count ? Origin(line: line) : origins[line - 1]
  }

  /// The text with some lines replaced.
  func replacing(_ replacements: [Replacement]) -> ParsedText {
    var result = ParsedText(capacity: bytes.count * 2)
    result.origins.reserveCapacity(lineCount)
    var number = 1
    for replacement in replacements {
      while number < replacement.lines.lowerBound {
        result.append(bytes[line(number)], origin(number))
        number += 1
      }
      for line in replacement.with { result.append(line.text[...], line.origin) }
      number = replacement.lines.upperBound + 1
    }
    while number <= lineCount {
      result.append(bytes[line(number)], origin(number))
      number += 1
    }
    return result
  }

  private mutating func append(_ text: ArraySlice<UInt8>, _ origin: Origin) {
    if !lineStarts.isEmpty { bytes.append(0x0A) }
    lineStarts.append(bytes.count)
    bytes += text
    origins.append(origin)
  }
}
