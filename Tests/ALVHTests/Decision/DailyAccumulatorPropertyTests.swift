import ALVH
import Quant
import TestSupport
import Testing

/// Appending sessions gives the decisions of the batch in two hundred markets.
@Suite struct DailyAccumulatorPropertyTests {
  /// The session's rows as they come, a market of few quotes.
  private func sessions(_ history: MarketHistory) -> [SessionData] {
    zip(history.bars, history.vix).map { bar, vix in
      SessionData(
        bar: bar, vix: vix.value, futures: history.futures[bar.date] ?? [],
        vixOptions: history.vixOptions[bar.date] ?? [],
        indexOptions: history.indexOptions[bar.date] ?? [])
    }
  }

  /// Half of the markets are ordinary to the end, in the others the last sessions are extreme.
  ///
  /// The book comes late, because sessions with one cost most.
  private func market(_ seed: UInt64) -> ExtremeMarket {
    var extreme = ExtremeMarket(seed: seed, isCalm: seed.isMultiple(of: 2))
    for index in extreme.market.account.snapshots.indices {
      extreme.market.account.snapshots[index].date = extreme.market.history.bars[36].date
    }
    return extreme
  }

  @Test func twoHundredMarkets() throws {
    var seen = (hedged: 0, orders: 0)
    for seed in 0..<200 as Range<UInt64> {
      let extreme = market(seed)
      let history = extreme.market.history
      let engine = DailyEngine(profile: extreme.profile, account: extreme.market.account)
      let dates = history.bars.map(\.date)
      // The batch reports at the end, the accumulator from the start.
      let batch = try engine.decisions(history, in: dates[38]...dates[dates.count - 1])
      var accumulator = try DailyAccumulator(
        engine: engine, context: ContextSeries(history, declaresExchangeRate: false))
      let appended = try sessions(history).map { session throws(SeriesError) in
        try accumulator.append(session)
      }
      for (decision, expected) in zip(appended.dropFirst(38), batch) {
        try #require(decision == expected, "seed \(seed), \(expected.date)")
        if !expected.hedge.lines.isEmpty { seen.hedged += 1 }
        if !expected.orders.isEmpty { seen.orders += 1 }
      }
      try #require(batch.count == dates.count - 38)
    }
    // The comparison would be empty without hedges.
    #expect(seen.hedged > 200 && seen.orders > 50, "\(seen)")
  }
}
