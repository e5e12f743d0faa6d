import ALVH
import Quant
import TestSupport
import Testing

/// The engine session by session against the engine over a history.
@Suite struct DailyAccumulatorTests {
  private func sessions(_ market: SyntheticMarket) -> [SessionData] {
    let history = market.history
    return history.bars.map { bar in
      SessionData(
        bar: bar, vix: history.vix.first { $0.date == bar.date }?.value,
        futures: history.futures[bar.date] ?? [],
        vixOptions: history.vixOptions[bar.date] ?? [],
        indexOptions: history.indexOptions[bar.date] ?? [])
    }
  }

  private func engine(_ market: SyntheticMarket) -> DailyEngine {
    DailyEngine(profile: .withoutAlignment, account: market.account)
  }

  private func batch(_ market: SyntheticMarket) throws -> [DailyDecision] {
    let bars = market.history.bars
    return try engine(market).decisions(
      market.history, in: bars[0].date...bars[bars.count - 1].date)
  }

  private func accumulator(_ market: SyntheticMarket) throws -> DailyAccumulator {
    try DailyAccumulator(
      engine: engine(market),
      context: ContextSeries(market.history, declaresExchangeRate: false))
  }

  @Test(arguments: [UInt64(2), 5, 8])
  func appendingSessionsGivesTheDecisionsOfTheBatch(seed: UInt64) throws {
    let market = SyntheticMarket(sessions: 320, seed: seed)
    var accumulator = try accumulator(market)
    let expected = try batch(market)
    for (session, decision) in zip(sessions(market), expected) {
      #expect(try accumulator.append(session) == decision, "\(session.bar.date)")
    }
  }

  /// Quotes in another order, and a repeated one, change nothing.
  @Test func theOrderOfQuotesDoesNotMatter() throws {
    let market = SyntheticMarket(sessions: 120, seed: 2)
    var random = SplitMix64(seed: 40)
    var accumulator = try accumulator(market)
    for (session, decision) in zip(sessions(market), try batch(market)) {
      var shuffled = session
      shuffled.vixOptions.shuffle(using: &random)
      if let quote = shuffled.vixOptions.first { shuffled.vixOptions.append(quote) }
      shuffled.indexOptions.shuffle(using: &random)
      shuffled.futures.shuffle(using: &random)
      #expect(try accumulator.append(shuffled) == decision)
    }
  }

  @Test func aCopyContinuesApart() throws {
    let market = SyntheticMarket(sessions: 150, seed: 5)
    let sessions = sessions(market)
    var accumulator = try accumulator(market)
    for session in sessions.prefix(140) { _ = try accumulator.append(session) }
    var fallen = accumulator
    var crash = sessions[140]
    crash.bar.close *= 0.9
    #expect(try fallen.append(crash) != (try accumulator.append(sessions[140])))
    #expect(try accumulator.append(sessions[141]) == (try batch(market))[141])
  }

  @Test func aRefusedSessionLeavesTheStateAsItWas() throws {
    let market = SyntheticMarket(sessions: 100, seed: 5)
    let sessions = sessions(market)
    var accumulator = try accumulator(market)
    for session in sessions.prefix(60) { _ = try accumulator.append(session) }
    var bad = sessions[60]
    bad.bar.volume = nil
    #expect(throws: SeriesError.missingInput(name: "volume")) { try accumulator.append(bad) }
    #expect(throws: SeriesError.duplicateDate(index: 60)) { try accumulator.append(sessions[59]) }
    #expect(try accumulator.append(sessions[60]) == (try batch(market))[60])
  }

  @Test func aScheduleMayBeReplaced() throws {
    let market = SyntheticMarket(sessions: 60, seed: 5)
    let sessions = sessions(market)
    var accumulator = try DailyAccumulator(engine: engine(market), context: ContextSeries())
    #expect(try accumulator.append(sessions[0]).context.catalyst == nil)
    accumulator.update(ContextSeries(market.history, declaresExchangeRate: false))
    #expect(try accumulator.append(sessions[1]).context.catalyst != nil)
  }
}
