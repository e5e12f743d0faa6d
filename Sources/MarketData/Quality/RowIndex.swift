import Quant

/// Where the rows of a file are, by their date and contract.
public struct RowIndex: Sendable {
  private struct Key: Hashable {
    let date: CalendarDate
    let expiration: CalendarDate?
  }

  private var lines: [Key: Int] = [:]

  /// Looks through a file for the columns of dates and expirations that its header names.
  ///
  /// Rows without a date are passed over: reading the file reports them. Complexity: O(n).
  public init(_ bytes: [UInt8]) {
    var ignored: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: "", into: &ignored)
    guard let header = Self.header(of: table) else { return }
    for row in (header.row + 1)..<max(header.row + 1, table.rowCount) {
      guard let date = Self.date(table, row, header.date) else { continue }
      let expiration = header.expiration.flatMap { Self.date(table, row, $0) }
      for key in [Key(date: date, expiration: expiration), Key(date: date, expiration: nil)]
      where lines[key] == nil {
        lines[key] = table.line(ofRow: row)
      }
    }
  }

  /// The first character of the finding's row, or the file where no row is its own.
  func location(of finding: QualityFinding, file: String) -> SourceLocation {
    let exact = Key(date: finding.date, expiration: finding.expiration)
    guard finding.code != .missingSession, finding.code != .stale, let line = lines[exact] else {
      return SourceLocation(file: file)
    }
    return SourceLocation(file: file, line: line, column: 1)
  }

  private static func header(
    of table: CSVTable
  ) -> (row: Int, date: Int, expiration: Int?)? {
    for row in 0..<min(5, table.rowCount) {
      let names = (0..<min(64, table.fieldCount(ofRow: row))).map {
        table.text(row: row, field: $0).lowercased()
      }
      if let date = names.firstIndex(where: { ["date", "trade date"].contains($0) }) {
        return (row, date, names.firstIndex(of: "expiration"))
      }
    }
    return nil
  }

  private static func date(_ table: CSVTable, _ row: Int, _ position: Int) -> CalendarDate? {
    guard position < table.fieldCount(ofRow: row) else { return nil }
    let field = table.fields[table.fieldRange(ofRow: row).lowerBound + position]
    let parsed = DateText.parse(
      table.bytes, from: Int(field.start), to: Int(field.end), style: .isoOrAmerican)
    if case .success(let date) = parsed { return date }
    return nil
  }
}
