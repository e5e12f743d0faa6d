import ALVH
import Quant
import TestSupport
import Testing

@Suite struct TimeShiftProjectionTests {
  private let condor = Positions.condor(-1)
  private let shortCondor = Positions.condor(3)

  private func report(
    _ positions: [Position], _ hedge: VolatilityHedge, _ market: ScenarioMarket
  ) -> [TimeShiftProjection] {
    TimeShiftProjection.report(
      positions: positions, volatilities: ScenarioFixture.volatilities(positions), hedge: hedge,
      market: market)
  }

  @Test func nothingHeldIsNothingProjected() throws {
    let projections = report([], .none, try ScenarioFixture.market())
    #expect(projections.map(\.grid.horizonDays) == [7, 10, 14])
    for projection in projections {
      #expect(projection.rows.count == 13 && projection.rows.allSatisfy { $0.netDollars == 0 })
      #expect(projection.breakEvens.isEmpty && projection.convexity == nil)
      #expect(projection.provenance == .modelled)
    }
  }

  @Test func gridFollowsTheFormula() throws {
    let market = try ScenarioFixture.market()
    let grid = TimeShiftGrid(horizonDays: 10, market: market)
    #expect(grid.volatilitySource == .surface)
    #expect(grid.cells.map(\.z) == (-6...6).map { Double($0) / 2 })
    #expect(isClose(grid.cells.reduce(0) { $0 + $1.weight }, 1, absolute: 1e-14))
    let tau = 10.0 / 365
    let sigma = grid.volatility
    #expect(isClose(sigma, 0.15, absolute: 1e-4), "flat total variance at k = 0: \(sigma)")
    let forward = 2000 * RealFunctions.exp(-0.015 * tau)
    for cell in grid.cells {
      let expected =
        forward * RealFunctions.exp(sigma * tau.squareRoot() * cell.z - sigma * sigma * tau / 2)
      let vix = max(
        8, 16 * RealFunctions.exp(-4.2 * RealFunctions.log(expected / 2000)))
      #expect(isClose(cell.scenario.spot, expected, absolute: 1e-8), "z \(cell.z)")
      #expect(isClose(grid.spot(z: cell.z), expected, absolute: 1e-8), "z \(cell.z)")
      #expect(isClose(cell.scenario.vix, vix, absolute: 1e-9), "z \(cell.z)")
    }
  }

  @Test func withoutASurfaceTheGridTakesVIXAndSaysSo() throws {
    let grid = TimeShiftGrid(horizonDays: 7, market: try ScenarioFixture.market(surface: false))
    #expect(grid.volatilitySource == .vix && grid.volatility == 0.16)
  }

  @Test func givenForwardsSetTheCarryOfTheGrid() throws {
    var market = try ScenarioFixture.market()
    let series = OptionSeries(root: .spx, expiration: Positions.expiration)
    let years = try #require(market.index.years(to: series))
    market.index.forwards[series] = 2000 * RealFunctions.exp(0.03 * years)
    let grid = TimeShiftGrid(horizonDays: 14, market: market)
    #expect(isClose(grid.forward, 2000 * RealFunctions.exp(0.03 * 14 / 365), absolute: 1e-9))
  }

  @Test func todayIsTheMidpointOfTheBook() throws {
    let market = try ScenarioFixture.market()
    let book = BookScenario(
      positions: shortCondor, volatilities: ScenarioFixture.volatilities(shortCondor),
      market: market)
    let marks = shortCondor.reduce(0) { sum, position in
      sum + 100 * Double(position.quantity) * ScenarioFixture.quote(position.contract).mid
    }
    #expect(isClose(book.todayDollars, marks, absolute: 1e-6))
    #expect(book.unpriced.isEmpty)
    #expect(book.changeDollars(in: market.unchanged(daysForward: 0)) == 0)
    #expect(book.changeDollars(in: market.unchanged(daysForward: 10)) > 0, "theta is earned")
  }

