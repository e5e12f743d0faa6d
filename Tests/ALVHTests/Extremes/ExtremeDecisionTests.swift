import ALVH
import Quant
import TestSupport
import Testing

/// Sessions of any finite size give decisions whose every figure is finite.
@Suite struct ExtremeDecisionTests {
  /// A market whose levels are multiplied, and whose VIX and settlements are of any size.
  private func market(_ random: inout SplitMix64, seed: UInt64) -> SyntheticMarket {
    var market = SyntheticMarket(sessions: 36, seed: seed)
    for index in market.history.bars.indices {
      market.history.bars[index].volume = random.magnitude()
      guard index > 25 else { continue }
      let date = market.history.bars[index].date
      if Bool.random(using: &random) { market.history.bars[index].close = random.magnitude() }
      market.history.vix[index].value = random.magnitude(or: 10...60)
      for row in market.history.futures[date]?.indices ?? 0..<0 {
        market.history.futures[date]?[row].settle = random.magnitude(or: 10...60)
      }
      for row in market.history.indexOptions[date]?.indices ?? 0..<0 {
        let bid = random.magnitude(or: 0.1...60)
        market.history.indexOptions[date]?[row].bid = bid
        market.history.indexOptions[date]?[row].ask = bid * 1.1
      }
    }
    return market
  }

  @Test func dailyAndStandingDecisionsStayFinite() throws {
    var found: [String] = []
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let market = market(&random, seed: seed)
      let dates = market.history.bars.map(\.date)
      let daily = try DailyEngine(profile: .withoutAlignment, account: market.account)
        .decisions(market.history, in: dates[31]...dates[35])
      var plan = StandingPlan()
      plan.layers = [
        StandingLayer(
          instrument: .vixCall, tenor: .days(40), strike: .delta(0.3),
          quantity: .contracts(4, perCondors: 4), rollDays: 30)
      ]
      plan.tenorToleranceDays = 25
      let standing = try StandingEngine(
        reference: "t@1", plan: plan, account: market.account
      ).decisions(market.history, in: dates[31]...dates[35])
      for decision in daily {
        found += nonFiniteNumbers(in: decision, limit: 3)
      }
      for decision in standing { found += nonFiniteNumbers(in: decision, limit: 3) }
    }
    #expect(found.isEmpty, "\(Set(found))")
  }
}
