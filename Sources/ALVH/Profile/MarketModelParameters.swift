public import Quant

/// How scenarios and exposures move the market; every value is an assumption (methodology 1.9, 4.5).
public struct MarketModelParameters: Sendable, Hashable, Codable {
  /// Change of ln VIX per log return of the index.
  public var vixElasticity = -4.2
  /// Lowest VIX a scenario may reach, points.
  public var vixFloor = 8.0
  /// Points of VX future per point of VIX, by tenor.
  public var beta = VolatilityBeta.fallback

  /// Creates the default values.
  public init() {}

  /// VIX after a log return of the index, points.
  public func vix(from vix: Double, logReturn: Double) -> Double {
    max(vixFloor, vix * exponential(vixElasticity * logReturn))
  }
}
