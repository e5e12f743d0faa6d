import Quant

/// Where the volatility of the index path comes from.
public enum PathVolatilitySource: String, Sendable, Codable, CaseIterable {
  /// At-the-money volatility of the surface, interpolated to the horizon.
  case surface
  /// VIX itself, because there is no surface: an assumption.
  case vix
}

/// One cell of the grid: a standardised move of the index and the market it leads to.
public struct TimeShiftCell: Sendable, Hashable, Codable {
  /// Standard deviations of the index's move.
  public let z: Double
  /// φ(z), normalised to a sum of 1 over the grid.
  public let weight: Double
  /// The market there.
  public let scenario: MarketScenario
}

/// Index levels some days ahead, in steps of half a standard deviation (methodology 4.5).
///
/// S_h = F(h)·exp(σ√τ·z − ½σ²τ) for z from −3 to 3, with VIX answering by the market's response.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct TimeShiftGrid: Sendable, Hashable, Codable {
  /// The horizons of the report, calendar days.
  public static let horizons = [7, 10, 14]

  /// Calendar days ahead.
  public let horizonDays: Int
  /// τ, years.
  public let years: Double
  /// σ, per √year, decimal.
  public let volatility: Double
  /// Where σ comes from.
  public let volatilitySource: PathVolatilitySource
  /// F(h), the index's forward at the horizon, points.
  public let forward: Double
  /// The cells, ascending by z: thirteen from −3 to 3.
  public let cells: [TimeShiftCell]

  /// Log returns beyond this are cut off, so that every level stays finite.
  private static let greatestLogReturn = 20.0

  /// Lays the grid over a market; `horizonDays` must be positive.
  ///
  /// F(h) follows the carry of the nearest given forward at or beyond the horizon (the farthest when
  /// none is); without forwards it follows rate less dividend yield.
  public init(horizonDays: Int, market: ScenarioMarket) {
    precondition(horizonDays > 0, "a horizon lies ahead")
    self.horizonDays = horizonDays
    years = Double(horizonDays) / 365
    let surface = market.indexSurface?.atTheMoneyVolatility(years: years)
    volatility = surface ?? market.vix / 100
    volatilitySource = surface == nil ? .vix : .surface
    let carry = Self.carry(market.index, years: years)
    forward = Self.moved(market.index.spot, by: carry * years)
    let steps = (-6...6).map { Double($0) / 2 }
    let total = steps.reduce(0) { $0 + StandardNormal.density($1) }
    let path = (spot: market.index.spot, carry: carry, volatility: volatility, years: years)
    cells = steps.map { z in
      TimeShiftCell(
        z: z, weight: StandardNormal.density(z) / total,
        scenario: market.scenario(spot: Self.spot(path, z: z), daysForward: horizonDays))
    }
  }

  /// The index level at any z, points.
  public func spot(z: Double) -> Double {
    Self.spot((spot: forward, carry: 0, volatility: volatility, years: years), z: z)
  }

  private static func spot(
    _ path: (spot: Double, carry: Double, volatility: Double, years: Double), z: Double
  ) -> Double {
    let deviation = path.volatility * path.years.squareRoot()
    let logReturn = path.carry * path.years + deviation * z - deviation * deviation / 2
    return moved(path.spot, by: logReturn)
  }

  /// A level after a log return, cut to the positive doubles.
  private static func moved(_ level: Double, by logReturn: Double) -> Double {
    let limited = min(max(logReturn, -greatestLogReturn), greatestLogReturn)
    return max((level * exponential(limited)).bounded, .leastNonzeroMagnitude)
  }

  /// Rate less dividend yield per year to the horizon.
  private static func carry(_ market: BookMarket, years: Double) -> Double {
    let known = market.forwards.keys.compactMap { series in
      market.years(to: series).map { (series: series, years: $0) }
    }
    .sorted { ($0.years, $0.series) < ($1.years, $1.series) }
    let series = (known.first { $0.years >= years } ?? known.last)?.series
    let yield = series.flatMap(market.dividendYield(of:)) ?? market.dividendYield
    return (market.rate - yield).bounded
  }
}
