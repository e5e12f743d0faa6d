/// Everything the divergence rules find in one series (methodology 1.6).
///
/// An end that lies after a bar of interest must not be shown on that bar: ask
/// `activeEpisodes(at:)`, which depends on the bars up to its own only.
public struct DivergenceHistory: Sendable, Hashable {
  /// Every pivot high, ascending.
  public private(set) var pivots: [SwingPivot] = []
  /// Every higher high, divergent or confirmed, ascending by `known`.
  public private(set) var higherHighs: [HigherHigh] = []
  /// Every divergence with its end, ascending by `known`.
  public private(set) var episodes: [DivergenceEpisode] = []

  /// Follows a whole series, in O(bars × window).
  ///
  /// - Parameters:
  ///   - close: Closing prices.
  ///   - obv: The volume line, one value per close.
  ///   - parameters: The choices of the method.
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`,
  ///   `lengthMismatch`.
  public init(
    close: [Double], obv: [Double], parameters: DivergenceParameters = DivergenceParameters()
  ) throws(SeriesError) {
    var tracker = try DivergenceTracker(parameters: parameters)
    try SeriesValidation.requirePrices(close)
    try SeriesValidation.requireSameLength(close.count, obv.count)
    try SeriesValidation.requireFinite(obv)
    for bar in close.indices {
      let step = tracker.append(close: close[bar], obv: obv[bar])
      if let pivot = step.found.pivot { pivots.append(pivot) }
      if let higherHigh = step.found.higherHigh { higherHighs.append(higherHigh) }
      episodes.append(contentsOf: step.ended)
    }
    episodes.append(contentsOf: tracker.active)
    episodes.sort { $0.divergence.known < $1.divergence.known }
  }

  /// The divergences, ascending by `known`.
  public var divergences: [BearishDivergence] { episodes.map(\.divergence) }

  /// The higher highs without divergence, ascending by `known`.
  public var confirmedHigherHighs: [HigherHigh] { higherHighs.filter(\.isConfirmed) }

  /// The episodes active at the close of the bar, in the order they began.
  public func activeEpisodes(at bar: Int) -> [DivergenceEpisode] {
    episodes.filter { $0.isActive(at: bar) }
  }
}
