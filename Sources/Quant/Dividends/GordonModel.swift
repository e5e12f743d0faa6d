/// Dividends that grow at one rate for ever: P = D₀·(1 + g)/(r − g).
///
/// Modified duration is 1/(r − g). Source: Gordon, Review of Economics and Statistics 41 (1959)
/// 99-105; methodology 3.8.
public struct GordonModel: DividendDiscountModel, Hashable, Codable {
  /// The annual dividend just paid, per share.
  public let dividend: Double
  /// Growth of dividends, decimal per year.
  public let growthLong: Double

  /// Creates a model.
  ///
  /// - Throws: `parameterOutOfRange` for a dividend that is not positive or a growth not above −1.
  public init(dividend: Double, growth: Double) throws(DividendModelError) {
    try DividendParameters.requireDividend(dividend)
    try DividendParameters.requireGrowth(growth, name: "growth")
    self.dividend = dividend
    growthLong = growth
  }

  /// Price and modified duration at a required return.
  ///
  /// - Parameter requiredReturn: decimal per year, above the growth.
  /// - Returns: finite figures.
  /// - Throws: `parameterOutOfRange("requiredReturn")`, `growthNotBelowReturn`, `overflow`.
  public func value(requiredReturn: Double) throws(DividendModelError) -> DividendValuation {
    let spread = try DividendParameters.spread(requiredReturn, over: growthLong)
    return try DividendParameters.finite(
      price: dividend * (1 + growthLong) / spread, modifiedDurationYears: 1 / spread)
  }
}
