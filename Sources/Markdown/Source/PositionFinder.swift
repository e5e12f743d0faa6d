/// Turns libcmark's lines and byte columns into positions of the author's text.
///
/// Answers for one line in ascending order cost, all together, the length of the line.
struct PositionFinder {
  private let source: SourceText
  private let text: ParsedText
  private let firstLine: Int
  private var counted = (line: 0, byte: 0, scalars: 0)
  private var prefix = (line: 0, depth: -1, length: 0)

  init(source: SourceText, text: ParsedText, firstLine: Int) {
    self.source = source
    self.text = text
    self.firstLine = firstLine
  }

  /// The position of a byte column, from 1, of a line of the parsed text.
  mutating func position(line: Int, column: Int) -> SourcePosition {
    let origin = text.origin(line)
    var column = max(1, column)
    if column > origin.column {
      column = column - origin.column + origin.sourceColumn
    } else if origin.column > 1 {
      column = origin.sourceColumn
    }
    if case .cell = origin.role {
      column = skippingEscapedPipes(to: column, from: origin.sourceColumn, line: origin.line)
    }
    return SourcePosition(
      line: firstLine + origin.line - 1,
      column: scalars(before: column - 1, in: origin.line) + 1)
  }

  /// The position of a byte, from 0, of a line of the source text.
  mutating func sourcePosition(line: Int, byte: Int) -> SourcePosition {
    SourcePosition(line: firstLine + line - 1, column: scalars(before: byte, in: line) + 1)
  }

  /// The bytes before the text of a line within quotations, of which there are at most `depth`.
  mutating func prefixLength(ofLine line: Int, depth: Int) -> Int {
    if prefix.line == line, prefix.depth == depth { return prefix.length }
    let range = text.line(line)
    var index = range.lowerBound
    func skipSpaces(_ limit: Int) {
      let end = min(range.upperBound, index + limit)
      while index < end, text.bytes[index] == 0x20 || text.bytes[index] == 0x09 { index += 1 }
    }
    for _ in 0..<depth {
      let start = index
      skipSpaces(range.count)
      guard index < range.upperBound, text.bytes[index] == 0x3E else {
        index = start
        break
      }
      index += 1
    }
    skipSpaces(range.count)
    prefix = (line, depth, index - range.lowerBound)
    return prefix.length
  }

  /// A backslash before a pipe is not in the cell that libcmark reads.
  private func skippingEscapedPipes(to column: Int, from start: Int, line: Int) -> Int {
    let range = source.line(line)
    var index = range.lowerBound + start - 1
    var remaining = column - start
    // Positions in enormous cells may be off by their escaped pipes.
    guard remaining > 0, remaining < 4096 else { return column }
    var result = start
    while remaining > 0, index < range.upperBound {
      let isEscape =
        source.bytes[index] == 0x5C && index + 1 < range.upperBound
        && source.bytes[index + 1] == 0x7C
      index += isEscape ? 2 : 1
      result += isEscape ? 2 : 1
      remaining -= 1
    }
    return result
  }

  private mutating func scalars(before byte: Int, in line: Int) -> Int {
    let range = source.line(line)
    if counted.line != line || counted.byte > byte { counted = (line, 0, 0) }
    let end = range.lowerBound + min(byte, range.count)
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound + counted.byte
      while index < end {
        if source.marker.stands(in: bytes, at: index) {
          index += 4
        } else {
          if bytes[index] & 0xC0 != 0x80 { counted.scalars += 1 }
          index += 1
        }
      }
      counted.byte = max(counted.byte, index - range.lowerBound)
    }
    return counted.scalars
  }
}
