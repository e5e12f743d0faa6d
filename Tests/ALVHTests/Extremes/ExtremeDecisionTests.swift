import ALVH
import Quant
import TestSupport
import Testing

/// Sessions, books, profiles and plans of any finite size give decisions whose every figure is finite.
@Suite struct ExtremeDecisionTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  /// The sessions from one on to the last.
  private func sessions(_ extreme: ExtremeMarket, from first: Int) -> ClosedRange<CalendarDate> {
    let dates = extreme.market.history.bars.map(\.date)
    return dates[first]...dates[dates.count - 1]
  }

  @Test func dailyDecisionsStayFinite() throws {
    var seen = (hedged: 0, fills: 0, scenarios: 0, sized: 0)
    for seed in 0..<220 as Range<UInt64> {
      let extreme = ExtremeMarket(seed: seed)
      let decisions = try DailyEngine(profile: extreme.profile, account: extreme.market.account)
        .decisions(
          extreme.market.history, in: sessions(extreme, from: ExtremeMarket.calmSessions))
      for decision in decisions {
        try requireFinite(decision, seed)
        try requireFinite(
          [decision.drag.spentDollars, decision.book?.notionalDollars ?? 0]
            + (decision.scenarios?.path.map(\.netDollars) ?? []), seed)
        if !decision.hedge.lines.isEmpty { seen.hedged += 1 }
        if !decision.fills.isEmpty { seen.fills += 1 }
        if decision.scenarios != nil { seen.scenarios += 1 }
        if decision.sizing != nil { seen.sized += 1 }
      }
    }
    // The property would be empty without hedges and scenarios.
    #expect(
      seen.hedged > 50 && seen.fills > 20 && seen.scenarios > 100 && seen.sized > 50, "\(seen)")
  }

  @Test func standingDecisionsStayFinite() throws {
    var seen = (held: 0, fills: 0)
    for seed in 0..<220 as Range<UInt64> {
      let extreme = ExtremeMarket(seed: seed)
      let decisions = try StandingEngine(
        reference: "t@1", plan: extreme.plan, account: extreme.market.account
      ).decisions(extreme.market.history, in: sessions(extreme, from: 30))
      for decision in decisions {
        try requireFinite(decision, seed)
        if decision.layers.contains(where: { $0.quantity != 0 }) { seen.held += 1 }
        if !decision.fills.isEmpty { seen.fills += 1 }
      }
    }
    #expect(seen.held > 200 && seen.fills > 100, "\(seen)")
  }
}
