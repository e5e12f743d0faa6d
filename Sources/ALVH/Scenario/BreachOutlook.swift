public import Quant

/// Risk-neutral probabilities of a breach, with the volatility they rest on.
///
/// Prices of risk, not frequencies: they include what buyers pay for protection.
public struct RiskNeutralBreach: Sendable, Hashable, Codable {
  /// Volatility at the level, per √year, decimal.
  public let volatility: Double
  /// ∂σ/∂K at the level, per index point; 0 without a surface.
  public let volatilitySlope: Double
  /// Probability of ending beyond the level, skew included, 0...1.
  public let ends: Double
  /// Probability of touching the level, flat volatility, 0...1.
  public let touches: Double

  /// The probabilities at a level for one series; `nil` when there is no volatility or it has settled.
  ///
  /// The volatility and its slope come from the series' own smile; when the surface has none, the
  /// volatility is the surface's at the level's moneyness and the slope 0; without a surface it is
  /// `fallbackVolatility`.
  public init?(
    level: Double, side: BreachSide, series: OptionSeries, market: BookMarket,
    surface: VolatilitySurface?, fallbackVolatility: Double? = nil
  ) {
    guard level > 0, level.isFinite, let years = market.years(to: series),
      let forward = market.forward(of: series), let yield = market.dividendYield(of: series)
    else { return nil }
    let slice = surface?.slice(root: series.root, expiration: series.expiration)
    let read =
      slice?.volatility(strike: level)
      ?? surface?.volatility(
        logMoneyness: logarithm(level) - logarithm(forward), years: years)
    guard let volatility = read ?? fallbackVolatility, volatility > 0, volatility.isFinite else {
      return nil
    }
    let slope = slice?.volatilitySlope(strike: level) ?? 0
    let model = BreachProbability(
      spot: market.spot, rate: market.rate, dividendYield: yield, volatility: volatility,
      years: years)
    self.volatility = volatility
    volatilitySlope = slope
    switch side {
    case .below:
      ends = model.endsBelow(level, volatilitySlope: slope)
      touches = model.touchesBelow(level)
    case .above:
      ends = model.endsAbove(level, volatilitySlope: slope)
      touches = model.touchesAbove(level)
    }
  }
}

/// Two different answers to how likely a level is breached, side by side (methodology 4.5).
///
/// They measure different things and are never averaged: the first is a price, to the series'
/// settlement; the second a share of past windows of as many sessions.
public struct BreachOutlook: Sendable, Hashable, Codable {
  /// The level, index points.
  public let level: Double
  /// The side.
  public let side: BreachSide
  /// The series whose settlement ends the period.
  public let series: OptionSeries
  /// The risk-neutral side, modelled; `nil` without a volatility.
  public let riskNeutral: RiskNeutralBreach?
  /// The empirical side, derived; `nil` with an `empiricalIssue`.
  public let empirical: EmpiricalBreach?
  /// Why there is no empirical side.
  public let empiricalIssue: EmpiricalBreachIssue?

  /// Puts the two sides together.
  public init(
    level: Double, side: BreachSide, series: OptionSeries, riskNeutral: RiskNeutralBreach?,
    empirical: Result<EmpiricalBreach, EmpiricalBreachIssue>
  ) {
    self.level = level
    self.side = side
    self.series = series
    self.riskNeutral = riskNeutral
    switch empirical {
    case .success(let frequency):
      self.empirical = frequency
      empiricalIssue = nil
    case .failure(let issue):
      self.empirical = nil
      empiricalIssue = issue
    }
  }

  /// Both sides for a level of one series, as of the market's date.
  ///
  /// The empirical windows are as long as the sessions until the settlement, at least one.
  ///
  /// - Parameters:
  ///   - level: index level, points, positive.
  ///   - side: which side of the index is looked at.
  ///   - series: the series whose settlement ends the period.
  ///   - market: the index market today.
  ///   - surface: the index options' surface.
  ///   - bars: index sessions, ascending; none later than the market's date is read.
  /// - Returns: the outlook, with the reason for a missing empirical side.
  /// - Throws: `SeriesError` as
  ///   ``EmpiricalBreach/frequency(of:side:sessions:bars:asOf:)``.
  public static func at(
    level: Double, side: BreachSide, series: OptionSeries, market: BookMarket,
    surface: VolatilitySurface?, bars: [DailyBar]
  ) throws(SeriesError) -> BreachOutlook {
    let sessions = market.calendar.sessionCount(after: market.date, through: series.expiration)
    let empirical = try EmpiricalBreach.frequency(
      of: level, side: side, sessions: max(sessions, 1), bars: bars, asOf: market.date)
    let riskNeutral = RiskNeutralBreach(
      level: level, side: side, series: series, market: market, surface: surface)
    return BreachOutlook(
      level: level, side: side, series: series, riskNeutral: riskNeutral, empirical: empirical)
  }
}
