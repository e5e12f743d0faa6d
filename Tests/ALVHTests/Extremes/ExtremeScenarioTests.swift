import ALVH
import Quant
import TestSupport
import Testing

/// Finite inputs of any size give finite scenarios, projections, decay and roll comparisons.
@Suite struct ExtremeScenarioTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  private func market(
    _ random: inout SplitMix64, index: BookMarket
  ) throws -> ScenarioMarket {
    let curve = try VIXTermStructure(
      date: ExtremeBook.date, spot: random.magnitude(or: 10...60),
      contracts: [8, 36, 71].map { days in
        (ExtremeBook.date.adding(days: days), random.magnitude(or: 10...60))
      })
    return try ScenarioMarket(
      index: index, vix: min(random.magnitude(or: 10...60), 1000),
      curve: Bool.random(using: &random) ? curve : nil,
      indexSurface: nil, vixSurface: nil,
      beta: VolatilityBeta(
        base: random.signed(or: 0.3...1), exponent: random.signed(or: 0.3...1)),
      response: VIXResponse(
        elasticity: random.signed(or: -6...0), floor: random.magnitude(or: 5...9)))
  }

  private func hedge(_ random: inout SplitMix64) -> VolatilityHedge {
    VolatilityHedge(
      options: (0..<3).map { _ in
        VIXHedgeLeg(
          contract: OptionContract(
            root: .vix,
            expiration: ExtremeBook.date.adding(
              days: [1, 36, 71].randomElement(using: &random) ?? 1),
            strike: random.magnitude(or: 15...40),
            right: Bool.random(using: &random) ? .call : .put),
          quantity: random.quantity(), future: random.magnitude(or: 10...60),
          impliedVolatility: random.signed(or: 0.4...2),
          volatilityBeta: random.signed(or: 0.2...1))
      },
      futures: [
        VIXFutureLeg(
          kind: .vx, expiration: ExtremeBook.date.adding(days: 36), quantity: random.quantity(),
          future: random.magnitude(or: 10...60))
      ])
  }

  @Test func projectionsAndDecayStayFinite() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let extreme = ExtremeBook(&random, roots: OptionRoot.allCases)
      let market = try market(&random, index: extreme.market)
      let hedge = hedge(&random)
      let book = BookScenario(
        positions: extreme.positions, volatilities: extreme.volatilities, market: market)
      let scenario = HedgeScenario(hedge, market: market)
      let projection = TimeShiftProjection(
        horizonDays: [1, 7, 14, 400].randomElement(using: &random) ?? 7, book: book,
        hedge: scenario, market: market,
        breakEven: LowerBreakEven(
          series: OptionSeries(root: .spx, expiration: ExtremeBook.date.adding(days: 30)),
          level: random.magnitude(or: 1000...2000)))
      try requireFinite(projection, seed)
      try requireFinite(
        projection.rows.flatMap { [$0.netDollars, $0.netVegaDollarsPerPoint] }
          + [
            projection.worst?.netDollars, projection.convexity?.netDollars,
            projection.convexity?.hedgeShareOfLoss, book.todayDollars, scenario.todayDollars,
          ].compactMap { $0 }, seed)
      let other = MarketScenario(
        daysForward: Int.random(in: 0...3000, using: &random), spot: random.magnitude(),
        vix: random.magnitude())
      try requireFinite(
        [
          book.changeDollars(in: other), book.vegaDollarsPerVolPoint(in: other),
          scenario.changeDollars(in: other), scenario.vegaDollarsPerVIXPoint(in: other),
        ], seed)
      let decay = TemporalThetaDecay(
        hedge, days: Int.random(in: 1...100, using: &random), market: market,
        bookThetaDollarsPerDay: random.signed(or: 0...500),
        navDollars: random.magnitude(or: 1e4...1e6))
      try requireFinite(decay, seed)
      try requireFinite(
        [
          decay.components.totalDollars, decay.dollarsPerDay, decay.fractionOfPremium,
          decay.basisPointsOfNAV, decay.pressRatio,
        ].compactMap { $0 }, seed)
    }
  }

  @Test func gridsStayPositiveAndFinite() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let market = try market(&random, index: ExtremeBook(&random).market)
      let grid = TimeShiftGrid(
        horizonDays: Int.random(in: 1...100_000, using: &random), market: market)
      try requireFinite(grid, seed)
      try #require(grid.forward > 0 && grid.cells.allSatisfy { $0.scenario.spot > 0 }, "\(seed)")
      let level = grid.spot(z: random.signed())
      try #require(level > 0 && level.isFinite, "seed \(seed): \(level)")
    }
  }

  @Test func rollComparisonsStayFinite() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let trades = (0..<4).map { _ in
        let bid = random.magnitude(or: 0.1...5)
        let contract = OptionContract(
          root: .vix, expiration: ExtremeBook.date, strike: 20, right: .call)
        return (
          quote: OptionQuote(
            date: ExtremeBook.date, contract: contract, bid: bid, ask: bid * 1.3),
          quantity: random.quantity()
        )
      }
      let costs = RollCosts(trades: trades, commissionDollars: random.magnitude(or: 0...1))
      let roll = TimeShiftRoll(
        cells: (-3...3).map { (Double($0), random.signed(), random.signed()) }, costs: costs,
        dragDollars: random.magnitude(), dragCapDollars: random.magnitude())
      try requireFinite(roll, seed)
      try requireFinite(roll.leastAdvantageDollars, seed)
    }
  }

  @Test func breachesStayBetweenZeroAndOne() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let market = ExtremeBook(&random).market
      let level = random.magnitude(or: 1000...3000)
      for series in [0, 1, 30].map({
        OptionSeries(root: .spxw, expiration: ExtremeBook.date.adding(days: $0))
      }) {
        for side in BreachSide.allCases {
          guard
            let breach = RiskNeutralBreach(
              level: level, side: side, series: series, market: market, surface: nil,
              fallbackVolatility: random.magnitude(or: 0.1...1))
          else { continue }
          try requireFinite(breach, seed)
          try #require((0...1).contains(breach.ends) && (0...1).contains(breach.touches))
        }
      }
    }
  }

  @Test func empiricalFrequenciesAreShares() throws {
    var found = 0
    for seed in 0..<6 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      // Odd seeds jump between all sizes, even ones stay near one.
      let home = random.magnitude()
      let bars = (0..<1100).map { day in
        let close =
          seed.isMultiple(of: 2)
          ? max(home * random.uniform(0.5...2), .leastNonzeroMagnitude) : random.magnitude()
        return DailyBar(
          date: ExtremeBook.date.adding(days: day), open: close, high: random.magnitude(),
          low: random.signed(), close: close, volume: nil)
      }
      for _ in 0..<40 {
        let frequency = try EmpiricalBreach.frequency(
          of: random.magnitude(), side: Bool.random(using: &random) ? .below : .above,
          sessions: Int.random(in: 1...20, using: &random), bars: bars,
          asOf: ExtremeBook.date.adding(days: 2000))
        guard case .success(let breach) = frequency else { continue }
        found += 1
        try #require((0...1).contains(breach.ends) && (0...1).contains(breach.touches))
      }
    }
    #expect(found > 100, "\(found)")
  }

  @Test func theResponseStaysFinite() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let days = (0..<12).map { ExtremeBook.date.adding(days: $0) }
      let bars = days.map { date in
        let close = random.magnitude(or: 1000...2000)
        return DailyBar(
          date: date, open: close, high: close, low: close, close: close, volume: nil)
      }
      let vix = days.map { DatedValue(date: $0, value: random.magnitude(or: 10...60)) }
      let response = try VIXResponse.estimated(
        bars: bars, vix: vix, asOf: days[11], window: 11, fewest: 5)
      try requireFinite(response, seed)
      try requireFinite(
        response.vix(from: random.magnitude(or: 1...100), logReturn: random.signed()), seed)
    }
  }
}
