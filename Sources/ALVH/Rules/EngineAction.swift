/// What the rule table asks for on one session (methodology 4.3).
///
/// The vocabulary has no word for closing the condor: the method never abandons it.
public enum EngineAction: String, Sendable, Codable, CaseIterable {
  /// Nothing to do and no hedge wanted.
  case idle
  /// A divergence is active; wait for alignment.
  case watch
  /// Buy the first layer.
  case enterLayer1
  /// Raise the hedge to the second layer's band.
  case addLayer2
  /// Raise the hedge to the third layer's band.
  case addLayer3
  /// Keep the hedge as it is.
  case hold
  /// Size the hedge again inside the same layer.
  case rebalance
  /// Replace the hedge's contracts by later ones.
  case roll
  /// Sell the whole hedge.
  case unwind

  /// Whether the action changes the hedge's contracts; at most one such action per session.
  public var changesPosition: Bool {
    switch self {
    case .idle, .watch, .hold: false
    case .enterLayer1, .addLayer2, .addLayer3, .rebalance, .roll, .unwind: true
    }
  }
}

/// Why the rule table asked for its action.
public enum EngineReason: String, Sendable, Codable, CaseIterable {
  /// Required data is missing or stale: decide nothing.
  case dataGate
  /// The short-premium book was closed while a hedge was held.
  case bookClosed
  /// There is no short-premium book to hedge.
  case noBook
  /// A hedge leg is about to expire and is replaced.
  case expiryForced
  /// A hedge leg is about to expire and is not replaced.
  case expiry
  /// No divergence is active any more.
  case invalidated
  /// Nothing has reinforced the divergence for too long.
  case timeStop
  /// A divergence is active and fresh.
  case divergence
  /// A divergence is active, but the context does not align with it.
  case notAligned
  /// No divergence is active, or none is fresh.
  case noFreshDivergence
  /// MACD or RSI confirmed the divergence since its pivot.
  case confirmed
  /// Both confirmed it, or it widened, or breadth confirmed it.
  case reinforced
  /// The divergence widened and an inflation surprise reinforces it.
  case macroRoll
  /// The hedge is close to expiration.
  case tenorRoll
  /// The longest interval between two changes has passed.
  case schedule
  /// Coverage left its band.
  case band
  /// A macro roll was due, but rolling does not pay.
  case irrGateFailed
  /// A tenor roll was due, but rolling does not pay.
  case rollDeferred
  /// Nothing in the table calls for a change.
  case inPolicy
}

/// A row of the rule table; the raw value is its number in methodology 4.3.
///
/// Rows are tried in order and the first that matches decides.
public enum EngineRule: Int, Sendable, Codable, CaseIterable {
  /// Data are incomplete.
  case dataGate = 1
  /// There is no short-premium book.
  case book
  /// A hedge leg is about to expire.
  case expiry
  /// The divergence is no longer active.
  case invalidation
  /// Nothing reinforced the divergence for too long.
  case timeStop
  /// No hedge is held: enter, watch or stay idle.
  case entry
  /// Raise layer 1 to layer 2.
  case confirmation
  /// Raise layer 2 to layer 3.
  case reinforcement
  /// Roll because inflation reinforces a widening divergence.
  case macroRoll
  /// Roll because the hedge is close to expiration.
  case tenorRoll
  /// Rebalance by schedule or by band.
  case rebalance
  /// Nothing else matched.
  case hold

  /// The row's number, 1...12.
  public var number: Int { rawValue }
}
