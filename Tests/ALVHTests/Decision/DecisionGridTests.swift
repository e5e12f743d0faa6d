import ALVH
import Quant
import TestSupport
import Testing

/// Every value of a decision's scenarios is the library's at the state of the market beside it.
@Suite("Scenarios of a decision are those of the library")
struct DecisionGridTests {
  private static let sessions = 400

  /// A market with hedges; every second session of its second half quotes a whole chain.
  private func market() -> SyntheticMarket {
    var market = SyntheticMarket(sessions: Self.sessions, seed: 2)
    var random = SplitMix64(seed: 77)
    let held = market.account.snapshots[0].positions.map(\.contract)
    for index in stride(from: Self.sessions / 2, to: Self.sessions, by: 2) {
      let bar = market.history.bars[index]
      let slope = random.uniform(-0.8...0.1)
      for step in -8...6 {
        let contract = OptionContract(
          root: .spxw, expiration: held[0].expiration,
          strike: (bar.close * (1 + 0.025 * Double(step)) / 5).rounded() * 5 + 2.5, right: .put)
        let pair = [contract, OptionContract(contract, right: .call)]
        market.history.indexOptions[bar.date, default: []] += pair.compactMap {
          quote($0, bar, slope)
        }
      }
      // Some days nobody bids for one of the legs.
      if random.uniform(0...1) < 0.3,
        let row = market.history.indexOptions[bar.date]?.firstIndex(where: {
          $0.contract == held[1]
        })
      {
        market.history.indexOptions[bar.date]?[row].bid = 0
      }
    }
    return market
  }

  private func quote(
    _ contract: OptionContract, _ bar: DailyBar, _ slope: Double
  ) -> OptionQuote? {
    let index = BookMarket(date: bar.date, spot: bar.close, rate: 0.005, dividendYield: 0.02)
    guard let years = index.years(to: contract.series) else { return nil }
    let price = BlackScholesMerton.price(
      contract.right, spot: bar.close, strike: contract.strike, rate: 0.005, dividendYield: 0.02,
      volatility: 0.17 + slope * RealFunctions.log(contract.strike / bar.close), years: years)
    return OptionQuote(
      date: bar.date, contract: contract, bid: price * 0.99, ask: price * 1.01)
  }

  private func start(_ decision: DailyDecision, _ market: SyntheticMarket) throws -> ScenarioMarket
  {
    let bar = try #require(market.history.bars.first { $0.date == decision.date })
    let index = BookMarket(date: bar.date, spot: bar.close, rate: 0.005, dividendYield: 0.02)
    let curve = try #require(decision.curve)
    let surface = try VolatilitySurface(
      indexQuotes: market.history.indexOptions[bar.date] ?? [], market: index)
    return try ScenarioMarket(
      index: index, vix: curve.spot,
      curve: VIXTermStructure(
        date: bar.date, spot: curve.spot, contracts: curve.nodes.map { ($0.expiration, $0.settle) }),
      indexSurface: surface, response: VIXResponse(elasticity: -4.2))
  }

  private func hedge(_ decision: DailyDecision) -> VolatilityHedge {
    VolatilityHedge(
      options: decision.hedge.lines.map {
        VIXHedgeLeg(
          contract: $0.position.contract, quantity: $0.position.quantity, future: $0.future,
          impliedVolatility: $0.impliedVolatility, volatilityBeta: $0.beta)
      })
  }

