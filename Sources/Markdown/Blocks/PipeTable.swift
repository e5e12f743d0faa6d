/// A pipe table found in a text, and how it is rewritten for libcmark.
struct PipeTable {
  /// The alignment of each column of the header row; at least one.
  var alignments: [TableRow.Alignment]
  /// The lines of the text, from 1: the header row, the delimiter row, the rows.
  var lines: ClosedRange<Int>
  /// The number of cells in each row, header first, none more than the columns.
  var cellCounts: [Int] = []
  /// Rows with too few or too many cells: their line in the source text and how many they have.
  var ragged: [(line: Int, cells: Int)] = []

  /// The table in the lines of a paragraph; `nil` for none.
  ///
  /// The header is the line before the first delimiter row with as many cells; the lines above it stay
  /// a paragraph. A line that leaves a quotation (`isLazy`) ends the table.
  init?(
    in text: ParsedText, lines: ClosedRange<Int>, prefixLength: (Int) -> Int, isLazy: (Int) -> Bool
  ) {
    func content(_ line: Int) -> Range<Int> {
      let range = text.line(line)
      return min(range.lowerBound + prefixLength(line), range.upperBound)..<range.upperBound
    }
    for line in lines.dropFirst() where !isLazy(line) {
      guard let alignments = TableRow.alignments(in: text.bytes, content(line)),
        TableRow.cells(in: text.bytes, content(line - 1)).count == alignments.count
      else { continue }
      var last = line
      while last < lines.upperBound, !isLazy(last + 1) { last += 1 }
      self.alignments = alignments
      self.lines = (line - 1)...last
      return
    }
    return nil
  }

  /// The lines that libcmark reads instead: a heading for each cell.
  ///
  /// A heading is the one block whose text is a single line and that needs no blank line around it.
  /// Its closing marks keep those that a cell may end with.
  mutating func replacement(
    in text: ParsedText, table: Int, prefixLength: (Int) -> Int
  ) -> ParsedText.Replacement {
    let prefix = continuationPrefix(in: text, prefixLength(lines.lowerBound))
    let opening = Array("###### ".utf8)
    let closing = Array(" ######".utf8)
    var new: [(text: [UInt8], origin: ParsedText.Origin)] = []
    for (row, line) in lines.enumerated() where row != 1 {
      let range = text.line(line)
      let start = min(range.lowerBound + prefixLength(line), range.upperBound)
      let cells = TableRow.cells(in: text.bytes, start..<range.upperBound)
      if cells.count != alignments.count { ragged.append((text.origin(line).line, cells.count)) }
      let kept = cells.prefix(alignments.count)
      for (column, cell) in kept.enumerated() {
        // The first line keeps its own prefix, which may open an item.
        let before = new.isEmpty ? Array(text.bytes[range.lowerBound..<start]) : prefix
        let origin = text.origin(line)
        let place = cell.lowerBound - range.lowerBound + 1
        new.append(
          (
            before + opening + Self.unescapingPipes(text.bytes[cell]) + closing,
            ParsedText.Origin(
              line: origin.line,
              role: .cell(table: table, row: cellCounts.count, column: column),
              footnote: new.isEmpty ? origin.footnote : nil,
              column: before.count + opening.count + 1,
              sourceColumn: place > origin.column
                ? place - origin.column + origin.sourceColumn : place)
          ))
      }
      cellCounts.append(kept.count)
    }
    return ParsedText.Replacement(lines: lines, with: new)
  }

  /// The first line's prefix with spaces for everything but the marks of quotations.
  private func continuationPrefix(in text: ParsedText, _ length: Int) -> [UInt8] {
    text.bytes[text.line(lines.lowerBound)].prefix(length).map {
      $0 == 0x3E || $0 == 0x09 ? $0 : 0x20
    }
  }

  private static func unescapingPipes(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(cell.count)
    var index = cell.startIndex
    while index < cell.endIndex {
      if cell[index] == 0x5C, index + 1 < cell.endIndex, cell[index + 1] == 0x7C { index += 1 }
      result.append(cell[index])
      index += 1
    }
    return result
  }
}
