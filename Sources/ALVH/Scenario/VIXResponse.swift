public import Quant

/// How VIX answers a move of the index: ΔlnVIX = b·r, r the index's log return (methodology 4.5).
///
/// The elasticity is a slope over many sessions, so it understates single crashes and overstates slow
/// declines; a level computed from it is modelled.
public struct VIXResponse: Sendable, Hashable, Codable {
  /// Why the elasticity was not estimated.
  public enum AssumptionReason: String, Sendable, Codable, CaseIterable {
    /// The caller chose the value.
    case chosen
    /// Too few sessions with index and VIX closes.
    case tooFewSessions
    /// The index did not move in the window.
    case noVariation
    /// The estimate is zero or positive, which no scenario should rest on.
    case notNegative
  }

  /// Where the elasticity comes from.
  public enum Source: Sendable, Hashable, Codable {
    /// Least squares with intercept over daily changes.
    ///
    /// `sessions` used, the regression's R² in 0...1 and the slope's classical standard error.
    case estimated(sessions: Int, rSquared: Double, standardError: Double)
    /// An assumed value.
    case assumed(AssumptionReason)
  }

  /// Elasticity assumed without history: ΔlnVIX per log return of the S&P 500, 1999–2018.
  public static let assumedElasticity = -4.2

  /// b: change of lnVIX per log return of the index, dimensionless.
  public var elasticity: Double
  /// Where `elasticity` comes from.
  public var source: Source
  /// Lowest VIX a scenario may reach, points.
  public var floor: Double

  /// Creates a response; elasticity and floor must be finite, the floor positive.
  public init(elasticity: Double, source: Source = .assumed(.chosen), floor: Double = 8) {
    precondition(elasticity.isFinite, "the elasticity must be finite")
    precondition(floor > 0 && floor.isFinite, "the floor must be positive")
    self.elasticity = elasticity
    self.source = source
    self.floor = floor
  }

  /// The assumed response, −4.2, with the reason why nothing was estimated.
  public static func assumed(_ reason: AssumptionReason) -> VIXResponse {
    VIXResponse(elasticity: assumedElasticity, source: .assumed(reason))
  }

  /// `derived` for an estimate from quoted closes, else `assumed`.
  public var provenance: Provenance {
    if case .estimated = source { return .derived }
    return .assumed
  }

  /// VIX after a log return of the index, points.
  ///
  /// Never below the floor, as ``limited(_:from:)`` says. The change of lnVIX is limited to ±20, and
  /// a level beyond the range of a double is the greatest finite number.
  public func vix(from vix: Double, logReturn: Double) -> Double {
    let change = min(max(elasticity * logReturn, -20), 20)
    return limited((vix * exponential(change)).bounded, from: vix)
  }
}
