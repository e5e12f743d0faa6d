public import Quant

/// Every indicator over the whole history, computed once; a day reads only what it had known.
///
/// All arrays are aligned with the bars. Events carry the bar at whose close they were known, and
/// the look-ups below never return a later one, so a day's state is the same on a history cut there.
/// `SignalAccumulator` gives the same states session by session; this batch form serves charts and
/// event studies, which need the columns.
public struct SignalTrack: Sendable {
  /// The sessions.
  public let dates: [CalendarDate]
  /// Closes, index points.
  public let close: [Double]
  /// On-balance volume.
  public let onBalanceVolume: [Double]
  /// Wilder's RSI.
  public let rsi: IndicatorSeries
  /// MACD, its signal line and histogram.
  public let macd: MACDSeries
  /// Realised volatility over 21 sessions, per √year.
  public let realisedVolatility: [Double?]
  /// Advance-decline line; `nil` before the first count and from the first gap on.
  ///
  /// It starts at the first session with a count; counts of other dates do not enter it.
  public let advanceDeclineLine: [Double?]
  /// Sessions on which MACD crossed under its signal, ascending bar indices.
  public let macdCrossUnders: [Int]
  /// RSI failure swings, ascending by `known`.
  public let failureSwings: [FailureSwing]
  /// Sessions on which RSI crossed below the failure swing's threshold, ascending bar indices.
  public let rsiCrossUnders: [Int]
  /// Price/OBV divergences with their life, ascending by `known`.
  public let episodes: [DivergenceEpisode]
  /// Price/A-D divergences, ascending by `known`.
  public let breadthDivergences: [BearishDivergence]
  /// Sessions on which breadth confirmed by either rule of `BreadthConfirmation`, ascending.
  public let breadthConfirmations: [Int]
  /// The longest a divergence stays active, sessions.
  let maxActiveSessions: Int
  /// How many of the first n episodes had a cross-under in time; one entry more than episodes.
  let confirmedCounts: [Int]

  /// Computes every indicator, in O(bars).
  ///
  /// - Throws: `SeriesError` for invalid bars or counts; `unsortedDates` and `duplicateDate` for
  ///   their dates; `missingInput("volume")` when a bar has no volume or none has any.
  public init(_ history: MarketHistory, profile: Profile) throws(SeriesError) {
    dates = history.bars.map(\.date)
    close = history.bars.map(\.close)
    try SeriesValidation.requireAscending(dates)
    var volume: [Double] = []
    volume.reserveCapacity(history.bars.count)
    for bar in history.bars {
      guard let value = bar.volume else { throw .missingInput(name: "volume") }
      volume.append(value)
    }
    onBalanceVolume = try OnBalanceVolume.series(close: close, volume: volume)
    let momentum = profile.momentum
    rsi = try RelativeStrengthIndex.series(close: close, period: momentum.rsiPeriod)
    macd = try MovingAverageConvergenceDivergence.series(
      close: close, fast: momentum.macdFast, slow: momentum.macdSlow,
      signal: momentum.macdSignal)
    realisedVolatility = try RealisedVolatility.series(close: close, window: 21)
    macdCrossUnders = try CrossUnder.indices(of: macd.macd, below: macd.signal)
    let swing = profile.failureSwing
    failureSwings = try FailureSwing.events(
      rsi: rsi, threshold: swing.threshold, delta: swing.delta, maxBars: swing.maxBars)
    // A degenerate bar reads 0, which is no strength that anything could have crossed to.
    rsiCrossUnders = CrossUnder.indices(
      of: try RelativeStrengthIndex.signalSeries(close: close, period: momentum.rsiPeriod),
      below: swing.threshold)
    episodes = try DivergenceHistory(
      close: close, obv: onBalanceVolume, parameters: profile.divergence
    ).episodes
    maxActiveSessions = profile.divergence.maxActiveSessions
    confirmedCounts = Self.confirmedCounts(episodes, crossUnders: macdCrossUnders)
    let breadth = try BreadthColumns(
      history.breadth, dates: dates, close: close, parameters: profile.divergence)
    advanceDeclineLine = breadth.line
    breadthDivergences = breadth.divergences
    breadthConfirmations = breadth.confirmations
  }

  private static func confirmedCounts(
    _ episodes: [DivergenceEpisode], crossUnders: [Int]
  ) -> [Int] {
    var counts = [0]
    counts.reserveCapacity(episodes.count + 1)
    var confirmed = 0
    for divergence in episodes.lazy.map(\.divergence) {
      let last = divergence.known + TriggerBaseRate.judgedAfterSessions
      if crossUnders.first(from: divergence.pivot, through: last) != nil { confirmed += 1 }
      counts.append(confirmed)
    }
    return counts
  }

  /// The divergence of an episode as it was known at the close of bar `index`.
  public func view(_ episode: DivergenceEpisode, at index: Int) -> DivergenceView {
    let divergence = episode.divergence
    var view = DivergenceView(divergence, anchor: dates[divergence.anchor]) { dates[$0] }
    if let ended = episode.endedAt, ended <= index {
      view.ended = dates[ended]
      view.endReason = episode.endReason
    }
    return view
  }
}

/// Breadth over all sessions, for `SignalTrack`.
private struct BreadthColumns {
  var line: [Double?] = []
  var divergences: [BearishDivergence] = []
  var confirmations: [Int] = []

  init(
    _ counts: [BreadthCount], dates: [CalendarDate], close: [Double],
    parameters: DivergenceParameters
  ) throws(SeriesError) {
    // Checks every count, those of dates without a bar included, with the position in the file.
    if !counts.isEmpty { _ = try AdvanceDeclineLine.series(counts) }
    var breadth = try SessionBreadth(parameters: parameters)
    line.reserveCapacity(dates.count)
    var next = counts.startIndex
    for (bar, date) in dates.enumerated() {
      while next < counts.endIndex, counts[next].date < date { next += 1 }
      let count = next < counts.endIndex && counts[next].date == date ? counts[next] : nil
      let step = try breadth.append(close: close[bar], count: count)
      line.append(step?.advanceDeclineLine)
      if let divergence = step?.divergence { divergences.append(divergence) }
      if step?.isConfirming == true { confirmations.append(bar) }
    }
  }
}

extension [Int] {
  /// The first of ascending values in a closed range, or `nil` when none is; O(log n).
  func first(from lower: Int, through upper: Int) -> Int? {
    let index = partitioningIndex { $0 >= lower }
    return index < count && self[index] <= upper ? self[index] : nil
  }
}
