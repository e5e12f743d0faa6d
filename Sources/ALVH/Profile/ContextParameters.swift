/// Parameters of the context rules: catalyst, REER and inflation surprise.
public struct ContextParameters: Sendable, Hashable, Codable {
  /// Sessions ahead in which a policy event counts as a catalyst.
  public var catalystSessions = 10
  /// Fewest known surprises from which a standard deviation is taken.
  public var minSurprises = 12
  /// Calendar days a surprise stays relevant.
  public var surpriseDays = 30

  /// Standard deviations above its ten-year mean from which the exchange rate counts as elevated.
  public var exchangeRateScore = 1.0
  /// Least score of the larger of the two inflation surprises.
  public var surpriseScore = 0.5
  /// Least score of the smaller of the two.
  public var surpriseFloor = -0.5

  /// Creates the default values.
  public init() {}
}
