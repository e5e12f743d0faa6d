import MarketData

/// The CSV of a figure.
enum FigureCSV {
  /// The fields by rows, the head first; `nil` when the file is damaged.
  static func rows(of bytes: [UInt8], file: String) -> [[String]]? {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &problems)
    guard problems.isEmpty else { return nil }
    return (0..<table.rowCount).map { row in
      (0..<table.fieldCount(ofRow: row)).map { table.text(row: row, field: $0) }
    }
  }
}
