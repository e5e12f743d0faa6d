public import Quant

/// Reads VX settlement prices: `date,expiration,settle`, one row a session and contract.
///
/// Settlements are in VIX points and above zero; the row of the expiration date is the final
/// settlement. Rows ascend by date, and a contract appears once a date.
public enum FuturesSettlementReader {
  private struct Key: Hashable, Comparable {
    let date: CalendarDate
    let expiration: CalendarDate

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.date, lhs.expiration) < (rhs.date, rhs.expiration)
    }
  }

  private static let layout = CSVLayout(required: ["date", "expiration", "settle"])

  /// The settlements of the file in file order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [FuturesSettlement] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("date")
    let expirationColumn = sheet.column("expiration")
    let settleColumn = sheet.column("settle")
    var order = DateOrder<Key>()
    var records: [FuturesSettlement] = []
    records.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let expiration = sheet.date(expirationColumn)
      let settle = sheet.number(settleColumn, .price)
      guard let date, let expiration,
        order.accept(
          Key(date: date, expiration: expiration), date: date, column: dateColumn, in: &sheet,
          name: "\(date) expiring \(expiration)")
      else { continue }
      guard sheet.checkNotExpired(expirationColumn, expiration, on: date), let settle else {
        continue
      }
      records.append(FuturesSettlement(date: date, expiration: expiration, settle: settle))
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }
}

extension CSVSheet {
  /// Whether a contract can still have a price on the date; reports it when it cannot.
  mutating func checkNotExpired(
    _ column: CSVColumn, _ expiration: CalendarDate, on date: CalendarDate
  ) -> Bool {
    guard expiration < date else { return true }
    report(
      column, "\(column.name) \(expiration) is before the date \(date)",
      "A contract has no price after it expired; correct one of the two.")
    return false
  }
}