  @Test func stickyMoneynessMovesTheSmileWithTheIndex() throws {
    // With VIX unmoved and the smile a function of k, an option at the same K/F and T is worth the
    // same multiple of the index: double spot, double strike.
    let market = try ScenarioFixture.market(elasticity: 0)
    let low = Positions.make(.put, 1900, 1, 0)
    let book = BookScenario(
      positions: [low], volatilities: ScenarioFixture.volatilities([low]), market: market)
    let spot = 1950.0
    let scenario = market.scenario(spot: spot, daysForward: 0)
    let years = try #require(market.index.years(to: low.contract.series))
    let forward = spot * RealFunctions.exp(-0.015 * years)
    let volatility = ScenarioFixture.smile(RealFunctions.log(1900 / forward))
    let expected =
      100
      * BlackScholesMerton.price(
        .put, spot: spot, strike: 1900, rate: 0.005, dividendYield: 0.02, volatility: volatility,
        years: years)
    #expect(
      isClose(book.valueDollars(in: scenario), expected, absolute: 1),
      "computed \(book.valueDollars(in: scenario)), expected \(expected) ± 1")
  }

  @Test func volatilityShiftIsScaledByTenorAndCapped() throws {
    // Own volatility only: 44 days left, ΔVIX = 4 → shift 0.04·√(30/44); ΔVIX = 80 → cap at ×2;
    // VIX 0.1 → limited to half.
    let market = try ScenarioFixture.market(surface: false)
    let put = Positions.make(.put, 1900, 1, 0)
    let book = BookScenario(
      positions: [put], volatilities: [put.contract: 0.2], market: market)
    let years = try #require(market.index.years(to: put.contract.series))
    for (vix, volatility) in [
      (20, 0.2 + 0.04 * (30.0 / 44).squareRoot()), (96, 0.4), (16, 0.2), (0.1, 0.1),
    ] {
      let expected =
        100
        * BlackScholesMerton.price(
          .put, spot: 2000, strike: 1900, rate: 0.005, dividendYield: 0.02,
          volatility: volatility, years: years)
      let computed = book.valueDollars(in: MarketScenario(daysForward: 0, spot: 2000, vix: vix))
      #expect(
        isClose(computed, expected, absolute: 1e-9),
        "VIX \(vix): computed \(computed), expected \(expected)")
    }
  }

  @Test func legsWithoutQuoteTakeTheSurfaceAndOthersAreListed() throws {
    let put = Positions.make(.put, 1887.5, -1, 5)
    let vix = Positions.make(.call, 20, 1, 1, root: .vix)
    let settled = Positions.make(.put, 1900, 1, 1, expiration: ScenarioFixture.date)
    let market = try ScenarioFixture.market()
    let book = BookScenario(positions: [put, vix, settled], volatilities: [:], market: market)
    #expect(Set(book.unpriced) == [vix.contract, settled.contract])
    let mid = ScenarioFixture.quote(put.contract).mid
    #expect(isClose(book.todayDollars, -100 * mid, absolute: 0.5))
    let bare = BookScenario(
      positions: [put], volatilities: [:], market: try ScenarioFixture.market(surface: false))
    #expect(bare.unpriced == [put.contract] && bare.todayDollars == 0)
  }

  @Test func settledLegsCountIntrinsicValue() throws {
    let near = ScenarioFixture.date.adding(days: 5)
    let put = Positions.make(.put, 2050, 2, 60, expiration: near)
    let market = try ScenarioFixture.market(surface: false)
    let book = BookScenario(positions: [put], volatilities: [put.contract: 0.2], market: market)
    let scenario = market.scenario(spot: 1990, daysForward: 7)
    #expect(isClose(book.valueDollars(in: scenario), 200 * 60, absolute: 1e-9))
    #expect(book.vegaDollarsPerVolPoint(in: scenario) == 0)
  }

  @Test func hedgeRollsDownAndMovesByBeta() throws {
    let market = try ScenarioFixture.market()
    let leg = VIXFutureLeg(
      kind: .vxm, expiration: ScenarioFixture.hedgeExpiration, quantity: 2, future: 17.7)
    let hedge = HedgeScenario(VolatilityHedge(options: [], futures: [leg]), market: market)
    #expect(hedge.todayDollars == 0 && hedge.withoutRollDown.isEmpty)
    // On the curve F(d) = 16.5 + d/30 from day 8 on: 36 → 29 days loses 7/30 points.
    let still = hedge.valueDollars(in: market.unchanged(daysForward: 7))
    #expect(isClose(still, -200 * 7 / 30, absolute: 1e-9))
    // VIX +4 moves it β(29)·4.
    let beta = VolatilityBeta.fallback.value(days: 29)
    let moved = hedge.valueDollars(in: MarketScenario(daysForward: 7, spot: 1950, vix: 20))
    #expect(isClose(moved, -200 * 7 / 30 + 200 * beta * 4, absolute: 1e-9))
    let vega = hedge.vegaDollarsPerVIXPoint(in: market.unchanged(daysForward: 7))
    #expect(isClose(vega, 200 * beta, absolute: 1e-12))
  }

  @Test func contractsBeyondTheCurveKeepTheirPriceAndAreListed() throws {
    let market = try ScenarioFixture.market()
    let far = ScenarioFixture.date.adding(days: 200)
    let leg = VIXFutureLeg(kind: .vx, expiration: far, quantity: 1, future: 22)
    let hedge = HedgeScenario(VolatilityHedge(options: [], futures: [leg]), market: market)
    #expect(hedge.withoutRollDown == [far])
    #expect(hedge.valueDollars(in: market.unchanged(daysForward: 14)) == 0)
  }

  @Test func calendarOfCallsGainsWhenVIXRises() throws {
    let market = try ScenarioFixture.market()
    let hedge = HedgeScenario(
      VolatilityHedge(options: [ScenarioFixture.call()]), market: market)
    let today = Black76.price(
      .call, future: 17.7, strike: 21, rate: 0.005, volatility: 0.9,
      years: (36 - 390.0 / 1440) / 365)
    #expect(isClose(hedge.todayDollars, 600 * today, absolute: 1e-9))
    let up = MarketScenario(daysForward: 7, spot: 1900, vix: 30)
    #expect(hedge.changeDollars(in: up) > 0)
    #expect(hedge.changeDollars(in: market.unchanged(daysForward: 7)) < 0)
    #expect(
      hedge.vegaDollarsPerVIXPoint(in: up)
        > hedge.vegaDollarsPerVIXPoint(in: market.unchanged(daysForward: 7)), "convexity")
  }

  @Test func reportFindsWorstCellBreakEvensAndConvexity() throws {
    let market = try ScenarioFixture.market()
    let bare = report(shortCondor, .none, market)
    let hedged = report(
      shortCondor, VolatilityHedge(options: [ScenarioFixture.call(60)]), market)
    for (without, with) in zip(bare, hedged) {
      let worst = try #require(with.worst)
      #expect(with.rows.allSatisfy { $0.netDollars >= worst.netDollars })
      #expect(without.breakEvens.count == 2, "a condor gains between two levels")
      for level in without.breakEvens {
        let scenario = market.scenario(spot: level, daysForward: without.grid.horizonDays)
        let book = BookScenario(
          positions: shortCondor, volatilities: ScenarioFixture.volatilities(shortCondor),
          market: market)
        #expect(isClose(book.changeDollars(in: scenario), 0, absolute: 1e-6))
      }
      let check = try #require(with.convexity)
      #expect(isClose(check.breakEven.level, 1883.2, absolute: 1e-9), "1885 − 1.80 credit")
      #expect(check.bookDollars == without.convexity?.bookDollars && check.bookDollars < 0)
      #expect(check.status == .sufficient, "\(check)")
      #expect(without.convexity?.status == .insufficient)
      #expect(without.convexity?.hedgeShareOfLoss == 0)
    }
    #expect(report(condor, .none, market)[0].convexity == nil, "a bought condor has no lower loss")
  }

  @Test func netVegaAddsBookAndHedge() throws {
    let market = try ScenarioFixture.market()
    let row = try #require(
      report(shortCondor, VolatilityHedge(options: [ScenarioFixture.call()]), market)[0].rows
        .first { $0.cell.z == 0 })
    #expect(row.bookVegaDollarsPerVolPoint < 0 && row.hedgeVegaDollarsPerVIXPoint > 0)
    #expect(
      row.netVegaDollarsPerPoint
        == row.bookVegaDollarsPerVolPoint + row.hedgeVegaDollarsPerVIXPoint)
  }

  @Test func everyNumberIsFiniteForRandomBooks() throws {
    var random = SplitMix64(seed: 3)
    let surface = try ScenarioFixture.market()
    let bare = try ScenarioFixture.market(surface: false)
    for index in 0..<200 {
      let positions = Positions.random(&random, series: 2)
      var market = index.isMultiple(of: 2) ? surface : bare
      market.vix = random.uniform(1...150)
      market.response.elasticity = random.uniform(-30...1)
      let book = BookScenario(
        positions: positions,
        volatilities: Dictionary(positions.map { ($0.contract, random.uniform(0.01...3)) }) {
          first, _ in first
        }, market: market)
      let hedge = HedgeScenario(
        VolatilityHedge(options: [ScenarioFixture.call(strike: random.uniform(5...90))]),
        market: market)
      for z in [-3.0, 0, 3] {
        let scenario = market.scenario(
          spot: 2000 * RealFunctions.exp(z * random.uniform(0...0.4)),
          daysForward: Int.random(in: 0...60, using: &random))
        #expect(book.changeDollars(in: scenario).isFinite)
        #expect(book.vegaDollarsPerVolPoint(in: scenario).isFinite)
        #expect(hedge.changeDollars(in: scenario).isFinite)
        #expect(hedge.vegaDollarsPerVIXPoint(in: scenario).isFinite)
      }
    }
  }

  @Test func impossibleVIXIsRefused() {
    for vix in [0, -1, 1001, Double.nan] {
      #expect(throws: SeriesError.parameterOutOfRange(name: "vix")) {
        try ScenarioMarket(
          index: ScenarioFixture.index(), vix: vix, response: VIXResponse(elasticity: -4))
      }
    }
  }
}
