import ALVH
import Quant
import TestSupport
import Testing

/// Every error that the public functions of the method document, with its payload (methodology 0).
///
/// Errors of pay-offs, repricing, candidates, widening and of the equity book are thrown beside the
/// other tests of those types; here are the series and the engines.
@Suite struct MethodErrorTests {
  private static let history = SignalHistory(seed: 5, sessions: 20).history

  private func track(
    _ expected: SeriesError, profile: Profile = .seedOBV,
    sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout MarketHistory) -> Void
  ) {
    var history = Self.history
    change(&history)
    #expect(throws: expected, sourceLocation: sourceLocation) {
      try SignalTrack(history, profile: profile)
    }
  }

  @Test func signalTracksNameTheBar() {
    track(.emptySeries) { $0.bars = [] }
    track(.missingInput(name: "volume")) { $0.bars[7].volume = nil }
    track(.missingInput(name: "volume")) { history in
      for index in history.bars.indices { history.bars[index].volume = 0 }
    }
    for bad in [Double.nan, .infinity, -.infinity] {
      track(.nonFinite(index: 7)) { $0.bars[7].close = bad }
      track(.nonFinite(index: 3)) { $0.bars[3].volume = bad }
    }
    for bad in [0, -1, -1e300] { track(.nonPositivePrice(index: 19)) { $0.bars[19].close = bad } }
    track(.negativeVolume(index: 2)) { $0.bars[2].volume = -1e-300 }
    track(.duplicateDate(index: 7)) { $0.bars[7].date = $0.bars[6].date }
    track(.unsortedDates(index: 7)) { $0.bars[7].date = $0.bars[5].date }
  }

  @Test func signalTracksNameTheCount() {
    let dates = Self.history.bars.map(\.date)
    func breadth(_ expected: SeriesError, _ rows: [(day: Int, advances: Int, declines: Int)]) {
      track(expected) {
        $0.breadth = rows.map {
          BreadthCount(date: dates[$0.day], advances: $0.advances, declines: $0.declines)
        }
      }
    }
    breadth(.negativeVolume(index: 1), [(0, 5, 5), (1, -1, 5)])
    breadth(.negativeVolume(index: 0), [(4, 5, -5)])
    breadth(.missingInput(name: "breadth"), [(0, 0, 0)])
    breadth(.duplicateDate(index: 1), [(3, 5, 5), (3, 5, 5)])
    breadth(.unsortedDates(index: 2), [(3, 5, 5), (4, 5, 5), (2, 5, 5)])
  }

  @Test func signalsNameTheParameter() {
    func parameter(_ name: String, _ change: (inout Profile) -> Void) {
      var profile = Profile.seedOBV
      change(&profile)
      track(.parameterOutOfRange(name: name), profile: profile) { _ in }
      #expect(throws: SeriesError.parameterOutOfRange(name: name)) {
        try SignalAccumulator(profile: profile)
      }
      #expect(throws: SeriesError.parameterOutOfRange(name: name)) {
        try DailyAccumulator(
          engine: DailyEngine(profile: profile, account: account(.init())),
          context: ContextSeries())
      }
    }
    parameter("period") { $0.momentum.rsiPeriod = 1 }
    parameter("fast") { $0.momentum.macdFast = 0 }
    parameter("slow") { $0.momentum.macdSlow = $0.momentum.macdFast }
    parameter("signal") { $0.momentum.macdSignal = 0 }
    parameter("threshold") { $0.failureSwing.threshold = 101 }
    parameter("delta") { $0.failureSwing.delta = .nan }
    parameter("maxBars") { $0.failureSwing.maxBars = 0 }
    parameter("left") { $0.divergence.left = -1 }
    parameter("minSeparation") { $0.divergence.minSeparation = 0 }
    parameter("maxActiveSessions") { $0.divergence.maxActiveSessions = 0 }
  }

  private func account(_ snapshot: [BookSnapshot]) -> BookAccount {
    BookAccount(navDollars: 1e5, rate: 0.01, dividendYield: 0.02, snapshots: snapshot)
  }

  /// A fault of one session, and the error that both engines' sessions name it with.
  private static let sessionFaults:
    [(error: SeriesError, change: @Sendable (inout SyntheticMarket) -> Void)] = [
      (.parameterOutOfRange(name: "spot"), { $0.history.vix[40].value = 0 }),
      (.parameterOutOfRange(name: "spot"), { $0.history.vix[40].value = .nan }),
      (.nonFinite(index: 1), { $0.history.futures[$0.history.bars[40].date]?[1].settle = .nan }),
      (
        .nonPositivePrice(index: 2),
        { $0.history.futures[$0.history.bars[40].date]?[2].settle = 0 }
      ),
      (
        .duplicateDate(index: 5),
        {
          let date = $0.history.bars[40].date
          let first = $0.history.futures[date]?.first
          if let first { $0.history.futures[date]?.append(first) }
        }
      ),
    ]

  @Test func bothEnginesNameABadCurve() {
    for (error, change) in Self.sessionFaults {
      var market = SyntheticMarket(sessions: 50, seed: 4)
      change(&market)
      let dates = market.history.bars[0].date...market.history.bars[49].date
      #expect(throws: error) {
        try DailyEngine(account: market.account).decisions(market.history, in: dates)
      }
      #expect(throws: error) {
        try StandingEngine(reference: "t@1", plan: StandingPlan(), account: market.account)
          .decisions(market.history, in: dates)
      }
    }
  }

  @Test func theDailyEngineNamesABadBarOrCount() {
    let base = SyntheticMarket(sessions: 40, seed: 4)
    let faults: [(SeriesError, (inout MarketHistory) -> Void)] = [
      (.nonFinite(index: 8), { $0.bars[8].close = .nan }),
      (.nonFinite(index: 8), { $0.bars[8].volume = .infinity }),
      (.nonPositivePrice(index: 8), { $0.bars[8].close = -2 }),
      (.negativeVolume(index: 8), { $0.bars[8].volume = -2 }),
      (.missingInput(name: "volume"), { $0.bars[8].volume = nil }),
      (.duplicateDate(index: 8), { $0.bars[8].date = $0.bars[7].date }),
      (
        .negativeVolume(index: 8),
        { $0.breadth = [BreadthCount(date: $0.bars[8].date, advances: -1, declines: 3)] }
      ),
      (
        .missingInput(name: "breadth"),
        { $0.breadth = [BreadthCount(date: $0.bars[8].date, advances: 0, declines: 0)] }
      ),
    ]
    for (error, change) in faults {
      var market = base
      change(&market.history)
      let dates = base.history.bars[0].date...base.history.bars[39].date
      #expect(throws: error) {
        try DailyEngine(account: market.account).decisions(market.history, in: dates)
      }
    }
  }

  @Test func aRefusedSessionLeavesTheDailyAccumulatorAsItWas() throws {
    let market = SyntheticMarket(sessions: 40, seed: 4)
    let engine = DailyEngine(account: market.account)
    let context = ContextSeries(market.history, declaresExchangeRate: false)
    func session(_ index: Int) -> SessionData {
      let bar = market.history.bars[index]
      return SessionData(
        bar: bar, vix: market.history.vix[index].value,
        futures: market.history.futures[bar.date] ?? [],
        vixOptions: market.history.vixOptions[bar.date] ?? [],
        indexOptions: market.history.indexOptions[bar.date] ?? [])
    }
    var plain = try DailyAccumulator(engine: engine, context: context)
    var troubled = try DailyAccumulator(engine: engine, context: context)
    for index in 0..<40 {
      var bad = session(index)
      bad.futures[0].settle = .infinity
      #expect(throws: SeriesError.nonFinite(index: 0)) { try troubled.append(bad) }
      bad = session(index)
      bad.breadth = BreadthCount(
        date: bad.bar.date.adding(days: 1), advances: 1, declines: 1)
      #expect(throws: SeriesError.parameterOutOfRange(name: "breadth.date")) {
        try troubled.append(bad)
      }
      #expect(try troubled.append(session(index)) == plain.append(session(index)))
    }
  }

  @Test func breachFrequenciesNameTheBar() {
    let date = CalendarDate(dayNumber: 16_000)
    let bars = (0..<30).map { day in
      DailyBar(
        date: date.adding(days: day), open: 1, high: 1, low: 1, close: 1 + Double(day % 3),
        volume: nil)
    }
    func frequency(
      _ expected: SeriesError, level: Double = 1, sessions: Int = 3,
      _ change: (inout [DailyBar]) -> Void = { _ in }
    ) {
      var bars = bars
      change(&bars)
      #expect(throws: expected) {
        try EmpiricalBreach.frequency(
          of: level, side: .below, sessions: sessions, bars: bars, asOf: date.adding(days: 40))
      }
    }
    for level in [0, -1, Double.nan, .infinity] {
      frequency(.parameterOutOfRange(name: "level"), level: level)
    }
    for count in [0, -1, Int.min] {
      frequency(.parameterOutOfRange(name: "sessions"), sessions: count)
    }
    frequency(.emptySeries) { $0 = [] }
    frequency(.nonFinite(index: 9)) { $0[9].close = .nan }
    frequency(.nonPositivePrice(index: 9)) { $0[9].close = 0 }
    frequency(.unsortedDates(index: 9)) { $0[9].date = date }
    frequency(.duplicateDate(index: 9)) { $0[9].date = $0[8].date }
  }
}
