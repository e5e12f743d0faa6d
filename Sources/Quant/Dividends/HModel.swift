/// Growth that fades linearly from a short-run to a long-run rate over 2H years.
///
/// P = D₀·[(1 + gL) + H·(gS − gL)]/(r − gL), an approximation: the exact sum of such dividends
/// differs, the more the higher the excess growth and the longer the fade. Modified duration is
/// 1/(r − gL). Source: Fuller and Hsia, Financial Analysts Journal 40(5) (1984) 49-56; methodology
/// 3.8.
public struct HModel: DividendDiscountModel, Hashable, Codable {
  /// The annual dividend just paid, per share.
  public let dividend: Double
  /// Growth now, decimal per year.
  public let growthShort: Double
  /// Growth after the fade, decimal per year.
  public let growthLong: Double
  /// Half of the time that growth takes to fade, years.
  public let halfLifeYears: Double

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - dividend: annual dividend just paid, positive.
  ///   - growthShort: growth now, above −1.
  ///   - growthLong: growth after the fade, above −1.
  ///   - halfLifeYears: H, not negative.
  /// - Throws: `parameterOutOfRange` naming the first bad one; `growthShort` also when the decline
  ///   is so steep that the approximation gives a price of zero or less.
  public init(
    dividend: Double, growthShort: Double, growthLong: Double, halfLifeYears: Double
  ) throws(DividendModelError) {
    try DividendParameters.requireDividend(dividend)
    try DividendParameters.requireGrowth(growthShort, name: "growthShort")
    try DividendParameters.requireGrowth(growthLong, name: "growthLong")
    guard halfLifeYears.isFinite, halfLifeYears >= 0 else {
      throw .parameterOutOfRange(name: "halfLifeYears")
    }
    guard 1 + growthLong + halfLifeYears * (growthShort - growthLong) > 0 else {
      throw .parameterOutOfRange(name: "growthShort")
    }
    self.dividend = dividend
    self.growthShort = growthShort
    self.growthLong = growthLong
    self.halfLifeYears = halfLifeYears
  }

  /// Price and modified duration at a required return.
  ///
  /// - Parameter requiredReturn: decimal per year, above the growth.
  /// - Returns: finite figures.
  /// - Throws: `parameterOutOfRange("requiredReturn")`, `growthNotBelowReturn`, `overflow`.
  public func value(requiredReturn: Double) throws(DividendModelError) -> DividendValuation {
    let spread = try DividendParameters.spread(requiredReturn, over: growthLong)
    let growth = 1 + growthLong + halfLifeYears * (growthShort - growthLong)
    return try DividendParameters.finite(
      price: dividend * growth / spread, modifiedDurationYears: 1 / spread)
  }
}
