/// A month as monthly statistics are dated: by any day of it (methodology 1.12).
///
/// FRED dates a month by its first day, other sources by its last; both mean the same month.
public struct PublicationMonth: Sendable, Hashable, Codable {
  /// Months since January of year 0, so that distances are differences.
  public let number: Int

  /// Calendar days after the month's end at which its value counts as known without a known date.
  public static let defaultLagDays = 25

  /// The month of a date.
  public init(of date: CalendarDate) {
    let (year, month, _) = date.components
    number = year * 12 + month - 1
  }

  /// The month written `YYYY-MM`; `nil` for any other text.
  public init?(period: String) {
    guard let first = CalendarDate(period + "-01") else { return nil }
    self.init(of: first)
  }

  /// The last day of the month of `date`.
  public static func lastDay(ofMonthOf date: CalendarDate) -> CalendarDate {
    let (year, month, day) = date.components
    return date.adding(days: CalendarDate.daysIn(month: month, year: year) - day)
  }

  /// When a monthly value counts as known if its file has no known date: month end + 25 days.
  public static func defaultKnown(for date: CalendarDate) -> CalendarDate {
    lastDay(ofMonthOf: date).adding(days: defaultLagDays)
  }
}
