public import Quant

/// How a security moves with the ten-year yield when the market stands still (methodology 3.7).
///
/// Weekly return = α + β_rate·Δy₁₀ + β_market·market return + ε by ordinary least squares with HC1
/// standard errors. A description of the sample, not of what rates will do to the price.
public enum RateSensitivity: Sendable, Hashable, Codable {
  /// The estimates.
  case estimated(RateSensitivityEstimate)
  /// Fewer weeks than ``minimumWeeks``.
  case tooFewWeeks(count: Int)
  /// Yield or market did not vary, or varied as one.
  case undetermined

  /// Two years of weeks, below which nothing is reported.
  public static let minimumWeeks = 104

  /// The estimates when there are any.
  public var estimate: RateSensitivityEstimate? {
    if case .estimated(let estimate) = self { return estimate }
    return nil
  }

  /// Regresses weeks in any order.
  ///
  /// - Throws: `nonFinite` with the index of the week.
  public static func regress(_ weeks: [RateSensitivityWeek]) throws(SeriesError) -> RateSensitivity
  {
    let series = [
      weeks.map(\.returnFraction), weeks.map(\.yieldChangeBasisPoints),
      weeks.map(\.marketReturnFraction),
    ]
    for index in weeks.indices where !series.allSatisfy({ $0[index].isFinite }) {
      throw .nonFinite(index: index)
    }
    guard weeks.count >= minimumWeeks else { return .tooFewWeeks(count: weeks.count) }
    let outcome = try OrdinaryLeastSquares.regress(series[0], on: [series[1], series[2]])
    guard let fit = outcome.fit, let estimate = RateSensitivityEstimate(fit) else {
      return .undetermined
    }
    return .estimated(estimate)
  }
}

/// The two slopes of ``RateSensitivity``.
public struct RateSensitivityEstimate: Sendable, Hashable, Codable {
  /// β_rate: percent of price per +100 basis points of the ten-year yield.
  public let percentPer100BasisPoints: RegressionCoefficient
  /// β_market: return per unit of market return.
  public let marketBeta: RegressionCoefficient
  /// Share of the return's variance explained; `nil` when the return does not vary.
  public let rSquared: Double?
  /// Weeks in the sample.
  public let weeks: Int

  /// Reads a fit of returns on basis points and market returns; `nil` when the unit overflows.
  init?(_ fit: LeastSquaresFit) {
    // A fraction per basis point is 100 % · 100 bp = 10⁴ times as much in percent per 100 bp.
    let rate = fit.slopes[0]
    percentPer100BasisPoints = RegressionCoefficient(
      estimate: 10_000 * rate.estimate, standardError: rate.standardError.map { 10_000 * $0 })
    marketBeta = fit.slopes[1]
    rSquared = fit.rSquared
    weeks = fit.count
    guard percentPer100BasisPoints.estimate.isFinite,
      percentPer100BasisPoints.standardError?.isFinite ?? true
    else { return nil }
  }
}
