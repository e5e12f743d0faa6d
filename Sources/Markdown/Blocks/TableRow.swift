/// A line read as the row of a pipe table (GitHub Flavored Markdown, section 4.10).
enum TableRow {
  /// The horizontal alignment of a column.
  enum Alignment: Hashable {
    case none, left, center, right
  }

  /// The bytes of each cell without the spaces around them; at least one.
  ///
  /// A pipe at either end of the line is not needed. A pipe after a backslash is part of a cell, in
  /// code too, as in GitHub's Markdown.
  static func cells(in bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var range = trimmed(bytes, line)
    if let first = range.first, bytes[first] == 0x7C { range = (first + 1)..<range.upperBound }
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      switch bytes[index] {
      case 0x5C where index + 1 < range.upperBound: index += 2
      case 0x7C:
        cells.append(trimmed(bytes, start..<index))
        index += 1
        start = index
      default: index += 1
      }
    }
    if start < range.upperBound || cells.isEmpty {
      cells.append(trimmed(bytes, start..<range.upperBound))
    }
    return cells
  }

  /// The alignments that a delimiter row gives; `nil` for any other line.
  ///
  /// A delimiter row holds at least one pipe, so that a line of dashes stays what it is.
  static func alignments(in bytes: [UInt8], _ line: Range<Int>) -> [Alignment]? {
    var hasPipe = false
    for index in line {
      switch bytes[index] {
      case 0x7C: hasPipe = true
      case 0x2D, 0x3A, 0x20, 0x09: break
      default: return nil
      }
    }
    guard hasPipe else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(in: bytes, line) {
      guard let alignment = alignment(bytes[cell]) else { return nil }
      alignments.append(alignment)
    }
    return alignments
  }

  private static func alignment(_ cell: ArraySlice<UInt8>) -> Alignment? {
    let isLeft = cell.first == 0x3A
    let isRight = cell.count > 1 && cell.last == 0x3A
    let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
    switch (isLeft, isRight) {
    case (true, true): return .center
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return Alignment.none
    }
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }
}
