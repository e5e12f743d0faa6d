public import Quant

/// One contract that may be bought as a hedge, with what sizing needs to know about it.
///
/// Per contract: exposure to spot VIX, gross notional, and drag, the loss in the unchanged
/// scenario (methodology 4.2, 4.4).
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct HedgeCandidate: Sendable, Hashable, Codable {
  /// Identifier, unique in a problem, for example the contract's symbol.
  public var id: String
  /// The option; `nil` for a future.
  public var contract: OptionContract?
  /// Implied volatility of the option's midpoint per √year, decimal; `nil` when not priced here.
  public var impliedVolatility: Double?
  /// Dollars per point of the contract: 100 for VIX options and VXM, 1,000 for VX.
  public var multiplier: Double
  /// Price of the VX future of the same expiration, VIX points.
  public var future: Double
  /// Delta with respect to the future, discounted; 1 for a future.
  public var delta: Double
  /// VIX-future points per point of spot VIX at the contract's own tenor.
  public var volatilityBeta: Double
  /// Price paid, VIX points: the ask.
  public var ask: Double
  /// Value after the review period in the unchanged scenario, VIX points.
  public var unchangedValue: Double
  /// Commission per contract, dollars.
  public var commissionDollars: Double
  /// Exposure to one point of spot VIX, dollars: `multiplier · delta · β` (methodology 4.2).
  public var vegaDollarsPerVIXPoint: Double
  /// Gross notional, dollars: `multiplier · future`.
  public var notionalDollars: Double
  /// Loss in the unchanged scenario, dollars: `max(0, multiplier · (ask − u)) + commission`.
  public var dragDollars: Double

  /// Creates a candidate and derives its exposure, notional and drag.
  public init(
    id: String, multiplier: Double = 100, future: Double, delta: Double, volatilityBeta: Double,
    ask: Double, unchangedValue: Double, commissionDollars: Double
  ) {
    self.id = id
    self.multiplier = multiplier
    self.future = future
    self.delta = delta
    self.volatilityBeta = volatilityBeta
    self.ask = ask
    self.unchangedValue = unchangedValue
    self.commissionDollars = commissionDollars
    vegaDollarsPerVIXPoint = ((multiplier * delta).bounded * volatilityBeta).bounded
    notionalDollars = (multiplier * future).bounded
    dragDollars = (max(0, multiplier * (ask - unchangedValue).bounded) + commissionDollars).bounded
  }
}
