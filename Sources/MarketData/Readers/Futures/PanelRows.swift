import Quant

/// The rows of a table of settlements with a column for each contract.
///
/// A row is used as a whole or not at all: one faulty cell rejects it. Empty cells are contracts
/// that were not listed.
struct PanelRows {
  private var rows = KeyedRows<CalendarDate, [FuturesSettlement]>()
  private var scale = VXPriceScale(.thirdParty)

  init(capacity: Int) {
    rows.reserveCapacity(capacity)
  }

  /// Takes the sheet's current row.
  mutating func add(
    _ cells: some Sequence<(CSVColumn, CalendarDate)>, on day: CalendarDate, column date: CSVColumn,
    in sheet: inout CSVSheet
  ) {
    var settlements: [FuturesSettlement] = []
    var isSound = true
    for (column, expiration) in cells where !sheet.isMissing(column) {
      guard let value = sheet.number(column, .quote),
        isListed(column, expiration: expiration, on: day, in: &sheet)
      else {
        isSound = false
        continue
      }
      guard value > 0 else {
        sheet.warn(
          at: sheet.location(column), "\(column.name) of \(day) is 0, which is no settlement",
          "Fill in the settlement if you have it.", code: .missingValue)
        continue
      }
      let points = scale.indexPoints(value, on: day, column: column, in: &sheet)
      settlements.append(FuturesSettlement(date: day, expiration: expiration, settle: points))
    }
    guard isSound else { return }
    guard !settlements.isEmpty else {
      sheet.skipWithoutSettlement(date, on: day)
      return
    }
    rows.add(settlements, key: day, column: date, in: &sheet, name: day.description)
  }

  private func isListed(
    _ column: CSVColumn, expiration: CalendarDate, on day: CalendarDate, in sheet: inout CSVSheet
  ) -> Bool {
    guard expiration < day else { return true }
    sheet.report(
      column, "\(column.name) has a value on \(day), after its expiration \(expiration)",
      "A contract has no price after it expired; correct the row or remove it.", code: .outOfTime)
    return false
  }

  /// The report of the file; settlements ascend by date and expiration.
  func reading(_ kind: FileKind, file: String, sheet: inout CSVSheet) -> FileReading {
    let settlements = rows.finish(in: &sheet).flatMap { row in
      row.sorted { $0.expiration < $1.expiration }
    }
    return FuturesFileReaders.reading(
      kind, settlements, rowCount: rows.count, file: file, problems: sheet.problems)
  }
}
