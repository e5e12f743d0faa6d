public import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What valuing an index-option book needs to know about the market at one moment.
public struct BookMarket: Sendable, Hashable {
  /// The session.
  public var date: CalendarDate
  /// Minutes after midnight, New York; 960 is 16:00.
  public var minute: Int
  /// Index level, points.
  public var spot: Double
  /// Interest rate, continuously compounded per year (ACT/365 fixed), decimal.
  public var rate: Double
  /// Dividend yield where no forward is given, continuously compounded per year, decimal.
  public var dividendYield: Double
  /// Forwards from put–call parity, points; a series without one uses S·e^((r−q)T).
  public var forwards: [OptionSeries: Double]
  /// The calendar that knows the early closes.
  public var calendar: ExchangeCalendar

  /// Creates a market; spot must be positive.
  public init(
    date: CalendarDate, minute: Int = 960, spot: Double, rate: Double, dividendYield: Double,
    forwards: [OptionSeries: Double] = [:], calendar: ExchangeCalendar = .nyse
  ) {
    precondition(spot > 0 && spot.isFinite, "spot must be positive")
    self.date = date
    self.minute = minute
    self.spot = spot
    self.rate = rate
    self.dividendYield = dividendYield
    self.forwards = forwards
    self.calendar = calendar
  }

  /// Years to the settlement of a series; `nil` once it has expired (methodology 2.1).
  public func years(to series: OptionSeries) -> Double? {
    YearFraction.years(
      from: date, minute: minute, to: series.expiration,
      settleMinute: series.settleMinute(calendar: calendar))
  }

  /// The forward of a series, points; `nil` once it has expired (methodology 2.2).
  public func forward(of series: OptionSeries) -> Double? {
    guard let years = years(to: series) else { return nil }
    return forwards[series] ?? spot * exp((rate - dividendYield) * years)
  }

  /// The dividend yield that the forward implies, r − ln(F/S)/T; `nil` once expired.
  public func dividendYield(of series: OptionSeries) -> Double? {
    guard let years = years(to: series) else { return nil }
    guard let forward = forwards[series] else { return dividendYield }
    return rate - log(forward / spot) / years
  }
}
