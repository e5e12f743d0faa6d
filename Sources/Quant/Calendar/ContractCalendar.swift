/// Expiration dates of listed VIX and S&P 500 index contracts (methodology 2.6).
///
/// Dates follow today's rules; whether a series was listed at the time is not asserted. Months
/// must be 1...12. A year outside 1...9999 gives the first or the last dates there are. Dates that
/// depend on holidays after `ExchangeCalendar.publishedThrough` are assumed.
public struct ContractCalendar: Sendable, Hashable {
  /// The contract calendar on the New York Stock Exchange's sessions.
  public static let cboe = ContractCalendar()

  /// The sessions expirations are moved to; Cboe Options keeps the same holidays.
  public let exchange: ExchangeCalendar

  /// Creates a contract calendar over an exchange calendar.
  public init(exchange: ExchangeCalendar = .nyse) {
    self.exchange = exchange
  }

  /// The third Friday of the month, whether or not it is a session.
  public func thirdFriday(year: Int, month: Int) -> CalendarDate {
    // The third Friday is the Friday of the 15th to the 21st.
    let fifteenth = CalendarDate(uncheckedYear: year, month: month, day: 15)
    let shift = (Weekday.friday.rawValue - fifteenth.weekday.rawValue + 7) % 7
    return fifteenth.adding(days: shift)
  }

  /// The date itself when it is a session, else the last session before it.
  func sessionOnOrBefore(_ date: CalendarDate) -> CalendarDate {
    exchange.isSession(date) ? date : exchange.previous(before: date)
  }
}
