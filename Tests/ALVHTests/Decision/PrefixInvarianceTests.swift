import ALVH
import Quant
import TestSupport
import Testing

/// The decision of a session is the same on the history cut there and on the whole (methodology 0).
///
/// The histories have holes, late values and context; what a cut run could read of the future, later
/// snapshots of the book included, is taken away.
@Suite struct DecisionPrefixTests {
  private func cut(_ market: SyntheticMarket, at date: CalendarDate) -> SyntheticMarket {
    var cut = market
    cut.history = market.history.prefix(through: date)
    cut.account.snapshots.removeAll { $0.date > date }
    return cut
  }

  @Test func dailyDecisions() throws {
    var profile = SignalHistory.busyProfile
    profile.engine.requireAlignment = false
    var seen = (pairs: 0, hedged: 0, orders: 0, books: 0)
    for seed in 28..<37 as Range<UInt64> {
      let market = SyntheticMarket(sessions: 76, seed: seed).withHoles(seed: seed)
      func decisions(
        _ market: SyntheticMarket, _ range: ClosedRange<CalendarDate>
      ) throws -> [DailyDecision] {
        try DailyEngine(
          profile: profile, account: market.account, declaresExchangeRate: true
        ).decisions(market.history, in: range)
      }
      let dates = market.history.bars.map(\.date)
      let whole = try decisions(market, dates[0]...dates[75])
      for index in [20] + stride(from: 31 + Int(seed % 2), to: 76, by: 2) {
        let alone = try decisions(cut(market, at: dates[index]), dates[index]...dates[index])
        try #require(alone == [whole[index]], "seed \(seed), session \(index)")
        seen.pairs += 1
        if whole[index].step.stageAfter.isHedged { seen.hedged += 1 }
        if !whole[index].orders.isEmpty { seen.orders += 1 }
        if whole[index].book != nil { seen.books += 1 }
      }
    }
    // The comparison would be empty without hedges.
    #expect(seen.pairs >= 200 && seen.hedged > 15 && seen.orders > 8 && seen.books > 100, "\(seen)")
  }

  @Test func standingDecisions() throws {
    var plan = StandingPlan()
    plan.layers = [
      StandingLayer(
        instrument: .vixCall, tenor: .days(40), strike: .delta(0.3),
        quantity: .contracts(4, perCondors: 4), rollDays: 30),
      StandingLayer(
        instrument: .indexPut, tenor: .daysAfterBook(0), strike: .delta(0.15),
        quantity: .premiumShareOfNAV(0.1), rollDays: 1),
    ]
    plan.gates = [BookGate(fromVIX: 0, size: 1), BookGate(fromVIX: 16, size: 0.5)]
    plan.hedgeFromVIX = 14
    plan.tenorToleranceDays = 25
    plan.commission = 0.65
    var seen = (pairs: 0, held: 0, orders: 0)
    for seed in 100..<112 as Range<UInt64> {
      let market = SyntheticMarket(sessions: 70, seed: seed).withHoles(seed: seed)
      func decisions(
        _ market: SyntheticMarket, _ range: ClosedRange<CalendarDate>
      ) throws -> [StandingDecision] {
        try StandingEngine(reference: "test@1", plan: plan, account: market.account)
          .decisions(market.history, in: range)
      }
      let dates = market.history.bars.map(\.date)
      let whole = try decisions(market, dates[0]...dates[69])
      for index in stride(from: 20 + Int(seed % 3), to: 70, by: 3) {
        let alone = try decisions(cut(market, at: dates[index]), dates[index]...dates[index])
        try #require(alone == [whole[index]], "seed \(seed), session \(index)")
        seen.pairs += 1
        if whole[index].layers.contains(where: { $0.quantity != 0 }) { seen.held += 1 }
        if !whole[index].orders.isEmpty { seen.orders += 1 }
      }
    }
    #expect(seen.pairs >= 200 && seen.held > 80 && seen.orders > 10, "\(seen)")
  }
}

extension SyntheticMarket {
  /// The market with gaps, values known late, breadth, releases, an exchange rate and a second book.
  fileprivate func withHoles(seed: UInt64) -> SyntheticMarket {
    var random = SplitMix64(seed: seed ^ 0xC0FFEE)
    var market = self
    for (index, bar) in history.bars.enumerated() {
      let date = bar.date
      // Fewer quotes, so that two hundred runs stay quick.
      let nearest = history.futures[date]?.prefix(3).map(\.expiration) ?? []
      market.history.vixOptions[date]?.removeAll {
        !nearest.contains($0.contract.expiration) || Int($0.contract.strike) % 2 == 1
      }
      if random.uniform(0...1) < 0.04 { market.history.vix[index].known = date.adding(days: 3) }
      if random.uniform(0...1) < 0.03 { market.history.futures[date] = nil }
      if random.uniform(0...1) < 0.03 { market.history.vixOptions[date] = nil }
      if random.uniform(0...1) < 0.03 { market.history.indexOptions[date]?.removeLast() }
      market.history.breadth.append(
        BreadthCount(
          date: date, advances: Int(random.uniform(0...3000)),
          declines: Int(random.uniform(1...3000))))
    }
    let start = history.bars[0].date
    for month in -70..<6 {
      let date = start.adding(days: month * 31)
      market.history.realEffectiveExchangeRate.append(
        DatedValue(
          date: date, value: random.uniform(90...110), known: date.adding(days: 45)))
      for series in [InflationSeries.cpi, .ppi] {
        market.history.releases.append(
          MacroRelease(
            releaseDate: date.adding(days: 10), releaseTime: "08:30", series: series,
            period: String(date.adding(days: -20).description.prefix(7)),
            actual: random.uniform(0...4), consensus: random.uniform(0...4)))
      }
    }
    if var snapshot = account.snapshots.first {
      snapshot.date = history.bars[55].date
      for index in snapshot.positions.indices { snapshot.positions[index].quantity /= 2 }
      market.account.snapshots.append(snapshot)
    }
    return market
  }
}
