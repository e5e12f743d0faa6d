/// The value of one European option per index point of underlying, with its sensitivities.
///
/// All figures are for a long position in one unit (before the contract multiplier of $100) and in
/// the raw units of the formulas. Every field is finite when the inputs of the pricing are.
public struct OptionValue: Sendable, Hashable, Codable {
  /// Price in index points.
  public var price: Double
  /// Change of price per index point of spot (or of the future, for Black-76).
  public var delta: Double
  /// Change of delta per index point.
  public var gamma: Double
  /// Change of price per 1.00 of volatility; divide by 100 for one volatility point.
  public var vega: Double
  /// Change of price per year of elapsing time; divide by 365 for one calendar day.
  public var theta: Double
  /// Change of price per 1.00 of rate; divide by 100 for one percent.
  public var rho: Double

  /// Creates a value from its parts.
  public init(
    price: Double, delta: Double, gamma: Double, vega: Double, theta: Double, rho: Double
  ) {
    self.price = price
    self.delta = delta
    self.gamma = gamma
    self.vega = vega
    self.theta = theta
    self.rho = rho
  }
}
