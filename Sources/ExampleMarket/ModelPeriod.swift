public import Quant

/// The sessions that each modelled file covers, and the carry assumed in pricing.
public enum ModelPeriod {
  /// Sessions with VX settlements.
  public static let futures = date(2015, 3, 2)...date(2016, 4, 29)
  /// Sessions with VIX option quotes.
  public static let vixOptions = date(2015, 6, 1)...date(2016, 4, 29)
  /// The session of the first book, and the last session with a book and its quotes.
  public static let book = date(2015, 6, 16)...date(2016, 4, 29)

  /// Assumed dividend yield of the index, continuously compounded.
  public static let dividendYield = 0.02

  private static let firstRise = date(2015, 12, 16)

  /// The assumed short rate, continuously compounded: the top of the Federal Reserve's range.
  ///
  /// 0.25 % before 2015-12-16, 0.50 % from the close of that day.
  public static func rate(on date: CalendarDate) -> Double {
    date < firstRise ? 0.0025 : 0.005
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is not a date")
    }
    return date
  }
}