  @Test("tables and panels equal the library's book and hedge at every state of the market")
  func equalsTheLibrary() throws {
    let market = market()
    let dates = market.history.bars.map(\.date)
    let decisions = try DailyEngine(profile: .withoutAlignment, account: market.account)
      .decisions(market.history, in: dates[Self.sessions / 2]...dates[Self.sessions - 1])
    var seen = (states: 0, surfaces: 0, hedged: 0, standIns: 0, cells: 0)
    for decision in decisions {
      let state = try #require(decision.scenarios, "\(decision.date)")
      let start = try start(decision, market)
      let valuation = try #require(decision.book?.valuation)
      let book = BookScenario(
        positions: market.account.snapshots[0].positions,
        volatilities: valuation.impliedVolatilities, market: start)
      let hedge = HedgeScenario(hedge(decision), market: start)
      func check(_ computed: Double, _ expected: Double, _ what: String) throws {
        seen.cells += 1
        try #require(
          isClose(computed, expected, absolute: 1e-6),
          "\(decision.date) \(what): computed \(computed), expected \(expected) ± 1e-6")
      }
      for (row, shocks) in zip(state.path, state.shocks) {
        let spot = start.index.spot * (1 + row.move)
        let scenario = start.scenario(spot: spot, daysForward: 0)
        try check(row.vix, scenario.vix, "VIX at \(row.move)")
        try check(row.bookDollars, book.changeDollars(in: scenario), "book at \(row.move)")
        try check(row.hedgeDollars, hedge.changeDollars(in: scenario), "hedge at \(row.move)")
        for (shock, net) in zip(state.vixShocks, shocks) {
          let vix = max(min(8, start.vix), start.vix + shock)
          let shocked = MarketScenario(daysForward: 0, spot: spot, vix: vix)
          try check(
            net, book.changeDollars(in: shocked) + hedge.changeDollars(in: shocked),
            "net at \(row.move), VIX \(shock)")
        }
      }
      for panel in state.panels {
        for (index, spot) in panel.spots.enumerated() {
          let scenario = start.scenario(spot: spot, daysForward: panel.days)
          try check(panel.book[index], book.changeDollars(in: scenario), "book at \(spot)")
          try check(panel.hedge[index], hedge.changeDollars(in: scenario), "hedge at \(spot)")
        }
      }
      seen.states += 1
      if state.usesSurface { seen.surfaces += 1 }
      if decision.hedge.contracts > 0 { seen.hedged += 1 }
      seen.standIns += state.withoutVolatility.count { $0.treatment == .surface }
    }
    #expect(seen.states == 200 && seen.surfaces == 100, "\(seen)")
    #expect(seen.hedged > 20 && seen.standIns > 10 && seen.cells > 50_000, "\(seen)")
  }

  @Test("the carry of a held call is its change in the scenario without a change")
  func carry() throws {
    let market = SyntheticMarket(sessions: Self.sessions, seed: 2)
    let dates = market.history.bars.map(\.date)
    let decisions = try DailyEngine(profile: .withoutAlignment, account: market.account)
      .decisions(market.history, in: dates[0]...dates[Self.sessions - 1])
    let review = Profile.withoutAlignment.sizing.reviewDays
    var lines = 0
    for decision in decisions where !decision.hedge.lines.isEmpty {
      let start = try start(decision, market)
      let change = HedgeScenario(hedge(decision), market: start)
        .changeDollars(in: start.unchanged(daysForward: review))
      let carry = decision.hedge.lines.reduce(0) { $0 + $1.carryDollarsPerDay }
      #expect(
        isClose(carry * Double(review), change, absolute: 1e-6),
        "\(decision.date): computed \(carry * Double(review)), expected \(change) ± 1e-6")
      lines += decision.hedge.lines.count
    }
    #expect(lines > 20)
  }

  @Test("the roll gate weighs its grid with the surface of the session's quotes")
  func rollGate() throws {
    // With this many sessions left every hedged day asks whether to roll.
    var profile = Profile.withoutAlignment
    profile.engine.rollSessions = 60
    func gates(_ market: SyntheticMarket) throws -> [CalendarDate: RollGate] {
      let dates = market.history.bars.map(\.date)
      let decisions = try DailyEngine(profile: profile, account: market.account)
        .decisions(market.history, in: dates[0]...dates[Self.sessions - 1])
      return Dictionary(
        uniqueKeysWithValues: decisions.compactMap { day in day.rollGate.map { (day.date, $0) } })
    }
    let bare = SyntheticMarket(sessions: Self.sessions, seed: 2)
    let before = try gates(bare)
    let date = try #require(before.keys.min(), "no gate was asked; choose another seed")
    var quoted = bare
    let bar = try #require(bare.history.bars.first { $0.date == date })
    let expiration = bare.account.snapshots[0].positions[0].contract.expiration
    quoted.history.indexOptions[date, default: []] += (-8...6).flatMap { step in
      OptionRight.allCases.compactMap { right in
        quote(
          OptionContract(
            root: .spxw, expiration: expiration,
            strike: (bar.close * (1 + 0.025 * Double(step)) / 5).rounded() * 5 + 2.5, right: right),
          bar, -0.5)
      }
    }
    let changed = try gates(quoted)
    let after = try #require(changed[date])
    let plain = try #require(before[date])
    #expect(after.medianAdvantageDollars != plain.medianAdvantageDollars, "σ of the grid")
    #expect(after.costDollars == plain.costDollars)
  }

  @Test("cutting the history at a session leaves its scenarios as they were")
  func noLookAhead() throws {
    let market = market()
    let engine = DailyEngine(profile: .withoutAlignment, account: market.account)
    let dates = market.history.bars.map(\.date)
    for end in [200, 251, 302] {
      let all = try engine.decisions(market.history, in: dates[end]...dates[end])
      let cut = try engine.decisions(
        market.history.prefix(through: dates[end]), in: dates[end]...dates[end])
      #expect(all[0].scenarios != nil && all[0].scenarios == cut[0].scenarios)
    }
  }
}

extension OptionContract {
  fileprivate init(_ contract: OptionContract, right: OptionRight) {
    self.init(
      root: contract.root, expiration: contract.expiration, strike: contract.strike, right: right)
  }
}
