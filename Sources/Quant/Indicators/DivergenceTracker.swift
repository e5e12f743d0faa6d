/// Follows divergences from the bar they become known to the bar they end (methodology 1.6).
///
/// Several may be active at once. Holds only the active ones; a step is O(window + active).
public struct DivergenceTracker: Sendable, Hashable {
  /// What one bar brings.
  public struct Step: Sendable, Hashable {
    /// What the detector found: pivot, higher high, divergence.
    public var found: DivergenceDetector.Step
    /// Episodes that end on the bar, in the order they began.
    public var ended: [DivergenceEpisode]
  }

  /// The episodes active at the close of the last bar, in the order they began.
  public private(set) var active: [DivergenceEpisode] = []
  private var detector: DivergenceDetector
  private var bar = -1

  /// Creates a tracker before its first bar.
  ///
  /// - Throws: `parameterOutOfRange`.
  public init(parameters: DivergenceParameters = DivergenceParameters()) throws(SeriesError) {
    detector = try DivergenceDetector(parameters: parameters)
  }

  /// Appends one bar and returns what it brings.
  ///
  /// - Parameters:
  ///   - close: Finite, positive closing price.
  ///   - obv: The volume line at the close, finite.
  /// - Returns: What the detector found and the episodes that end.
  public mutating func append(close: Double, obv: Double) -> Step {
    bar += 1
    let found = detector.append(close: close, obv: obv)
    if let divergence = found.divergence {
      active.append(DivergenceEpisode(divergence: divergence))
    }
    guard !active.isEmpty else { return Step(found: found, ended: []) }
    let confirmed = found.higherHigh.flatMap { $0.isConfirmed ? $0 : nil }
    for index in active.indices {
      let reason = endReason(
        of: active[index].divergence, obv: obv, confirmedHigherHigh: confirmed)
      guard let reason else { continue }
      active[index].endedAt = bar
      active[index].endReason = reason
    }
    let ended = active.filter { $0.endedAt != nil }
    active.removeAll { $0.endedAt != nil }
    return Step(found: found, ended: ended)
  }

  private func endReason(
    of divergence: BearishDivergence, obv: Double, confirmedHigherHigh: HigherHigh?
  ) -> DivergenceEpisode.EndReason? {
    if obv > divergence.volumeAtReference { return .volumeConfirmed }
    // A rally that stays below the divergent high says nothing about that high: the confirming pivot
    // must be a higher high than the divergence's own, not only than its own reference.
    if let higherHigh = confirmedHigherHigh, higherHigh.priceAtPivot > divergence.priceAtPivot {
      return .higherHighConfirmed
    }
    return bar - divergence.known >= detector.parameters.maxActiveSessions ? .expired : nil
  }
}
