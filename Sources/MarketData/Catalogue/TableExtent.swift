public import Quant

/// How many rows a file of data holds, and from which to which date they reach.
///
/// A description for readers of a catalogue: nothing is judged, and faults of the file are the business
/// of the reader of its format.
public struct TableExtent: Sendable, Hashable {
  /// Rows below the header; blank lines are none.
  public var rows: Int
  /// The earliest date; `nil` without a column of dates, or without a date in it.
  public var first: CalendarDate?
  /// The latest date.
  public var last: CalendarDate?

  /// Columns whose dates tell the extent, by the names that files give them.
  private static let dateColumns: Set<String> = [
    "date", "trade date", "release_date", "known_date", "observation_date",
  ]

  /// Measures the bytes of a CSV file.
  ///
  /// The header is the first row with a column of dates, so that lines before it do not count; in a
  /// file without such a column it is the first row. Dates are in ISO form or month, day and year
  /// between slashes; other texts in the column count as a row and give no date.
  ///
  /// - Complexity: O(n) in the bytes.
  public init(of bytes: [UInt8], file: String) {
    var ignored: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &ignored)
    let header = (0..<table.rowCount).lazy.compactMap { row -> (row: Int, column: Int)? in
      let column = (0..<table.fieldCount(ofRow: row)).first {
        Self.dateColumns.contains(table.text(row: row, field: $0).lowercased())
      }
      return column.map { (row, $0) }
    }.first
    guard let header else {
      rows = max(0, table.rowCount - 1)
      return
    }
    rows = table.rowCount - header.row - 1
    for row in (header.row + 1)..<max(header.row + 1, table.rowCount)
    where header.column < table.fieldCount(ofRow: row) {
      let text = Array(table.text(row: row, field: header.column).utf8)
      guard
        case .success(let date) = DateText.parse(
          text, from: 0, to: text.count, style: .isoOrAmerican)
      else { continue }
      first = min(first ?? date, date)
      last = max(last ?? date, date)
    }
  }
}
