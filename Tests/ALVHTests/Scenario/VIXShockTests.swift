import ALVH
import Quant
import TestSupport
import Testing

@Suite struct VIXShockTests {
  @Test func vixMovesByTheShockWhateverTheIndexDoes() throws {
    let market = try ScenarioFixture.market()
    let scenario = market.scenario(spot: 1800, vixChange: 4, daysForward: 3)
    #expect(scenario == MarketScenario(daysForward: 3, spot: 1800, vix: 20))
  }

  @Test func aFallStopsAtTheFloorOrWhereVIXAlreadyIs() throws {
    // Floor 8: from 10 a fall of 4 ends at 8; from 7 no fall moves it and a rise of 2 gives 9.
    for (vix, change, expected) in [
      (10.0, -4.0, 8.0), (10, -1, 9), (7, -4, 7), (7, 0, 7), (7, 2, 9),
    ] {
      var market = try ScenarioFixture.market()
      market.vix = vix
      let computed = market.scenario(spot: 2000, vixChange: change, daysForward: 0).vix
      #expect(computed == expected, "\(vix) \(change): computed \(computed), expected \(expected)")
    }
  }

  @Test func anyFiniteShockLeavesAPositiveFiniteLevel() throws {
    var random = SplitMix64(seed: 8)
    var market = try ScenarioFixture.market()
    for _ in 0..<300 {
      market.vix = random.uniform(0.01...1000)
      let change = random.signed()
      let vix = market.scenario(spot: 2000, vixChange: change, daysForward: 0).vix
      #expect(vix > 0 && vix.isFinite && vix >= min(8, market.vix), "\(change): \(vix)")
    }
  }
}
