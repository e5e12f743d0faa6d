public import Quant

/// Every indicator over the whole history, computed once; a day reads only what it had known.
///
/// All arrays are aligned with the bars. Events carry the bar at whose close they were known, and
/// the look-ups below never return a later one, so a day's state is the same on a history cut there.
public struct SignalTrack: Sendable {
  /// The sessions.
  public let dates: [CalendarDate]
  /// Closes, index points.
  public let close: [Double]
  /// On-balance volume.
  public let onBalanceVolume: [Double]
  /// Wilder's RSI.
  public let rsi: [Double?]
  /// MACD, its signal line and histogram.
  public let macd: MACDSeries
  /// Realised volatility over 21 sessions, per √year.
  public let realisedVolatility: [Double?]
  /// Advance-decline line; `nil` before the first count and from the first gap on.
  public let advanceDeclineLine: [Double?]
  /// Sessions on which MACD crossed under its signal, ascending bar indices.
  public let macdCrossUnders: [Int]
  /// RSI failure swings, ascending by `known`.
  public let failureSwings: [FailureSwing]
  /// Price/OBV divergences with their life, ascending by `known`.
  public let episodes: [DivergenceEpisode]
  /// Price/A-D divergences, ascending by `known`.
  public let breadthDivergences: [BearishDivergence]

  /// Computes every indicator.
  ///
  /// - Throws: `SeriesError` for invalid bars; `missingInput` when a bar has no volume.
  public init(_ history: MarketHistory, profile: Profile) throws(SeriesError) {
    dates = history.bars.map(\.date)
    close = history.bars.map(\.close)
    var volume: [Double] = []
    volume.reserveCapacity(history.bars.count)
    for bar in history.bars {
      guard let value = bar.volume else { throw .missingInput(name: "volume") }
      volume.append(value)
    }
    onBalanceVolume = try OnBalanceVolume.series(close: close, volume: volume)
    rsi = try RelativeStrengthIndex.series(close: close, period: 14)
    macd = try MovingAverageConvergenceDivergence.series(
      close: close, fast: 12, slow: 26, signal: 9)
    realisedVolatility = try RealisedVolatility.series(close: close, window: 21)
    macdCrossUnders = try CrossUnder.indices(of: macd.macd, below: macd.signal)
    let swing = profile.failureSwing
    failureSwings = try FailureSwing.events(
      rsi: rsi, threshold: swing.threshold, delta: swing.delta, maxBars: swing.maxBars)
    episodes = try DivergenceHistory(
      close: close, obv: onBalanceVolume, parameters: profile.divergence
    ).episodes
    advanceDeclineLine = try Self.aligned(history.breadth, to: dates)
    let line = advanceDeclineLine.compactMap { $0 }
    breadthDivergences =
      line.count == close.count && !line.isEmpty
      ? try DivergenceDetector.events(close: close, obv: line, parameters: profile.divergence) : []
  }

  private static func aligned(
    _ counts: [BreadthCount], to dates: [CalendarDate]
  ) throws(SeriesError) -> [Double?] {
    guard !counts.isEmpty else { return dates.map { _ in nil } }
    let line = try AdvanceDeclineLine.series(counts)
    var byDate: [CalendarDate: Double] = [:]
    for (count, value) in zip(counts, line) { byDate[count.date] = value }
    var isBroken = false
    return dates.map { date in
      let value = byDate[date]
      if value == nil, date >= counts[0].date { isBroken = true }
      return isBroken ? nil : value
    }
  }

  /// The divergence of an episode as it was known at the close of bar `index`.
  public func view(_ episode: DivergenceEpisode, at index: Int) -> DivergenceView {
    let divergence = episode.divergence
    let ended = episode.endedAt.flatMap { $0 <= index ? $0 : nil }
    return DivergenceView(
      reference: dates[divergence.reference], pivot: dates[divergence.pivot],
      known: dates[divergence.known], anchor: dates[divergence.anchor],
      priceAtReference: divergence.priceAtReference, priceAtPivot: divergence.priceAtPivot,
      volumeReference: dates[divergence.volumeReferenceIndex],
      volumePivot: dates[divergence.volumePivotIndex],
      volumeChange: divergence.volumeAtPivot - divergence.volumeAtReference,
      strength: divergence.strength, isWidening: divergence.widening,
      ended: ended.map { dates[$0] }, endReason: ended == nil ? nil : episode.endReason,
      band: divergence.band)
  }

  /// The latest of `values` that lies in `range`; `values` ascend.
  static func latest(_ values: [Int], in range: ClosedRange<Int>) -> Int? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= range.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, values[low - 1] >= range.lowerBound else { return nil }
    return values[low - 1]
  }
}
