/// Finds pivot highs, higher highs and bearish divergences bar by bar (methodology 1.6).
///
/// The volume line is on-balance volume, or any cumulative line (advance-decline) in its place. A
/// bar's step depends only on the bars appended so far, so a longer series never changes an event
/// already reported. Memory is fixed by the parameters; a step is O(window), and O(1) amortised on
/// bars without a new pivot.
public struct DivergenceDetector: Sendable, Hashable {
  /// What becomes known at the close of one bar; all three concern the same new pivot.
  public struct Step: Sendable, Hashable {
    /// The new pivot high.
    public var pivot: SwingPivot?
    /// Set when the pivot is higher than its reference.
    public var higherHigh: HigherHigh?
    /// Set when, besides, the volume line is lower and the strengths are defined.
    public var divergence: BearishDivergence?
  }

  private struct Chain: Sendable, Hashable {
    var anchor: VolumePivot
    var lastPivot: Int
    var length: Int
    var strengthFromAnchor: Double
  }

  /// The choices the detector works with.
  public let parameters: DivergenceParameters
  private var pivots: SwingPivotDetector
  private var closes: RecentValues
  private var volumeLine: RecentValues
  private var references: [VolumePivot] = []
  private var chain: Chain?

  /// Creates a detector before its first bar.
  ///
  /// - Throws: `parameterOutOfRange`.
  public init(parameters: DivergenceParameters = DivergenceParameters()) throws(SeriesError) {
    try parameters.validate()
    self.parameters = parameters
    pivots = try SwingPivotDetector(.high, left: parameters.left, right: parameters.right)
    let kept = max(parameters.strengthWindow, parameters.volumeWindow) + parameters.right + 1
    closes = RecentValues(capacity: kept)
    volumeLine = RecentValues(capacity: kept)
  }

  /// Appends one bar and returns what becomes known at its close.
  ///
  /// - Parameters:
  ///   - close: Finite, positive closing price.
  ///   - obv: The volume line at the close, finite.
  /// - Returns: The new pivot, if any, and what it forms with its reference.
  public mutating func append(close: Double, obv: Double) -> Step {
    closes.append(close)
    volumeLine.append(obv)
    guard let swing = pivots.append(close) else { return Step() }
    let pivot = volumePivot(at: swing)
    references.removeAll { $0.index < pivot.index - parameters.maxSeparation }
    defer { references.append(pivot) }
    let latest = references.last { $0.index <= pivot.index - parameters.minSeparation }
    guard let reference = latest, pivot.price > reference.price * (1 + parameters.minRise) else {
      return Step(pivot: swing)
    }
    let pair = HigherHigh(
      reference: reference.index, pivot: pivot.index, known: swing.known,
      priceAtReference: reference.price, priceAtPivot: pivot.price,
      volumeAtReference: reference.volume, volumeAtPivot: pivot.volume,
      volumeReferenceIndex: reference.volumeIndex, volumePivotIndex: pivot.volumeIndex)
    return Step(
      pivot: swing, higherHigh: pair,
      divergence: pair.isDivergent ? divergence(pair, from: reference, to: pivot) : nil)
  }

  private func volumePivot(at swing: SwingPivot) -> VolumePivot {
    let first = max(0, swing.index - parameters.volumeWindow)
    var best = VolumePivot(
      index: swing.index, price: swing.value, volume: volumeLine[first], volumeIndex: first)
    for bar in first...swing.index + parameters.volumeWindow where volumeLine[bar] > best.volume {
      best.volume = volumeLine[bar]
      best.volumeIndex = bar
    }
    return best
  }

  private mutating func divergence(
    _ pair: HigherHigh, from reference: VolumePivot, to pivot: VolumePivot
  ) -> BearishDivergence? {
    guard pivot.index > parameters.strengthWindow,
      let scale = DivergenceScale(
        close: closes, volumeLine: volumeLine, endingAt: pivot.index,
        window: parameters.strengthWindow)
    else { return nil }
    let strength = scale.strength(from: reference, to: pivot)
    guard strength.total.isFinite else { return nil }
    var widening = false
    var next = Chain(
      anchor: reference, lastPivot: pivot.index, length: 1, strengthFromAnchor: strength.total)
    if let chain, chain.lastPivot == reference.index {
      next.anchor = chain.anchor
      next.length = chain.length + 1
      next.strengthFromAnchor = scale.strength(from: chain.anchor, to: pivot).total
      widening =
        next.strengthFromAnchor > parameters.wideningFactor * chain.strengthFromAnchor
    }
    chain = next
    return BearishDivergence(
      reference: pair.reference, pivot: pair.pivot, known: pair.known,
      priceAtReference: pair.priceAtReference, priceAtPivot: pair.priceAtPivot,
      volumeAtReference: pair.volumeAtReference, volumeAtPivot: pair.volumeAtPivot,
      volumeReferenceIndex: pair.volumeReferenceIndex, volumePivotIndex: pair.volumePivotIndex,
      priceStrength: strength.price, volumeStrength: strength.volume, strength: strength.total,
      anchor: next.anchor.index, chainLength: next.length, widening: widening)
  }
}

extension DivergenceDetector {
  /// Every bearish divergence of the series, ascending by `known`.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`,
  ///   `lengthMismatch`.
  public static func events(
    close: [Double], obv: [Double], parameters: DivergenceParameters = DivergenceParameters()
  ) throws(SeriesError) -> [BearishDivergence] {
    var detector = try DivergenceDetector(parameters: parameters)
    try SeriesValidation.requirePrices(close)
    try SeriesValidation.requireSameLength(close.count, obv.count)
    try SeriesValidation.requireFinite(obv)
    return close.indices.compactMap { bar in
      detector.append(close: close[bar], obv: obv[bar]).divergence
    }
  }
}
