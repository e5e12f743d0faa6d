import ALVH
import Quant
import TestSupport
import Testing

@Suite("RSI crossing below the level of the failure swing")
struct StrengthCrossTests {
  /// Fourteen rises by one point, then falls by one point.
  private func history(falls: Int) -> MarketHistory {
    var history = MarketHistory()
    var close = 1000.0
    for bar in 0...(14 + falls) {
      if bar > 0 { close += bar <= 14 ? 1 : -1 }
      history.bars.append(
        DailyBar(
          date: CalendarDate(dayNumber: 15_000 + bar), open: close, high: close, low: close,
          close: close, volume: 1000))
    }
    return history
  }

  private func states(_ history: MarketHistory, _ profile: Profile) throws -> [SignalState] {
    var signals = try SignalAccumulator(profile: profile)
    return try history.bars.map { try signals.append($0) }
  }

  @Test("the level is the profile's threshold, and only the session of the cross says so")
  func byHand() throws {
    // RSI(14) is 100 at bar 14 and 100·(13/14)^k after k falls: 64.1 at k = 6, 59.5 at k = 7;
    // below 70 it is from k = 5 (69.0) on.
    for (threshold, bar) in [(60.0, 21), (70, 19)] {
      var profile = Profile.seedOBV
      profile.failureSwing.threshold = threshold
      let states = try states(history(falls: 12), profile)
      let crossed = states.indices.filter { states[$0].rsiCrossedBelowToday }
      #expect(crossed == [bar], "\(threshold): computed \(crossed), expected \([bar])")
      #expect(states.allSatisfy { $0.rsiCrossedBelow == nil }, "there is no lead")
    }
  }

  @Test("no cross without bars, with one bar, or where no close ever differs")
  func nothingToCross() throws {
    var flat = history(falls: 30)
    for bar in flat.bars.indices { flat.bars[bar].close = 1000 }
    for count in [0, 1, 2, 45] {
      var cut = flat
      cut.bars = Array(flat.bars.prefix(count))
      #expect(try states(cut, .seedOBV).allSatisfy { !$0.rsiCrossedBelowToday })
    }
  }

  @Test("two hundred histories: the first cross since the lead's pivot, known on its day")
  func equalsTheIndicator() throws {
    var seen = (crosses: 0, confirmed: 0, apart: 0)
    for seed in 1...200 as ClosedRange<UInt64> {
      let market = SignalHistory(seed: seed, sessions: 160)
      let profile = SignalHistory.busyProfile
      let dates = market.history.bars.map(\.date)
      let rsi = try RelativeStrengthIndex.series(close: market.history.bars.map(\.close))
      let crosses = CrossUnder.indices(of: rsi, below: profile.failureSwing.threshold)
      for (index, state) in try market.folded(profile).enumerated() {
        let known = crosses.filter { $0 <= index }
        try #require(state.rsiCrossedBelowToday == (known.last == index), "seed \(seed), \(index)")
        let expected = state.lead.flatMap { lead in
          known.first { dates[$0] >= lead.pivot }.map { dates[$0] }
        }
        try #require(state.rsiCrossedBelow == expected, "seed \(seed), bar \(index)")
        if state.rsiCrossedBelow != nil { seen.confirmed += 1 }
        if state.rsiCrossedBelow != state.rsiConfirmed { seen.apart += 1 }
      }
      seen.crosses += crosses.count
    }
    #expect(seen.crosses > 500 && seen.confirmed > 300 && seen.apart > 100, "\(seen)")
  }

  @Test("the reading stands beside the rules: it changes no input of the rule table")
  func confirmsNothing() throws {
    var apart = 0
    for seed in [2, 3, 7, 11] as [UInt64] {
      let market = SyntheticMarket(sessions: 300, seed: seed)
      let dates = market.history.bars.map(\.date)
      let decisions = try DailyEngine(profile: .withoutAlignment, account: market.account)
        .decisions(market.history, in: dates[0]...dates[299])
      for decision in decisions {
        #expect(decision.inputs.rsi == (decision.signals.rsiConfirmed != nil))
        if decision.signals.rsiCrossedBelow != nil, !decision.inputs.rsi { apart += 1 }
      }
    }
    #expect(apart > 0, "no day tells the readings apart; choose other seeds")
  }
}
