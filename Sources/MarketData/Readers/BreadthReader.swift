public import Quant

/// Reads advances and declines: `date,advances,declines[,unchanged]`.
///
/// Counts are whole numbers of issues; a session on which nothing advanced or declined is a fault.
public enum BreadthReader {
  private static let layout = CSVLayout(
    required: ["date", "advances", "declines"], optional: ["unchanged"])

  /// The counts of the file in date order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [BreadthCount] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("date")
    let advancesColumn = sheet.column("advances")
    let declinesColumn = sheet.column("declines")
    let unchangedColumn = sheet.column("unchanged")
    var order = DateOrder<CalendarDate>()
    var records: [BreadthCount] = []
    records.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let advances = sheet.integer(advancesColumn, .count)
      let declines = sheet.integer(declinesColumn, .count)
      if !sheet.isEmpty(unchangedColumn) { _ = sheet.integer(unchangedColumn, .count) }
      guard let date, order.accept(date, column: dateColumn, in: &sheet) else { continue }
      guard let advances, let declines else { continue }
      guard advances + declines > 0 else {
        sheet.report(
          advancesColumn, "advances and declines are both zero",
          "Enter the session's counts, or remove the row if there was no session.")
        continue
      }
      records.append(BreadthCount(date: date, advances: advances, declines: declines))
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }
}
