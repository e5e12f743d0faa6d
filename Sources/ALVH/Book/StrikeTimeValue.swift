public import Quant

/// Net time value of one contract line of the book, in dollars (methodology 3.4).
public struct StrikeTimeValue: Sendable, Hashable, Codable {
  /// Series, strike and right.
  public var contract: OptionContract
  /// Net number of contracts.
  public var quantity: Int
  /// Quantity times 100 times the time value over the forward's discounted intrinsic value.
  public var timeValueForwardDollars: Double
  /// Quantity times 100 times the time value over intrinsic value at spot.
  public var timeValueSpotDollars: Double
}

extension StrikeTimeValue {
  /// The time value of a leg; `nil` when the leg has no mark or has expired.
  init?(_ valuation: LegValuation) {
    guard let forward = valuation.timeValueForward, let spot = valuation.timeValueSpot else {
      return nil
    }
    let leg = valuation.leg
    let scale = Double(leg.quantity) * leg.contract.root.multiplier
    self.init(
      contract: leg.contract, quantity: leg.quantity,
      timeValueForwardDollars: (scale * forward).bounded,
      timeValueSpotDollars: (scale * spot).bounded)
  }
}
