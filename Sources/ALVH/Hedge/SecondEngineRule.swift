public import Quant

/// A rule of the Second Engine's checklist (methodology 4.8).
///
/// The engine adds a few VIX futures to a hedge of calls. "Second Engine" is the seed's name; it is a
/// checklist with a quorum, nothing else.
public enum SecondEngineRule: String, Sendable, Codable, CaseIterable {
  /// At least the first layer of the hedge is held.
  case layerHeld
  /// No required data are missing.
  case dataComplete
  /// The VIX curve is in contango or mixed, its front at most 5 % below spot.
  case curveShape
  /// The hard caps of sizing hold with the future added.
  case dragCap
  /// The future loses at most 0.5 % of net asset value when VIX falls by 20 %.
  case stressLoss
  /// The user has stated the margin of the future.
  case marginStated
  /// Breadth confirms the divergence.
  case breadthConfirms
  /// Price to cash flow is at or above its 80th percentile.
  case cashFlowMultipleHigh
  /// Market-capitalisation rotation accelerates.
  case rotationAccelerates
  /// The divergence widens.
  case divergenceWidens
  /// The real effective exchange rate is elevated.
  case exchangeRateElevated

  /// Whether the rule must pass; of the others a quorum must.
  public var isMandatory: Bool {
    switch self {
    case .layerHeld, .dataComplete, .curveShape, .dragCap, .stressLoss, .marginStated: true
    case .breadthConfirms, .cashFlowMultipleHigh, .rotationAccelerates, .divergenceWidens,
      .exchangeRateElevated:
      false
    }
  }
}

/// The outcome of one rule.
public enum RuleVerdict: String, Sendable, Codable, CaseIterable {
  /// The rule holds.
  case pass
  /// The rule does not hold.
  case fail
  /// There is not enough data to say; never counts as a pass.
  case unknown
}

/// What a verdict rests on.
public enum RuleEvidence: Sendable, Hashable, Codable {
  /// The layer held, 0...3.
  case layer(Int)
  /// A yes or no computed elsewhere.
  case statement(Bool)
  /// Shape of the VIX curve and F₁/VIX − 1, a fraction.
  case curve(state: VIXTermStructure.State, basisFront: Double)
  /// A value in dollars and the limit it is held against.
  case dollars(value: Double, limit: Double)
  /// A percentile, 0...100, and the least that passes.
  case percentile(value: Double, least: Double)
  /// The input is missing.
  case missing
}

/// One rule with its verdict and evidence.
public struct RuleFinding: Sendable, Hashable, Codable {
  /// The rule.
  public let rule: SecondEngineRule
  /// Its outcome.
  public let verdict: RuleVerdict
  /// What it rests on.
  public let evidence: RuleEvidence
}
