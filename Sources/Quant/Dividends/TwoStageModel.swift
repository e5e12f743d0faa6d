/// Dividends that grow at one rate for some years and at another for ever after.
///
/// P = Σₜ₌₁ᴺ D₀(1 + gS)ᵗ/(1 + r)ᵗ + D_N·(1 + gL)/(r − gL)/(1 + r)ᴺ. The short-run growth may exceed
/// the required return. Source: methodology 3.8.
public struct TwoStageModel: DividendDiscountModel, Hashable, Codable {
  /// The annual dividend just paid, per share.
  public let dividend: Double
  /// Growth in the first stage, decimal per year.
  public let growthShort: Double
  /// Growth afterwards, decimal per year.
  public let growthLong: Double
  /// Length of the first stage, whole years.
  public let stageYears: Int

  /// Creates a model; a first stage of 0 years gives Gordon's.
  ///
  /// - Parameters:
  ///   - dividend: annual dividend just paid, positive.
  ///   - growthShort: growth in the first stage, above −1.
  ///   - growthLong: growth afterwards, above −1.
  ///   - stageYears: length of the first stage, 0 to 1000.
  /// - Throws: `parameterOutOfRange` naming the first bad one.
  public init(
    dividend: Double, growthShort: Double, growthLong: Double, stageYears: Int
  ) throws(DividendModelError) {
    try DividendParameters.requireDividend(dividend)
    try DividendParameters.requireGrowth(growthShort, name: "growthShort")
    try DividendParameters.requireGrowth(growthLong, name: "growthLong")
    guard (0...1000).contains(stageYears) else { throw .parameterOutOfRange(name: "stageYears") }
    self.dividend = dividend
    self.growthShort = growthShort
    self.growthLong = growthLong
    self.stageYears = stageYears
  }

  /// Price and modified duration at a required return.
  ///
  /// −P′ = Σ t·PVₜ/(1 + r) + PV_terminal·(1/(r − gL) + N/(1 + r)). O(stageYears).
  ///
  /// - Parameter requiredReturn: decimal per year, above the growth.
  /// - Returns: finite figures.
  /// - Throws: `parameterOutOfRange("requiredReturn")`, `growthNotBelowReturn`, `overflow`.
  public func value(requiredReturn: Double) throws(DividendModelError) -> DividendValuation {
    let spread = try DividendParameters.spread(requiredReturn, over: growthLong)
    let ratio = (1 + growthShort) / (1 + requiredReturn)
    var present = dividend
    var price = 0.0
    var weightedYears = 0.0
    for year in 0..<stageYears {
      present *= ratio
      price += present
      weightedYears += Double(year + 1) * present
    }
    let terminal = present * (1 + growthLong) / spread
    let years = Double(stageYears)
    let slope =
      weightedYears / (1 + requiredReturn) + terminal * (1 / spread + years / (1 + requiredReturn))
    price += terminal
    return try DividendParameters.finite(price: price, modifiedDurationYears: slope / price)
  }
}
