public import Quant

/// The signals session by session, in amortised O(1) a session however long the history is.
///
/// One accumulator per indicator, and of the past only what a later state can still show: the
/// divergences of the last 60 sessions and the active ones, the confirmations since the oldest pivot
/// that can lead, and counters for the base rates. Appending the bars of a history one after another
/// gives the states of `SignalTrack` bit for bit. It is a value: a copy can be continued apart.
public struct SignalAccumulator: Sendable, Hashable {
  /// Sessions appended so far.
  public private(set) var count = 0
  /// Whether any session had volume; without, the on-balance volume says nothing.
  ///
  /// A batch refuses a history whose every volume is zero. Bar by bar that cannot be known, so a
  /// leading run of zeros is accepted and whoever shows the states asks here.
  public private(set) var hasVolume = false
  private var lastDate: CalendarDate?
  private var volumeLine = OnBalanceVolume()
  private var strength: RelativeStrengthIndex
  private var convergence: MovingAverageConvergenceDivergence
  private var volatility: RealisedVolatility
  private var crossUnder = CrossUnder()
  private var strengthCrossUnder = CrossUnder()
  private var failureSwing: FailureSwingDetector
  private var divergences: DivergenceLedger
  private var breadth: SessionBreadth
  private var macdCrossUnders: RecentEvents
  private var failureSwings: RecentEvents
  private var rsiCrossUnders: RecentEvents
  private var breadthConfirmations: RecentEvents

  /// Creates an accumulator before its first session.
  ///
  /// - Parameter profile: Supplies the divergence and failure-swing parameters.
  /// - Throws: `parameterOutOfRange`.
  public init(profile: Profile) throws(SeriesError) {
    let swing = profile.failureSwing
    let momentum = profile.momentum
    strength = try RelativeStrengthIndex(period: momentum.rsiPeriod)
    convergence = try MovingAverageConvergenceDivergence(
      fast: momentum.macdFast, slow: momentum.macdSlow, signal: momentum.macdSignal)
    volatility = try RealisedVolatility(window: 21)
    failureSwing = try FailureSwingDetector(
      threshold: swing.threshold, delta: swing.delta, maxBars: swing.maxBars)
    divergences = try DivergenceLedger(parameters: profile.divergence)
    breadth = try SessionBreadth(parameters: profile.divergence)
    let sessions = divergences.confirmationSessions
    macdCrossUnders = RecentEvents(sessions: sessions)
    failureSwings = RecentEvents(sessions: sessions)
    rsiCrossUnders = RecentEvents(sessions: sessions)
    breadthConfirmations = RecentEvents(sessions: sessions)
  }

  /// Appends one session and returns the state at its close.
  ///
  /// A session that is refused leaves the accumulator as it was.
  ///
  /// - Parameters:
  ///   - bar: The session's bar; only close and volume are read.
  ///   - breadth: The session's advances and declines. After the first count every session needs
  ///     one; the line ends for good at the first that has none.
  /// - Returns: The state, equal to `SignalTrack.state(at:)` of the bars so far.
  /// - Throws: `nonFinite`, `nonPositivePrice`, `negativeVolume`, `unsortedDates`, `duplicateDate`
  ///   with the bar counted from 0; `missingInput("volume")` or `missingInput("breadth")` without a
  ///   volume or a counted issue; `parameterOutOfRange("breadth.date")` for another day's count.
  public mutating func append(
    _ bar: DailyBar, breadth: BreadthCount? = nil
  ) throws(SeriesError) -> SignalState {
    let volume = try validVolume(of: bar)
    if let breadth, breadth.date != bar.date { throw .parameterOutOfRange(name: "breadth.date") }
    let breadthStep = try self.breadth.append(close: bar.close, count: breadth)
    let index = count
    count += 1
    lastDate = bar.date
    hasVolume = hasVolume || volume > 0
    let here = RecentEvents.Event(bar: index, date: bar.date)
    let obv = volumeLine.append(close: bar.close, volume: volume)
    let rsi = strength.append(bar.close)
    let reading = convergence.append(bar.close)
    let crossed = crossUnder.append(reading?.macd, below: reading?.signal)
    macdCrossUnders.append(crossed ? here : nil, at: index)
    failureSwings.append(failureSwing.append(rsi) != nil ? here : nil, at: index)
    let crossedBelow = strengthCrossUnder.append(
      strength.isDegenerate ? nil : rsi, below: failureSwing.threshold)
    rsiCrossUnders.append(crossedBelow ? here : nil, at: index)
    breadthConfirmations.append(breadthStep?.isConfirming == true ? here : nil, at: index)
    let today = divergences.append(
      date: bar.date, close: bar.close, obv: obv, crossUnders: macdCrossUnders)
    let pivot = today.leadPivot
    return SignalState(
      onBalanceVolume: obv, rsi: rsi, macd: reading?.macd, macdSignal: reading?.signal,
      realisedVolatility: volatility.append(bar.close),
      advanceDeclineLine: breadthStep?.advanceDeclineLine, historyLength: index,
      lead: today.lead, new: today.new, ended: today.ended, recent: today.recent,
      macdConfirmed: pivot.flatMap { macdCrossUnders.first(since: $0) },
      rsiConfirmed: pivot.flatMap { failureSwings.first(since: $0) },
      rsiCrossedBelow: pivot.flatMap { rsiCrossUnders.first(since: $0) },
      breadthConfirmed: pivot.flatMap { breadthConfirmations.first(since: $0) },
      macdCrossedToday: crossed, rsiCrossedBelowToday: crossedBelow, baseRate: divergences.baseRate)
  }

  private func validVolume(of bar: DailyBar) throws(SeriesError) -> Double {
    if let lastDate {
      guard bar.date >= lastDate else { throw .unsortedDates(index: count) }
      guard bar.date > lastDate else { throw .duplicateDate(index: count) }
    }
    guard let volume = bar.volume else { throw .missingInput(name: "volume") }
    guard bar.close.isFinite, volume.isFinite else { throw .nonFinite(index: count) }
    guard bar.close > 0 else { throw .nonPositivePrice(index: count) }
    guard volume >= 0 else { throw .negativeVolume(index: count) }
    return volume
  }
}
