import ALVH
import Quant
import TestSupport
import Testing

@Suite struct TemporalThetaDecayTests {
  private func decay(
    _ hedge: VolatilityHedge, days: Int = 14, theta: Double = 20, market: ScenarioMarket
  ) -> TemporalThetaDecay {
    TemporalThetaDecay(
      hedge, days: days, market: market, bookThetaDollarsPerDay: theta, navDollars: 100_000)
  }

  @Test func emptyHedgeDoesNotDecay() throws {
    let none = decay(.none, market: try ScenarioFixture.market())
    #expect(none.components == .zero && none.basisPointsOfNAV == 0)
    #expect(none.fractionOfPremium == nil && none.pressRatio == 0)
  }

  @Test func futureHasRollDownOnly() throws {
    // 36 → 22 days on F(d) = 16.5 + d/30: −14/30 points, times 3 VXM of $100: −$140.
    let future = VIXFutureLeg(
      kind: .vxm, expiration: ScenarioFixture.hedgeExpiration, quantity: 3, future: 17.7)
    let found = decay(
      VolatilityHedge(options: [], futures: [future]), market: try ScenarioFixture.market())
    #expect(isClose(found.components.rollDownDollars, -140, absolute: 1e-9))
    #expect(found.components.pureThetaDollars == 0 && found.components.remainderDollars == 0)
    #expect(isClose(found.dollarsPerDay, -10, absolute: 1e-9))
    #expect(isClose(found.basisPointsOfNAV, -14, absolute: 1e-9))
    // The book earns 14·20 = 280 in the same time.
    #expect(isClose(found.pressRatio, 0.5, absolute: 1e-12))
    #expect(found.fractionOfPremium == nil)
  }

  @Test func optionSplitsIntoThreePartsByHand() throws {
    let call = ScenarioFixture.call(4)
    let market = try ScenarioFixture.market()
    let found = decay(VolatilityHedge(options: [call]), market: market)
    let (now, later) = ((36 - 390.0 / 1440) / 365, (22 - 390.0 / 1440) / 365)
    func value(_ future: Double, _ years: Double) -> OptionValue {
      Black76.value(
        .call, future: future, strike: 21, rate: 0.005, volatility: 0.9, years: years)
    }
    let rolled = 17.7 - 14.0 / 30
    let today = value(17.7, now)
    let theta = 400 * (value(17.7, later).price - today.price)
    let rollDown = 400 * today.delta * (rolled - 17.7)
    let total = 400 * (value(rolled, later).price - today.price)
    #expect(isClose(found.components.pureThetaDollars, theta, absolute: 1e-9))
    #expect(isClose(found.components.rollDownDollars, rollDown, absolute: 1e-9))
    #expect(isClose(found.components.totalDollars, total, absolute: 1e-9))
    #expect(isClose(found.fractionOfPremium, total / (400 * today.price), absolute: 1e-12))
  }

  @Test func partsAddUpToTheScenarioForRandomHedges() throws {
    var random = SplitMix64(seed: 17)
    let market = try ScenarioFixture.market()
    for _ in 0..<200 {
      let hedge = VolatilityHedge(
        options: (0..<3).map { _ in
          ScenarioFixture.call(
            Int.random(in: -5...9, using: &random), strike: random.uniform(10...60))
        })
      let days = Int.random(in: 1...50, using: &random)
      let scenario = HedgeScenario(hedge, market: market)
      let expected = scenario.changeDollars(in: market.unchanged(daysForward: days))
      let computed = scenario.decay(afterDays: days).totalDollars
      #expect(
        isClose(computed, expected, absolute: 1e-8),
        "computed \(computed), expected \(expected) ± 1e-8")
    }
  }

  @Test func aGainIsNotPressure() throws {
    var market = try ScenarioFixture.market()
    market.curve = try VIXTermStructure(
      date: ScenarioFixture.date, spot: 30,
      contracts: [8, 36].map { (ScenarioFixture.date.adding(days: $0), 29 - Double($0) / 10) })
    let future = VIXFutureLeg(
      kind: .vx, expiration: ScenarioFixture.hedgeExpiration, quantity: 1, future: 25.4)
    let found = decay(VolatilityHedge(options: [], futures: [future]), market: market)
    #expect(found.components.totalDollars > 0 && found.pressRatio == nil)
    let idle = decay(.none, theta: -5, market: market)
    #expect(idle.pressRatio == nil, "a book that does not earn")
  }
}
