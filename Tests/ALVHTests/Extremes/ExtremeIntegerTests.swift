import ALVH
import Quant
import TestSupport
import Testing

/// Quantities, days and counts of any size neither trap nor leave the range of a figure.
@Suite struct ExtremeIntegerTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  /// Lots of few contracts, so that quantities add up.
  private func positions(
    _ random: inout SplitMix64, roots: [OptionRoot] = [.spx, .spxw]
  ) -> [Position] {
    (0..<Int.random(in: 1...9, using: &random)).map { _ in
      let contract = OptionContract(
        root: roots.randomElement(using: &random) ?? .spx,
        expiration: ExtremeBook.date.adding(
          days: [30, random.integer()].randomElement(using: &random) ?? 30),
        strike: Double(Int.random(in: 0...3, using: &random) * 10 + 1900),
        right: Bool.random(using: &random) ? .put : .call)
      return Position(
        contract: contract, quantity: random.integer(), entryPrice: random.magnitude(or: 0...20),
        entryDate: ExtremeBook.date)
    }
  }

  private func market(_ random: inout SplitMix64) -> BookMarket {
    BookMarket(
      date: CalendarDate(
        dayNumber: Bool.random(using: &random)
          ? ExtremeBook.date.dayNumber : random.integer()),
      minute: Bool.random(using: &random) ? 960 : random.integer(), spot: 1950, rate: 0.02,
      dividendYield: 0.02)
  }

  /// The exact net quantities, cut to the range of an integer without its least number.
  private func netted(_ positions: [Position]) -> [OptionContract: Int] {
    var exact: [OptionContract: Int128] = [:]
    for position in positions { exact[position.contract, default: 0] += Int128(position.quantity) }
    let most = Int128(Int.max)
    return exact.filter { $0.value != 0 }.mapValues { Int(min(max($0, -most), most)) }
  }

  @Test func structuresHoldTheNetLegs() throws {
    var cut = 0
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let positions = positions(&random, roots: OptionRoot.allCases)
      let expected = netted(positions)
      cut += expected.values.count { $0.magnitude == Int.max.magnitude }
      let structures = StructureRecognition.recognise(positions)
      try requireFinite(structures, seed)
      try requireFinite(structures.map(\.credit), seed)
      var found: [OptionContract: Int] = [:]
      for leg in structures.flatMap(\.legs) { found[leg.contract, default: 0] += leg.quantity }
      try #require(found == expected, "seed \(seed)")
      let reversed = BookLeg.net(positions.reversed())
      try #require(reversed.map(\.quantity) == BookLeg.net(positions).map(\.quantity))
    }
    #expect(cut > 50, "\(cut)")
  }

  @Test func booksAreValued() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let positions = positions(&random, roots: OptionRoot.allCases)
      let market = market(&random)
      let quotes = Set(positions.map(\.contract)).map {
        OptionQuote(date: market.date, contract: $0, bid: 20, ask: 21)
      }
      let value = BookValuation(positions: positions, quotes: quotes, market: market)
      try requireFinite(value, seed)
      try #require(value.shortNotionalDollars >= 0)
      try requireFinite(PayoffProfile.perSeries(positions), seed)
      let holdings = [
        UnderlyingHolding.shares(
          "SPY", quantity: random.integer(), pointsPerShare: 0.1, entryForward: 1950),
        UnderlyingHolding.future(
          VIXFutureLeg(
            kind: .vx, expiration: ExtremeBook.date.adding(days: 30), quantity: random.integer(),
            future: 18), entryPrice: 17),
      ]
      try requireFinite(
        ConversionDetector.find(positions, underlyings: holdings, market: market), seed)
      let book = positions.filter { $0.contract.root != .vix }
      let volatilities = Dictionary(
        book.map { ($0.contract, 0.2) }, uniquingKeysWith: { first, _ in first })
      let repricing = try BookRepricing(
        positions: book, volatilities: volatilities, market: market)
      try requireFinite(
        repricing.profitDollars(spot: 1900, daysForward: random.integer()), seed)
    }
  }

  /// Structures as a caller may make them, with legs that no netting has seen.
  @Test func structuresOfAnyQuantityAreWidened() throws {
    var found = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let market = BookMarket(
        date: ExtremeBook.date, spot: 1950, rate: 0.02, dividendYield: 0.02)
      let legs = [1900.0, 1880].map { strike in
        BookLeg(
          contract: OptionContract(
            root: .spx, expiration: ExtremeBook.date.adding(days: 30), strike: strike, right: .put),
          quantity: random.integer(), entryPrice: 5)
      }
      let structure = RecognisedStructure(
        kind: .bullPutSpread, quantity: random.integer(), legs: legs)
      try requireFinite(structure.credit, seed)
      var quotes: [OptionContract: OptionQuote] = [:]
      for strike in [1900.0, 1895, 1880, 1875] {
        var contract = legs[0].contract
        contract.strike = strike
        quotes[contract] = OptionQuote(
          date: ExtremeBook.date, contract: contract, bid: 20, ask: 21)
      }
      for mode in PutSideWideningMode.allCases {
        do throws(PutSideWideningProblem) {
          let widening = try PutSideWidening(
            of: structure, mode: mode, distancePoints: 5, quotes: quotes, market: market,
            surface: nil)
          #expect(nonFiniteNumbers(in: widening).isEmpty, "seed \(seed)")
          found += 1
        } catch {
          #expect([.noShortPut, .noLongPut, .noWidthLeft].contains(error), "\(error)")
        }
      }
      _ =
        PutSideWideningOffer(layer: random.integer(), touchProbability: 0.5, shortPutDelta: nil)
        .isOffered
    }
    #expect(found > 50, "\(found)")
  }

  @Test func scenariosOfAnyHorizonStayFinite() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let positions = positions(&random)
      let volatilities = Dictionary(
        positions.map { ($0.contract, 0.2) }, uniquingKeysWith: { first, _ in first })
      let index = market(&random)
      let curve = try VIXTermStructure(
        date: index.date, spot: 16,
        contracts: [8, 36].map { (index.date.adding(days: $0), 17) })
      let market = try ScenarioMarket(
        index: index, vix: 16, curve: curve, response: VIXResponse(elasticity: -4))
      let hedge = VolatilityHedge(
        options: [
          VIXHedgeLeg(
            contract: OptionContract(
              root: .vix, expiration: index.date.adding(days: random.integer()), strike: 20,
              right: .call), quantity: random.integer(), future: 17, impliedVolatility: 0.9,
            volatilityBeta: 0.5)
        ],
        futures: [
          VIXFutureLeg(
            kind: .vxm, expiration: index.date.adding(days: random.integer()),
            quantity: random.integer(), future: 17)
        ])
      let days = random.positiveInteger()
      let book = BookScenario(positions: positions, volatilities: volatilities, market: market)
      let scenario = HedgeScenario(hedge, market: market)
      let later = MarketScenario(daysForward: days, spot: 1900, vix: 20)
      try requireFinite(
        [
          book.changeDollars(in: later), book.vegaDollarsPerVolPoint(in: later),
          scenario.changeDollars(in: later), scenario.vegaDollarsPerVIXPoint(in: later),
        ], seed)
      try requireFinite(scenario.decay(afterDays: days), seed)
      let decay = TemporalThetaDecay(
        hedge, days: days, market: market, bookThetaDollarsPerDay: 10, navDollars: 1e5)
      try requireFinite(
        [decay.dollarsPerDay, decay.basisPointsOfNAV, decay.pressRatio ?? 0], seed)
      if seed.isMultiple(of: 4) {
        let projection = TimeShiftProjection(
          horizonDays: days, book: book, hedge: scenario, market: market, breakEven: nil)
        try requireFinite(projection, seed)
      }
      let repricing = VIXHedgeRepricing(
        legs: hedge.options, date: index.date, minute: random.integer(), rate: 0.02)
      try requireFinite(
        [
          repricing.valueDollars(vixChange: 3, daysForward: random.integer()),
          repricing.vegaDollarsPerVIXPoint(), repricing.thetaDollarsPerDay,
        ], seed)
      let costs = RollCosts(
        trades: hedge.options.map {
          (OptionQuote(date: index.date, contract: $0.contract, bid: 1, ask: 2), $0.quantity)
        }, commissionDollars: random.magnitude())
      try requireFinite(costs, seed)
    }
  }

  @Test func windowsOfAnyLengthAreRefusedOrTooLong() throws {
    let bars = (0..<30).map { day in
      let close = 2000 + Double(day % 3)
      return DailyBar(
        date: ExtremeBook.date.adding(days: day), open: close, high: close, low: close,
        close: close, volume: nil)
    }
    let vix = bars.map { DatedValue(date: $0.date, value: 30 - ($0.close - 2000)) }
    let last = bars[29].date
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let (sessions, window, fewest) = (random.integer(), random.integer(), random.integer())
      do throws(SeriesError) {
        let frequency = try EmpiricalBreach.frequency(
          of: 1990, side: .below, sessions: sessions, bars: bars, asOf: last)
        #expect(throws: EmpiricalBreachIssue.self) { try frequency.get() }
      } catch {
        #expect(error == .parameterOutOfRange(name: "sessions"))
      }
      do throws(SeriesError) {
        let response = try VIXResponse.estimated(
          bars: bars, vix: vix, asOf: last, window: window, fewest: fewest)
        #expect(nonFiniteNumbers(in: response).isEmpty, "seed \(seed)")
      } catch {
        let names = ["window", "fewest"].map { SeriesError.parameterOutOfRange(name: $0) }
        #expect(names.contains(error), "\(error)")
      }
    }
    let longest = try VIXResponse.estimated(
      bars: bars, vix: vix, asOf: last, window: .max, fewest: 5)
    #expect(
      longest
        == (try VIXResponse.estimated(
          bars: bars, vix: vix, asOf: last, window: 29, fewest: 5)))
  }
}
