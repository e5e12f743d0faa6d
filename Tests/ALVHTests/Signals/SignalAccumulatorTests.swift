import ALVH
import Quant
import TestSupport
import Testing

@Suite("Signals session by session")
struct SignalAccumulatorTests {
  @Test("two hundred histories fold to the states of the batch, bit for bit")
  func foldEqualsBatch() throws {
    var seen = (leads: 0, ended: 0, macd: 0, rsi: 0, breadth: 0, judged: 0, gaps: 0)
    for seed in 1...200 as ClosedRange<UInt64> {
      let market = SignalHistory(seed: seed, sessions: 160)
      let states = try market.folded(SignalHistory.busyProfile)
      let track = try SignalTrack(market.history, profile: SignalHistory.busyProfile)
      for (index, state) in states.enumerated() {
        try #require(state == track.state(at: index), "seed \(seed), bar \(index)")
        if state.lead != nil { seen.leads += 1 }
        seen.ended += state.ended.count
        if state.macdConfirmed != nil { seen.macd += 1 }
        if state.rsiConfirmed != nil { seen.rsi += 1 }
        if state.breadthConfirmed != nil { seen.breadth += 1 }
      }
      seen.judged += states.last?.baseRate.judged ?? 0
      if states.last?.advanceDeclineLine == nil { seen.gaps += 1 }
    }
    // The comparison would be empty without events.
    #expect(seen.leads > 1000 && seen.ended > 300 && seen.judged > 300, "\(seen)")
    #expect(seen.macd > 500 && seen.rsi > 50 && seen.breadth > 500 && seen.gaps > 40, "\(seen)")
  }

  @Test("the default profile folds to the states of the batch over long histories")
  func defaultProfile() throws {
    var divergences = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      let market = SignalHistory(seed: seed, sessions: 900)
      let states = try market.folded(.seedOBV)
      let track = try SignalTrack(market.history, profile: .seedOBV)
      for (index, state) in states.enumerated() {
        try #require(state == track.state(at: index), "seed \(seed), bar \(index)")
      }
      divergences += states.last?.baseRate.divergences ?? 0
    }
    #expect(divergences > 20)
  }

  @Test("a batch over a history cut at a session gives that session's state")
  func prefixes() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let market = SignalHistory(seed: seed, sessions: 160)
      let states = try market.folded(SignalHistory.busyProfile)
      let last = Int(random.uniform(0...159))
      let cut = market.history.prefix(through: market.history.bars[last].date)
      let track = try SignalTrack(cut, profile: SignalHistory.busyProfile)
      try #require(track.state(at: last) == states[last], "seed \(seed), bar \(last)")
    }
  }

  @Test("a gap in breadth does not unsay what was known before it")
  func gapIsNotSeenBefore() throws {
    var compared = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      var market = SignalHistory(seed: seed, sessions: 160)
      market.history.breadth = market.history.bars.map {
        BreadthCount(date: $0.date, advances: 1500 - Int($0.close) % 7 * 100, declines: 1400)
      }
      let whole = try SignalTrack(market.history, profile: SignalHistory.busyProfile)
      market.history.breadth.remove(at: 120)
      let gappy = try SignalTrack(market.history, profile: SignalHistory.busyProfile)
      for index in 0..<120 {
        #expect(whole.state(at: index) == gappy.state(at: index))
      }
      #expect(gappy.advanceDeclineLine[119] != nil && gappy.advanceDeclineLine[120] == nil)
      #expect(gappy.advanceDeclineLine[159] == nil)
      compared += gappy.breadthDivergences.count
    }
    #expect(compared > 20)
  }

  @Test("a copy continues apart from its original")
  func valueSemantics() throws {
    let market = SignalHistory(seed: 3, sessions: 60)
    var first = try SignalAccumulator(profile: .seedOBV)
    for bar in market.history.bars.dropLast() { _ = try first.append(bar) }
    var second = first
    let bar = market.history.bars[59]
    #expect(first == second)
    let state = try first.append(bar)
    #expect(first != second)
    #expect(try second.append(bar) == state)
    #expect(first.count == 60 && first.hasVolume)
  }

  @Test("a refused session names its fault and changes nothing")
  func refusals() throws {
    let bars = SignalHistory(seed: 5, sessions: 40).history.bars
    var signals = try SignalAccumulator(profile: .seedOBV)
    for bar in bars[..<30] { _ = try signals.append(bar) }
    let before = signals
    func expect(_ error: SeriesError, _ change: (inout DailyBar) -> Void) {
      var bar = bars[30]
      change(&bar)
      #expect(throws: error) { try signals.append(bar) }
    }
    expect(.nonFinite(index: 30)) { $0.close = .nan }
    expect(.nonFinite(index: 30)) { $0.volume = .infinity }
    expect(.nonPositivePrice(index: 30)) { $0.close = 0 }
    expect(.negativeVolume(index: 30)) { $0.volume = -1 }
    expect(.missingInput(name: "volume")) { $0.volume = nil }
    expect(.duplicateDate(index: 30)) { $0.date = bars[29].date }
    expect(.unsortedDates(index: 30)) { $0.date = bars[28].date }
    func count(_ advances: Int, _ declines: Int, day: Int = 30) -> BreadthCount {
      BreadthCount(date: bars[day].date, advances: advances, declines: declines)
    }
    #expect(throws: SeriesError.negativeVolume(index: 30)) {
      try signals.append(bars[30], breadth: count(-1, 5))
    }
    #expect(throws: SeriesError.missingInput(name: "breadth")) {
      try signals.append(bars[30], breadth: count(0, 0))
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "breadth")) {
      try signals.append(bars[30], breadth: count(.max, 1))
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "breadth.date")) {
      try signals.append(bars[30], breadth: count(5, 5, day: 29))
    }
    #expect(signals == before)
    var profile = Profile.seedOBV
    profile.divergence.right = -1
    #expect(throws: SeriesError.parameterOutOfRange(name: "right")) {
      try SignalAccumulator(profile: profile)
    }
  }

  @Test("a batch refuses bars out of order")
  func batchOrder() throws {
    var history = SignalHistory(seed: 5, sessions: 40).history
    history.bars[7].date = history.bars[6].date
    #expect(throws: SeriesError.duplicateDate(index: 7)) {
      try SignalTrack(history, profile: .seedOBV)
    }
  }
}
