public import Quant

/// Looks for rows dated on days that were no sessions; optional, because a file does not know the
/// calendar it was made on.
public enum SessionCheck {
  /// Appends a warning for every date of a column on which `isSession` is false.
  ///
  /// Fields that are no date are passed over: reading the file reports them.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name in messages.
  ///   - column: the date column's name, compared without regard to case.
  ///   - isSession: whether the exchange was open.
  ///   - problems: receives the warnings.
  public static func run(
    _ bytes: [UInt8], file: String, column: String = "date",
    isSession: (CalendarDate) -> Bool, into problems: inout [Diagnostic]
  ) {
    var structural: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &structural)
    guard table.rowCount > 0,
      let position = (0..<table.fieldCount(ofRow: 0)).first(where: {
        table.text(row: 0, field: $0).lowercased() == column.lowercased()
      })
    else { return }
    for row in 1..<max(1, table.rowCount) where position < table.fieldCount(ofRow: row) {
      let field = table.fields[table.fieldRange(ofRow: row).lowerBound + position]
      let parsed = DateText.parse(
        bytes, from: Int(field.start), to: Int(field.end), style: .isoOrAmerican)
      guard case .success(let date) = parsed, !isSession(date) else { continue }
      problems.append(
        Diagnostic(
          severity: .warning, location: table.location(row: row, field: position),
          message: "\(date) was not a session", remedy: "Check the date, or remove the row."))
    }
  }
}
