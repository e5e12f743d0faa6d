public import Quant

/// Reads a series of dated values: `date,value[,known_date]`.
///
/// Dates are ISO and ascending. `known_date` is the first day on which the value could be used; it
/// must not lie before the date, and an empty field takes the default. Several rows of one date are
/// its vintages, the first print and its revisions, in any order.
public enum DatedSeriesReader {
  /// When a value became known if the file does not say.
  public enum KnownDateDefault: Sendable, Hashable {
    /// On the date it refers to: closes and settlements.
    case sameDay
    /// A number of calendar days after the end of the date's month: monthly publications.
    case afterMonthEnd(days: Int)

    func known(for date: CalendarDate) -> CalendarDate {
      switch self {
      case .sameDay: date
      case .afterMonthEnd(let days):
        date.adding(
          days: CalendarDate.daysIn(month: date.month, year: date.year) - date.day + days)
      }
    }
  }

  private struct Key: Hashable, Comparable {
    let date: CalendarDate
    let known: CalendarDate

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.date, lhs.known) < (rhs.date, rhs.known)
    }
  }

  private static let layout = CSVLayout(required: ["date", "value"], optional: ["known_date"])

  /// The values of the file in date order; rows with a fault are left out and reported.
  ///
  /// `bound` limits the values; `knownDefault` applies where the file names no known date.
  public static func read(
    _ bytes: [UInt8], file: String, bound: ValueBound = .any,
    knownDefault: KnownDateDefault = .sameDay, into problems: inout [Diagnostic]
  ) -> [DatedValue] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("date")
    let valueColumn = sheet.column("value")
    let knownColumn = sheet.column("known_date")
    var order = DateOrder<Key>()
    var records: [DatedValue] = []
    records.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let value = sheet.number(valueColumn, bound)
      var known = date.map(knownDefault.known(for:))
      if !sheet.isEmpty(knownColumn) { known = sheet.date(knownColumn) }
      guard let date,
        order.accept(
          Key(date: date, known: known ?? date), date: date, column: dateColumn, in: &sheet,
          name: date.description)
      else { continue }
      guard let value, let known else { continue }
      guard known >= date else {
        sheet.report(
          knownColumn, "known_date \(known) is before the date \(date)",
          "A value cannot be known before the day it refers to; correct one of the two.")
        continue
      }
      records.append(DatedValue(date: date, value: value, known: known))
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    // Vintages may be listed in any order within their date.
    return records.sorted { ($0.date, $0.known) < ($1.date, $1.known) }
  }
}
