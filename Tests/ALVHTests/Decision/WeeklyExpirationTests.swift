import ALVH
import Quant
import TestSupport
import Testing

/// Weekly VIX contracts change nothing: the layers are monthly ones (methodology 2.6).
@Suite struct WeeklyExpirationTests {
  private static let sessions = 76

  /// The market with weekly options, stored under the root of the monthly ones, and weekly futures.
  ///
  /// Their prices are ordinary, so that a sizing which took them for monthly ones would buy them.
  private func withWeeklies(
    _ market: SyntheticMarket, seed: UInt64, haveFutures: Bool = true
  ) -> SyntheticMarket {
    var random = SplitMix64(seed: seed ^ 0x3EE4)
    var market = market
    for bar in market.history.bars {
      let wednesday = bar.date.adding(days: 1 + (9 - bar.date.weekday.rawValue) % 7)
      for week in 0..<9 {
        let expiration = wednesday.adding(days: 7 * week)
        guard !ContractCalendar.cboe.isMonthlyVIX(expiration), random.uniform(0...1) < 0.7 else {
          continue
        }
        let settle = random.uniform(13...24)
        if haveFutures {
          market.history.futures[bar.date, default: []].append(
            FuturesSettlement(date: bar.date, expiration: expiration, settle: settle))
        }
        addCalls(expiration, on: bar.date, settle: settle, to: &market.history)
      }
    }
    return market
  }

  private func addCalls(
    _ expiration: CalendarDate, on date: CalendarDate, settle: Double,
    to history: inout MarketHistory
  ) {
    let years = YearFraction.years(from: date, to: expiration, settleMinute: 570) ?? 0
    for strike in stride(from: 14.0, through: 34, by: 4) {
      let price = Black76.price(
        .call, future: settle, strike: strike, rate: 0.005, volatility: 0.9, years: years)
      history.vixOptions[date, default: []].append(
        OptionQuote(
          date: date,
          contract: OptionContract(
            root: .vix, expiration: expiration, strike: strike, right: .call),
          bid: price * 0.96, ask: price * 1.04 + 0.01))
    }
  }

  @Test(arguments: [UInt64(6), 21, 23, 28, 66, 81])
  func aChainWithWeekliesGivesTheSameDecisions(seed: UInt64) throws {
    var profile = SignalHistory.busyProfile
    profile.engine.requireAlignment = false
    let market = SyntheticMarket(sessions: Self.sessions, seed: seed)
    let dates = market.history.bars.map(\.date)
    func decisions(_ market: SyntheticMarket) throws -> [DailyDecision] {
      try DailyEngine(profile: profile, account: market.account)
        .decisions(market.history, in: dates[30]...dates[Self.sessions - 1])
    }
    let plain = try decisions(market)
    for haveFutures in [false, true] {
      let weeklies = withWeeklies(market, seed: seed, haveFutures: haveFutures)
      for (decision, expected) in zip(try decisions(weeklies), plain) {
        try #require(decision == expected, "seed \(seed), \(expected.date), \(haveFutures)")
      }
    }
    #expect(plain.contains { $0.sizing != nil }, "nothing was sized; choose another seed")
  }

  @Test func standingLayersPassWeekliesOver() throws {
    var plan = StandingPlan()
    plan.layers = [
      StandingLayer(
        instrument: .vixCall, tenor: .days(40), strike: .delta(0.3),
        quantity: .contracts(4, perCondors: 4), rollDays: 20)
    ]
    plan.tenorToleranceDays = 25
    let market = SyntheticMarket(sessions: 50, seed: 30)
    let dates = market.history.bars.map(\.date)
    func decisions(_ market: SyntheticMarket) throws -> [StandingDecision] {
      try StandingEngine(reference: "test@1", plan: plan, account: market.account)
        .decisions(market.history, in: dates[0]...dates[49])
    }
    let plain = try decisions(market)
    #expect(try decisions(withWeeklies(market, seed: 30)) == plain)
    #expect(plain.contains { !$0.orders.isEmpty })
  }
}
