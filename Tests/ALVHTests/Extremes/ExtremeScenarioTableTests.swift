import ALVH
import Quant
import TestSupport
import Testing

/// Sessions of any finite size give tables of finite numbers, or a reason for having none.
@Suite struct ExtremeScenarioTableTests {
  private func session(_ random: inout SplitMix64) -> ScenarioSession {
    var session = ScenarioSession(vix: random.magnitude(or: 10...60))
    if Bool.random(using: &random) { session.quoteChain() }
    let rights = OptionRight.allCases
    for _ in 0..<4 {
      let strike = random.magnitude(or: 1700...2300)
      let right = Bool.random(using: &random) ? rights[0] : rights[1]
      session.hold(
        session.contract(right, strike), random.quantity(), volatility: random.uniform(0.05...0.6))
    }
    for row in session.history.indexOptions[session.date]?.indices ?? 0..<0
    where random.uniform(0...1) < 0.2 {
      let bid = random.magnitude(or: 0.1...60)
      session.history.indexOptions[session.date]?[row].bid = bid
      session.history.indexOptions[session.date]?[row].ask = bid * 1.1
    }
    if Bool.random(using: &random) {
      session.history.bars[39].close = random.magnitude(or: 1500...2500)
    }
    return session
  }

  @Test func tablesStayFinite() throws {
    var seen = (states: 0, surfaces: 0, obstacles: 0)
    for seed in 0..<250 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let decision = try session(&random).decision()
      let found = nonFiniteNumbers(in: decision)
      try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
      guard let state = decision.scenarios else {
        if decision.book != nil {
          try #require(decision.scenarioObstacle != nil, "seed \(seed)")
          seen.obstacles += 1
        }
        continue
      }
      seen.states += 1
      if state.usesSurface { seen.surfaces += 1 }
      let nets = state.path.map(\.netDollars) + state.shocks.joined()
      try #require(nets.allSatisfy { $0.isFinite }, "seed \(seed): computed \(nets)")
      let still = try #require(state.path.first { $0.move == 0 })
      try #require(still.netDollars == 0, "seed \(seed): computed \(still.netDollars), expected 0")
      for panel in state.panels {
        try #require(panel.spots.allSatisfy { $0 > 0 } && panel.spots == panel.spots.sorted())
        try #require(panel.book.count == panel.spots.count && panel.hedge.count == panel.book.count)
      }
    }
    #expect(seen.states > 50 && seen.surfaces > 20 && seen.obstacles > 50, "\(seen)")
  }
}
