import Quant

extension SignalTrack {
  /// The state at the close of bar `index`, from bars up to it alone.
  ///
  /// O(log n) and what is shown: neither bars nor events of the whole history are walked.
  public func state(at index: Int) -> SignalState {
    let known = episodes.partitioningIndex { $0.divergence.known > index }
    // The oldest divergence that can be active or end today.
    let oldest = index - min(maxActiveSessions, index)
    let first = episodes.partitioningIndex { $0.divergence.known >= oldest }
    let open = episodes[min(first, known)..<known]
    let lead = open.last { $0.isActive(at: index) }
    let recentFirst = episodes.partitioningIndex {
      $0.divergence.known > index - SignalState.recentSessions
    }
    let pivot = lead?.divergence.pivot
    return SignalState(
      onBalanceVolume: onBalanceVolume[index], rsi: rsi[index], macd: macd.macd[index],
      macdSignal: macd.signal[index], realisedVolatility: realisedVolatility[index],
      advanceDeclineLine: advanceDeclineLine[index], historyLength: index,
      lead: lead.map { view($0, at: index) },
      new: open.filter { $0.divergence.known == index }.map { view($0, at: index) },
      ended: open.filter { $0.endedAt == index }.map { view($0, at: index) },
      recent: episodes[min(recentFirst, known)..<known].map { view($0, at: index) },
      macdConfirmed: firstDate(of: macdCrossUnders, since: pivot, through: index),
      rsiConfirmed: firstSwing(since: pivot, through: index),
      rsiCrossedBelow: firstDate(of: rsiCrossUnders, since: pivot, through: index),
      breadthConfirmed: firstDate(of: breadthConfirmations, since: pivot, through: index),
      macdCrossedToday: macdCrossUnders.first(from: index, through: index) != nil,
      rsiCrossedBelowToday: rsiCrossUnders.first(from: index, through: index) != nil,
      baseRate: baseRate(at: index, known: known))
  }

  private func firstDate(of bars: [Int], since pivot: Int?, through index: Int) -> CalendarDate? {
    pivot.flatMap { bars.first(from: $0, through: index) }.map { dates[$0] }
  }

  private func firstSwing(since pivot: Int?, through index: Int) -> CalendarDate? {
    guard let pivot else { return nil }
    let first = failureSwings.partitioningIndex { $0.known >= pivot }
    guard first < failureSwings.count, failureSwings[first].known <= index else { return nil }
    return dates[failureSwings[first].known]
  }

  private func baseRate(at index: Int, known: Int) -> TriggerBaseRate {
    let judged = episodes.partitioningIndex {
      $0.divergence.known > index - TriggerBaseRate.judgedAfterSessions
    }
    return TriggerBaseRate(
      divergences: known, confirmed: confirmedCounts[judged], judged: judged,
      years: Double(index + 1) / 252)
  }
}
