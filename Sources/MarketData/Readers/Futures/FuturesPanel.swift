import Quant

/// A table of VX settlements with a row a date and a column a contract.
struct FuturesPanel {
  /// A column with the contract that it holds on a date.
  struct Column {
    let column: CSVColumn
    /// The expiration on a date; `nil` when the column's contract is not known for certain.
    let expiration: (CalendarDate) -> CalendarDate?
  }

  private struct Row: Sendable {
    let date: CalendarDate
    let settlements: [FuturesSettlement]
  }

  let date: CSVColumn
  let columns: [Column]

  /// The settlements and the dates of the rows that were accepted.
  ///
  /// An empty cell and a 0 are missing. A row without any settlement is skipped, one with a fault in
  /// any column is rejected. Cells whose contract is not known are left out, which is reported once.
  func read(
    _ sheet: inout CSVSheet
  ) -> (settlements: [FuturesSettlement], dates: [CalendarDate]) {
    var rows = KeyedRows<CalendarDate, Row>()
    rows.reserveCapacity(sheet.capacity)
    var unclear = UnclearCells()
    while sheet.advance() {
      guard let row = row(in: &sheet, &unclear) else { continue }
      rows.add(row, key: row.date, column: date, in: &sheet, name: row.date.description)
    }
    unclear.report(in: &sheet)
    let sorted = rows.finish(in: &sheet)
    return (sorted.flatMap(\.settlements), sorted.map(\.date))
  }

  private func row(in sheet: inout CSVSheet, _ unclear: inout UnclearCells) -> Row? {
    let date = sheet.vendorDate(date)
    var settlements: [FuturesSettlement] = []
    var isSound = true
    for column in columns {
      guard let value = sheet.optionalNumber(column.column, .quote) else {
        isSound = false
        continue
      }
      guard let date, let value, value > 0 else { continue }
      guard let expiration = column.expiration(date) else {
        unclear.add(at: sheet.location(column.column))
        continue
      }
      let isOld = date < CFEContractReader.rescaling
      settlements.append(
        FuturesSettlement(
          date: date, expiration: expiration, settle: isOld ? CFEContractReader.tenth(value) : value
        ))
    }
    guard let date, isSound else { return nil }
    guard !settlements.isEmpty else {
      sheet.skipRow(without: "settlement", on: date, self.date)
      return nil
    }
    return Row(date: date, settlements: settlements)
  }
}

/// Cells whose contract cannot be told, reported in one warning.
private struct UnclearCells {
  private var first: SourceLocation?
  private var count = 0

  mutating func add(at location: SourceLocation) {
    if first == nil { first = location }
    count += 1
  }

  func report(in sheet: inout CSVSheet) {
    guard let first else { return }
    sheet.warn(
      at: first,
      "\(count) \(count == 1 ? "cell is" : "cells are") left out, from here on: which contract was "
        + "listed at this rank is not known",
      "Import the contracts' own files for these dates.", code: .outOfTime, action: .kept)
  }
}
