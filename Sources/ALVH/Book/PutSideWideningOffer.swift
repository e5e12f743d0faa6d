/// Whether widening the put side is offered on a day (methodology 4.3).
///
/// Offered when a layer of the hedge is held and the lower side is under pressure. It is the only
/// book-side action besides holding: the method never closes the condor.
public struct PutSideWideningOffer: Sendable, Hashable, Codable {
  /// What puts the lower side under pressure.
  public enum Pressure: String, Sendable, Codable, CaseIterable {
    /// The lower break-even is touched with a probability of at least 30 %.
    case touchProbability
    /// The short put's delta is at least 0.25 in absolute value.
    case shortPutDelta
  }

  /// Least risk-neutral probability of touching the lower break-even.
  public static let leastTouchProbability = 0.30
  /// Least absolute delta of the short put.
  public static let leastShortPutDelta = 0.25

  /// Layer held, 0...3.
  public let layer: Int
  /// Risk-neutral probability of touching the lower break-even, 0...1; `nil` when unknown.
  public let touchProbability: Double?
  /// Delta of one short put per index point; the sign does not matter; `nil` when unknown.
  public let shortPutDelta: Double?

  /// Creates the evidence of a day.
  public init(layer: Int, touchProbability: Double?, shortPutDelta: Double?) {
    self.layer = layer
    self.touchProbability = touchProbability
    self.shortPutDelta = shortPutDelta
  }

  /// The pressures that were found; an unknown number is none.
  public var pressures: [Pressure] {
    var found: [Pressure] = []
    if let touchProbability, touchProbability >= Self.leastTouchProbability {
      found.append(.touchProbability)
    }
    if let shortPutDelta, abs(shortPutDelta) >= Self.leastShortPutDelta {
      found.append(.shortPutDelta)
    }
    return found
  }

  /// Whether widening is offered.
  public var isOffered: Bool { layer >= 1 && !pressures.isEmpty }
}
