import ALVH
import Quant
import TestSupport
import Testing

/// Finite inputs of any size give finite hedge values, candidates and sizes.
@Suite struct ExtremeHedgeTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  private func call(_ random: inout SplitMix64) -> OptionContract {
    OptionContract(
      root: .vix, expiration: ExtremeBook.date.adding(days: Int.random(in: 0...60, using: &random)),
      strike: random.magnitude(or: 15...40), right: .call)
  }

  @Test func repricingStaysFinite() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let hedge = VIXHedgeRepricing(
        legs: (0..<4).map { _ in
          VIXHedgeLeg(
            contract: call(&random), quantity: random.quantity(),
            future: random.magnitude(or: 10...60), impliedVolatility: random.signed(or: 0.4...2),
            volatilityBeta: random.signed(or: 0.2...1))
        }, date: ExtremeBook.date, minute: Int.random(in: 0...1439, using: &random),
        rate: random.signed(or: -0.02...0.08))
      let change = random.signed(or: -10...40)
      try requireFinite(
        [
          hedge.valueDollars(), hedge.vegaDollarsPerVIXPoint(),
          hedge.valueDollars(
            vixChange: change, daysForward: Int.random(in: 0...90, using: &random),
            volShiftPoints: random.signed(or: -20...50)),
          hedge.vegaDollarsPerVIXPoint(vixChange: change), hedge.vegaDollarsPerVolOfVolPoint,
          hedge.thetaDollarsPerDay,
        ], seed)
    }
  }

  /// A candidate; `nil` without a usable quote or a volatility.
  private func candidate(
    _ quote: OptionQuote, _ assumptions: VIXCallAssumptions
  ) -> HedgeCandidate? {
    do {
      return try HedgeCandidate(vixCall: quote, assumptions: assumptions, id: "call")
    } catch {
      return nil
    }
  }

  @Test func candidatesOfQuotesStayFinite() throws {
    var made = 0
    for seed in 0..<800 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let contract = call(&random)
      let future = random.magnitude(or: 10...60)
      let bid = Bool.random(using: &random) ? future * random.uniform(0...0.5) : random.magnitude()
      let assumptions = VIXCallAssumptions(
        future: future, rolledFuture: random.magnitude(or: 10...60),
        unchangedVolatility: Bool.random(using: &random) ? random.signed() : nil,
        volatilityBeta: random.signed(or: 0.2...1), rate: random.signed(or: 0...0.05),
        commissionDollars: random.magnitude(or: 0...1),
        reviewDays: Int.random(in: 0...40, using: &random))
      let quote = OptionQuote(
        date: ExtremeBook.date, contract: contract, bid: bid, ask: bid * 1.2)
      guard let candidate = candidate(quote, assumptions) else { continue }
      try requireFinite(candidate, seed)
      made += 1
    }
    #expect(made > 40, "\(made)")
  }

  /// A problem that keeps the preconditions, its figures of any size.
  private func problem(_ random: inout SplitMix64) -> SizingProblem {
    let candidates = (0..<Int.random(in: 0...4, using: &random)).map { number in
      HedgeCandidate(
        id: "\(number)", future: random.magnitude(or: 10...60),
        delta: random.magnitude(or: 0.1...0.4), volatilityBeta: random.magnitude(or: 0.2...1),
        ask: random.magnitude(or: 0.2...3), unchangedValue: random.magnitude(or: 0...1),
        commissionDollars: random.magnitude(or: 0...1))
    }
    return SizingProblem(
      bookVegaDollarsPerVolPoint: random.signed(or: -300 ... -50),
      bookNotionalDollars: random.magnitude(or: 1e5...1e6),
      navDollars: random.magnitude(or: 1e5...1e6), coverageMin: random.magnitude(or: 0.3...0.5),
      coverageMax: random.magnitude(or: 0.5...1), notionalMin: random.magnitude(or: 0...0.01),
      notionalMax: random.magnitude(or: 0.01...0.03), dragLimit: random.magnitude(or: 0...0.01),
      maxContracts: Int.random(in: 0...40, using: &random), candidates: candidates)
  }

  @Test func sizesStayFiniteAndInsideTheirContracts() throws {
    var bought = 0
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let problem = problem(&random)
      let result = HedgeSizing.solve(problem)
      try requireFinite(result, seed)
      let quantities = result.quantities
      try #require(quantities.allSatisfy { $0 >= 0 } && result.contracts <= problem.maxContracts)
      if result.contracts > 0 { bought += 1 }
      guard problem.bookVegaDollarsPerVolPoint < 0 else { continue }
      let figures = HedgeSizing.figures(
        of: problem.candidates.map { _ in abs(random.quantity()) >> 2 }, in: problem)
      try requireFinite(figures, seed)
    }
    #expect(bought > 20, "\(bought)")
  }

  @Test func theSecondEngineStaysFinite() throws {
    var sized = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let problem = problem(&random)
      let futures = VIXFutureKind.allCases.map { kind in
        FutureCandidate(
          kind: kind, expiration: ExtremeBook.date.adding(days: 30),
          future: random.magnitude(or: 10...60), ask: random.magnitude(or: 10...60),
          rolledFuture: random.magnitude(or: 10...60),
          volatilityBeta: random.magnitude(or: 0.2...1),
          commissionDollars: random.magnitude(or: 0...3))
      }
      let sizing = SecondEngineSizing(
        problem: problem, held: problem.candidates.map { _ in abs(random.quantity()) >> 2 },
        futures: futures, vix: random.magnitude(or: 10...60))
      if sizing != nil { sized += 1 }
      let curve = try VIXTermStructure(
        date: ExtremeBook.date, spot: random.magnitude(or: 10...60),
        contracts: [20, 50].map {
          (ExtremeBook.date.adding(days: $0), random.magnitude(or: 10...60))
        })
      let evaluation = SecondEngineEvaluation(
        date: ExtremeBook.date,
        inputs: SecondEngineInputs(
          layer: 1, dataComplete: true, curve: CurveShape(curve), sizing: sizing,
          marginDollarsPerContract: random.signed(or: 500...9000),
          cashFlowPercentile: random.signed(or: 0...100)))
      try requireFinite(evaluation, seed)
    }
    #expect(sized > 100, "\(sized)")
  }
}
