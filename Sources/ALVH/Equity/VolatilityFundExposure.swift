public import Quant

/// The VIX exposure of an exchange-traded volatility fund, estimated from its past (ledger, §8).
///
/// v = quantity·price·β/VIX in dollars per VIX point, with β the slope of the fund's daily return on
/// the relative daily change of VIX, with intercept and HC1 standard errors, over at least 120
/// sessions. The decay of leveraged and daily rebalanced funds is not modelled, and the exposure
/// holds for one session only; such rows are shown and never enter sizing.
public enum VolatilityFundExposure: Sendable, Hashable, Codable {
  /// The exposure, in dollars per VIX point, and the regression it rests on.
  case estimated(dollarsPerVIXPoint: Double, regression: LeastSquaresFit)
  /// Fewer sessions than ``minimumSessions``.
  case tooFewSessions(count: Int)
  /// VIX did not move, or the exposure is beyond the range of a `Double`.
  case undetermined

  /// Sessions of returns below which nothing is estimated.
  public static let minimumSessions = 120
  /// Whether the exposure counts towards the hedge's size: never.
  public static let entersSizing = false

  /// Dollars per VIX point; `nil` without an estimate.
  public var dollarsPerVIXPoint: Double? {
    if case .estimated(let dollars, _) = self { return dollars }
    return nil
  }

  /// Estimates the exposure of a holding at the close of a date.
  ///
  /// The holding is valued at the last close, and VIX read, on the last date common to both series.
  ///
  /// - Parameters:
  ///   - quantityShares: shares held; negative is short.
  ///   - prices: the fund's closes in dollars, adjusted for splits, strictly ascending.
  ///   - vix: VIX closes in points, strictly ascending.
  ///   - date: rows dated or known later are not read.
  /// - Returns: the exposure, or why there is none.
  /// - Throws: `parameterOutOfRange("quantityShares")` unless finite; for the first bad series, the
  ///   fund's first, with the index there `nonFinite`, `nonPositivePrice`, `unsortedDates`,
  ///   `duplicateDate`.
  public static func estimate(
    quantityShares: Double, prices: [DatedValue], vix: [DatedValue], through date: CalendarDate
  ) throws(SeriesError) -> VolatilityFundExposure {
    guard quantityShares.isFinite else { throw .parameterOutOfRange(name: "quantityShares") }
    let aligned = try AlignedSeries([(prices, true), (vix, true)], through: date)
    let pairs = aligned.pairs(longestGapDays: BookVolatilityMove.longestGapDays)
    guard pairs.count >= minimumSessions, let last = aligned.rows.last else {
      return .tooFewSessions(count: pairs.count)
    }
    let returns = [0, 1].map { column in
      pairs.map { $0.after.values[column] / $0.before.values[column] - 1 }
    }
    guard returns.allSatisfy({ $0.allSatisfy(\.isFinite) }),
      let fit = try OrdinaryLeastSquares.regress(returns[0], on: [returns[1]]).fit
    else { return .undetermined }
    let dollars = quantityShares * last.values[0] * (fit.slopes[0].estimate / last.values[1])
    return dollars.isFinite
      ? .estimated(dollarsPerVIXPoint: dollars, regression: fit) : .undetermined
  }
}
