import ALVH
import Quant
import TestSupport
import Testing

@Suite struct TimeShiftRollTests {
  private func roll(
    _ advantages: [Double], net: Double = 0, friction: Double = 40, drag: Double = 10
  ) -> TimeShiftRoll {
    let middle = advantages.count / 2
    return TimeShiftRoll(
      cells: advantages.enumerated().map {
        (z: Double($0.offset - middle) / 2, holdDollars: 0, rollDollars: $0.element)
      },
      costs: RollCosts(netCashDollars: net, frictionDollars: friction), dragDollars: drag,
      dragCapDollars: 10)
  }

  @Test func medianWeighsCellsByTheNormalDensity() {
    // Weights φ(−1) = φ(1) = 0.242, φ(0) = 0.399 at z = −1, −½, 0, ½, 1 with φ(±½) = 0.352.
    // Sorted values 1…5 belong to z in that order: half of 1.587 is reached at z = 0.
    #expect(roll([1, 2, 3, 4, 5]).medianAdvantageDollars == 3)
    // Wings below: the three middle cells hold 1.103 of 1.587, so the median is among them.
    #expect(roll([-100, 7, 8, 9, -100]).medianAdvantageDollars == 7)
    #expect(roll([6]).medianAdvantageDollars == 6)
    #expect(roll([1, 2, 3, 4, 5], net: 2).medianAdvantageDollars == 1)
  }

  @Test func gateToleratesAQuarterOfTheFrictionAndKeepsTheCap() {
    #expect(roll([-10]).passes && roll([-10]).leastAdvantageDollars == -10)
    #expect(!roll([-10.01]).passes)
    #expect(roll([5], drag: 10).passes)
    #expect(!roll([5], drag: 10.01).passes && !roll([5], drag: 10.01).keepsDragCap)
  }

  @Test func costsPayTheQuotes() {
    func quote(_ strike: Double, _ bid: Double, _ ask: Double) -> OptionQuote {
      OptionQuote(
        date: ScenarioFixture.date, contract: ScenarioFixture.call(strike: strike).contract,
        bid: bid, ask: ask)
    }
    // Sell 4 at 0.50, buy 3 at 1.20, 0.65 commission each: −200 + 360 + 4.55.
    // Friction: 4·5 + 3·10 + 4.55.
    let costs = RollCosts(
      trades: [(quote(20, 0.5, 0.6), -4), (quote(22, 1.0, 1.2), 3), (quote(24, 1, 9), 0)],
      commissionDollars: 0.65)
    #expect(isClose(costs.netCashDollars, 164.55, absolute: 1e-9))
    #expect(isClose(costs.frictionDollars, 54.55, absolute: 1e-9))
  }

  @Test func rollingToTheSameHedgeCostsItsPriceAndNothingElse() throws {
    let market = try ScenarioFixture.market()
    let hedge = HedgeScenario(
      VolatilityHedge(options: [ScenarioFixture.call()]), market: market)
    let grid = TimeShiftGrid(horizonDays: 14, market: market)
    let same = TimeShiftRoll(
      hold: hedge, roll: hedge, grid: grid,
      costs: RollCosts(netCashDollars: 3, frictionDollars: 3), dragDollars: 0, dragCapDollars: 1)
    #expect(same.advantagesDollars.allSatisfy { isClose($0, -3, absolute: 1e-9) })
    #expect(!same.passes)
  }

  @Test func medianLiesAmongTheAdvantages() {
    var random = SplitMix64(seed: 23)
    for _ in 0..<200 {
      let advantages = (0..<13).map { _ in random.uniform(-1e6...1e6) }
      let median = roll(advantages).medianAdvantageDollars
      #expect(advantages.contains(median))
      let weights = (0..<13).map { StandardNormal.density(Double($0 - 6) / 2) }
      let total = weights.reduce(0, +)
      func weight(_ test: (Double) -> Bool) -> Double {
        zip(advantages, weights).filter { test($0.0) }.reduce(0) { $0 + $1.1 }
      }
      #expect(weight { $0 <= median } >= total / 2 - 1e-9)
      #expect(weight { $0 < median } <= total / 2 + 1e-9)
    }
  }
}
