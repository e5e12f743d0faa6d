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

  /// How VIX answers the index with these values.
  public var response: VIXResponse {
    VIXResponse(elasticity: vixElasticity, floor: vixFloor)
  }
}
