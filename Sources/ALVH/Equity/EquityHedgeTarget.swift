public import Quant

/// The VIX exposure a hedge of an equity book aims at (methodology 3.7).
///
/// An equity book has no option vega. Its owner names a target, or the target is −β_VIX from a
/// regression of the book's profit on the change of VIX: what the book loses, on average, per point
/// that VIX rises.
public enum EquityHedgeTarget: Sendable, Hashable, Codable {
  /// Named by the owner, dollars per VIX point; provenance `assumed`.
  case named(dollarsPerVIXPoint: Double)
  /// −β_VIX of the regression, dollars per VIX point; provenance `derived`.
  case regressed(dollarsPerVIXPoint: Double, regression: LeastSquaresFit)
  /// No target, and why.
  case refused(Refusal)

  /// Why a regression gives no target.
  public enum Refusal: Sendable, Hashable, Codable {
    /// Fewer sessions than ``EquityHedgeTarget/minimumSessions``.
    case tooFewSessions(count: Int)
    /// VIX did not move, or book or slope is out of numeric range.
    case undetermined
    /// R² below ``EquityHedgeTarget/minimumRSquared``, or a book that never moved (`nil`).
    case unexplained(rSquared: Double?)
    /// The book gains when VIX rises: there is nothing to hedge.
    case gainsWithVIX(dollarsPerVIXPoint: Double)
  }

  /// Sessions below which no slope is used; the minimum of the volatility betas (1.9).
  public static let minimumSessions = 60
  /// Least R² of a regression that may set a target.
  public static let minimumRSquared = 0.1

  /// A target named by the owner.
  ///
  /// - Throws: `parameterOutOfRange("dollarsPerVIXPoint")` unless finite and positive.
  public static func naming(dollarsPerVIXPoint: Double) throws(SeriesError) -> EquityHedgeTarget {
    guard dollarsPerVIXPoint.isFinite, dollarsPerVIXPoint > 0 else {
      throw .parameterOutOfRange(name: "dollarsPerVIXPoint")
    }
    return .named(dollarsPerVIXPoint: dollarsPerVIXPoint)
  }

  /// A target from the book's past moves with VIX.
  ///
  /// - Throws: `nonFinite` with the index of the move.
  public static func regress(
    _ moves: [BookVolatilityMove]
  ) throws(SeriesError) -> EquityHedgeTarget {
    for (index, move) in moves.enumerated()
    where !move.profitDollars.isFinite || !move.vixChange.isFinite {
      throw .nonFinite(index: index)
    }
    guard moves.count >= minimumSessions else {
      return .refused(.tooFewSessions(count: moves.count))
    }
    let outcome = try OrdinaryLeastSquares.regress(
      moves.map(\.profitDollars), on: [moves.map(\.vixChange)])
    guard let fit = outcome.fit else { return .refused(.undetermined) }
    guard let rSquared = fit.rSquared, rSquared >= minimumRSquared else {
      return .refused(.unexplained(rSquared: fit.rSquared))
    }
    let slope = fit.slopes[0].estimate
    guard slope < 0 else { return .refused(.gainsWithVIX(dollarsPerVIXPoint: slope)) }
    return .regressed(dollarsPerVIXPoint: -slope, regression: fit)
  }

  /// The hedge's target, dollars per VIX point, positive; `nil` when refused.
  public var dollarsPerVIXPoint: Double? {
    switch self {
    case .named(let dollars), .regressed(let dollars, _): dollars
    case .refused: nil
    }
  }

  /// What stands in for the option book's vega when the hedge is sized: minus the target.
  ///
  /// Negative, as the vega of a short-premium book is, so that sizing (4.4) needs no other rule.
  public var bookVegaDollarsPerVolPoint: Double? { dollarsPerVIXPoint.map { -$0 } }

  /// The tag of the target, to be combined with that of its inputs; `nil` when refused.
  public var provenance: Provenance? {
    switch self {
    case .named: .assumed
    case .regressed: .derived
    case .refused: nil
    }
  }
}
