public import Quant

/// What the indicators said at the close of one session.
public struct SignalState: Sendable, Hashable, Codable {
  /// On-balance volume, in the volume's unit; only differences mean anything.
  public var onBalanceVolume: Double
  /// RSI(14), 0…100.
  public var rsi: Double?
  /// MACD 12/26, index points.
  public var macd: Double?
  /// MACD's signal line, index points.
  public var macdSignal: Double?
  /// Realised volatility over 21 sessions, per √year.
  public var realisedVolatility: Double?
  /// Advance-decline line, issues.
  public var advanceDeclineLine: Double?
  /// Sessions of history before this one.
  public var historyLength: Int
  /// The latest active divergence.
  public var lead: DivergenceView?
  /// Divergences that became known today.
  public var new: [DivergenceView]
  /// Divergences that ended today.
  public var ended: [DivergenceView]
  /// Divergences known in the last 60 sessions, oldest first.
  public var recent: [DivergenceView]
  /// First MACD cross-under since the lead's pivot.
  public var macdConfirmed: CalendarDate?
  /// First RSI failure swing since the lead's pivot.
  public var rsiConfirmed: CalendarDate?
  /// First session since the lead's pivot on which breadth confirmed.
  public var breadthConfirmed: CalendarDate?
  /// Whether MACD crossed under its signal today.
  public var macdCrossedToday: Bool
  /// Base rates of the trigger up to today.
  public var baseRate: TriggerBaseRate
}

/// How often the trigger fired and was confirmed in the history up to a date.
public struct TriggerBaseRate: Sendable, Hashable, Codable {
  /// Divergences known up to the date.
  public var divergences: Int
  /// Of those known at least 20 sessions before, how many had a MACD cross-under by 20 sessions
  /// after they became known.
  public var confirmed: Int
  /// Divergences known at least 20 sessions before the date.
  public var judged: Int
  /// Length of the history, years of 252 sessions.
  public var years: Double
}

extension SignalTrack {
  /// The state at the close of bar `index`, from bars up to it alone.
  public func state(at index: Int) -> SignalState {
    let known = episodes.prefix { $0.divergence.known <= index }
    let lead = known.last { $0.endedAt.map { $0 > index } ?? true }
    let pivot = lead?.divergence.pivot
    let since = pivot.map { $0...index }
    let macdFirst = since.flatMap { range in macdCrossUnders.first { range.contains($0) } }
    let rsiFirst = since.flatMap { range in
      failureSwings.first { range.contains($0.known) }?.known
    }
    return SignalState(
      onBalanceVolume: onBalanceVolume[index], rsi: rsi[index], macd: macd.macd[index],
      macdSignal: macd.signal[index], realisedVolatility: realisedVolatility[index],
      advanceDeclineLine: advanceDeclineLine[index], historyLength: index,
      lead: lead.map { view($0, at: index) },
      new: known.filter { $0.divergence.known == index }.map { view($0, at: index) },
      ended: known.filter { $0.endedAt == index }.map { view($0, at: index) },
      recent: known.filter { $0.divergence.known > index - 60 }.map { view($0, at: index) },
      macdConfirmed: macdFirst.map { dates[$0] }, rsiConfirmed: rsiFirst.map { dates[$0] },
      breadthConfirmed: since.flatMap { breadthConfirmation(in: $0) }.map { dates[$0] },
      macdCrossedToday: macdCrossUnders.contains(index), baseRate: baseRate(at: index))
  }

  /// First bar in the range on which breadth confirms (methodology 1.5).
  private func breadthConfirmation(in range: ClosedRange<Int>) -> Int? {
    let divergence = breadthDivergences.first { range.contains($0.known) }?.known
    let below = range.first { isBreadthBelowItsMean(at: $0) }
    return [divergence, below].compactMap { $0 }.min()
  }

  /// Whether the A-D line is below its 50-session mean while price is above its own.
  private func isBreadthBelowItsMean(at index: Int) -> Bool {
    guard index >= 49, let line = advanceDeclineLine[index] else { return false }
    var breadthSum = 0.0
    var priceSum = 0.0
    for bar in (index - 49)...index {
      guard let value = advanceDeclineLine[bar] else { return false }
      breadthSum += value
      priceSum += close[bar]
    }
    return line < breadthSum / 50 && close[index] > priceSum / 50
  }

  private func baseRate(at index: Int) -> TriggerBaseRate {
    var rate = TriggerBaseRate(
      divergences: 0, confirmed: 0, judged: 0, years: Double(index + 1) / 252)
    for episode in episodes {
      let divergence = episode.divergence
      guard divergence.known <= index else { break }
      rate.divergences += 1
      guard divergence.known + 20 <= index else { continue }
      rate.judged += 1
      let window = divergence.pivot...(divergence.known + 20)
      if Self.latest(macdCrossUnders, in: window) != nil { rate.confirmed += 1 }
    }
    return rate
  }
}
