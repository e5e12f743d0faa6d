/// Parameters of the rule table, in sessions (methodology 4.3).
///
/// Only `rebalanceMin` and `rebalanceMax` are stated by the seed; the rest are interpretations.
public struct EngineParameters: Sendable, Hashable, Codable {
  /// Whether the first layer waits until the context aligns with the divergence.
  public var requireAlignment = true
  /// Fewest sessions between two position changes before a layer may be added.
  public var minDwell = 3
  /// Fewest sessions between two changes before a roll or a rebalance by band.
  public var rebalanceMin = 3
  /// Sessions after which the hedge is rebalanced in any case.
  public var rebalanceMax = 5
  /// Sessions without reinforcement after which the hedge is unwound.
  public var timeStop = 20
  /// Sessions to expiration at or below which a roll is considered.
  public var rollSessions = 10
  /// Sessions to expiration at or below which a leg must be rolled or unwound.
  public var expirySessions = 1

  /// Creates the default values.
  public init() {}
}

/// What the rule table reads about one session, known at its close.
public struct EngineInputs: Sendable, Hashable, Codable {
  /// Whether a book with short vega exists.
  public var hasBook: Bool
  /// Whether every required input is present and current.
  public var dataOK: Bool
  /// Whether a divergence became known at this session.
  public var newDivergence: Bool
  /// Whether at least one divergence is active.
  public var divergenceActive: Bool
  /// Whether the context (REER, policy calendar) aligns with the divergence.
  public var aligned: Bool
  /// Whether MACD has crossed under its signal since the pivot.
  public var macd: Bool
  /// Whether the RSI has completed a failure swing since the pivot.
  public var rsi: Bool
  /// Whether breadth has confirmed the divergence since the pivot.
  public var ad: Bool
  /// Whether the divergence widened at this session.
  public var widening: Bool
  /// Whether a recent inflation surprise reinforces the divergence.
  public var inflationReinforce: Bool
  /// Sessions until the nearest hedge leg expires; `nil` when the hedge holds no contract.
  public var minSessionsToExpiry: Int?
  /// Whether coverage lies outside the band of the current layer.
  public var coverageOutOfBand: Bool
  /// Whether a roll passes the gate of methodology 4.7.
  public var irrGatePass: Bool

  /// Creates a session's inputs; everything optional defaults to a quiet session with a book.
  public init(
    hasBook: Bool = true, dataOK: Bool = true, newDivergence: Bool = false,
    divergenceActive: Bool = false, aligned: Bool = false, macd: Bool = false, rsi: Bool = false,
    ad: Bool = false, widening: Bool = false, inflationReinforce: Bool = false,
    minSessionsToExpiry: Int? = nil, coverageOutOfBand: Bool = false, irrGatePass: Bool = false
  ) {
    self.hasBook = hasBook
    self.dataOK = dataOK
    self.newDivergence = newDivergence
    self.divergenceActive = divergenceActive
    self.aligned = aligned
    self.macd = macd
    self.rsi = rsi
    self.ad = ad
    self.widening = widening
    self.inflationReinforce = inflationReinforce
    self.minSessionsToExpiry = minSessionsToExpiry
    self.coverageOutOfBand = coverageOutOfBand
    self.irrGatePass = irrGatePass
  }
}
