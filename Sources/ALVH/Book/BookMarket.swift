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
  ///
  /// A given forward that is not a positive number counts as none. A carried one beyond the range of
  /// a double is the greatest or the least positive number.
  public func forward(of series: OptionSeries) -> Double? {
    years(to: series).map { forward(of: series, years: $0) }
  }

  /// The dividend yield that the forward implies, r − ln(F/S)/T; `nil` once expired.
  public func dividendYield(of series: OptionSeries) -> Double? {
    years(to: series).map { dividendYield(of: series, years: $0) }
  }

  /// The forward of a series that settles in `years`.
  func forward(of series: OptionSeries, years: Double) -> Double {
    if let forward = givenForward(of: series) { return forward }
    let carried = spot * exp((rate - dividendYield).bounded * years)
    return max(carried.bounded, .leastNonzeroMagnitude)
  }

  /// The dividend yield of a series that settles in `years`.
  func dividendYield(of series: OptionSeries, years: Double) -> Double {
    guard let forward = givenForward(of: series) else { return dividendYield }
    return (rate - logRatio(forward, over: spot) / years).bounded
  }

  private func givenForward(of series: OptionSeries) -> Double? {
    forwards[series].flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }
}
