import ALVH
import Quant
import TestSupport
import Testing

/// Caps, holdings and parameters of any size give a size, and soon.
@Suite struct ExtremeSizingTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  private func problem(
    _ random: inout SplitMix64, candidates: Int, maxContracts: Int
  ) -> SizingProblem {
    SizingProblem(
      bookVegaDollarsPerVolPoint: -random.uniform(50...300), bookNotionalDollars: 1e6,
      navDollars: 1e5, coverageMin: 1.0 / 3, coverageMax: random.uniform(0.3...0.5),
      notionalMin: 0.005, notionalMax: random.uniform(0.004...0.02), dragLimit: 0.0015,
      maxContracts: maxContracts,
      candidates: (0..<candidates).map { number in
        HedgeCandidate(
          id: "\(number)", future: random.uniform(12...30), delta: random.uniform(0.1...0.4),
          volatilityBeta: 0.45, ask: random.uniform(0.5...2),
          unchangedValue: random.uniform(0.2...1.5), commissionDollars: 0.65)
      })
  }

  @Test func aCapOfAnySizeGivesTheSizeOfALargeOne() throws {
    var constrained = 0
    for seed in 0..<250 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let cap = max(1000, random.positiveInteger())
      var problem = problem(
        &random, candidates: Int.random(in: 0...3, using: &random), maxContracts: cap)
      let result = HedgeSizing.solve(problem)
      try requireFinite(result, seed)
      if result.status == .constrained { constrained += 1 }
      // No cap of these problems allows a thousand contracts.
      problem.maxContracts = 1000
      try #require(result == HedgeSizing.solve(problem), "seed \(seed), cap \(cap)")
    }
    #expect(constrained > 30, "\(constrained)")
  }

  @Test func contractsWithoutCostOrEffectStopAtTheGreatestNumber() {
    let worthless = HedgeCandidate(
      id: "", future: 0, delta: 0, volatilityBeta: 0, ask: 0, unchangedValue: 1,
      commissionDollars: 0)
    var random = SplitMix64(seed: 1)
    var problem = problem(&random, candidates: 0, maxContracts: .max)
    problem.candidates = [worthless]
    #expect(HedgeSizing.solve(problem).contracts == 0)
    // 10,000 of 100·0.01·0.001 = 0.001 dollars per point reach 10 of at least 50.
    problem.candidates = [
      HedgeCandidate(
        id: "", future: 1e-9, delta: 0.01, volatilityBeta: 0.001, ask: 0, unchangedValue: 1,
        commissionDollars: 0)
    ]
    let result = HedgeSizing.solve(problem)
    #expect(result.contracts == HedgeSizing.greatestContracts)
    #expect(result.binding == [.contracts])
    #expect(result.relaxed[3].solution.contracts == 2 * HedgeSizing.greatestContracts)
  }

  @Test func figuresOfAnyHoldingAreFinite() throws {
    for seed in 0..<250 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let problem = problem(&random, candidates: 3, maxContracts: random.positiveInteger())
      let held = (0..<3).map { _ in random.integer() }
      let figures = HedgeSizing.figures(of: held, in: problem)
      try requireFinite(figures, seed)
      let exact = held.reduce(Int128(0)) { $0 + Int128($1) }
      try #require(Int128(figures.contracts) == min(max(exact, -Int128(Int.max)), Int128(Int.max)))
      var parameters = SecondEngineParameters()
      parameters.quorum = random.integer()
      let sizing = SecondEngineSizing(
        problem: problem, held: held,
        futures: VIXFutureKind.allCases.map {
          FutureCandidate(
            kind: $0, expiration: ExtremeBook.date.adding(days: random.integer()), future: 18,
            ask: 18, rolledFuture: 18, volatilityBeta: 0.001, commissionDollars: 0)
        }, vix: 16, parameters: parameters)
      let evaluation = SecondEngineEvaluation(
        date: ExtremeBook.date,
        inputs: SecondEngineInputs(
          layer: random.integer(), dataComplete: true, sizing: sizing,
          marginDollarsPerContract: random.signed()), parameters: parameters)
      try requireFinite(evaluation, seed)
      _ = evaluation.status
    }
  }

  @Test func episodesOfAnyCostAreAddedUp() throws {
    for seed in 0..<250 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let outcomes = (0..<4).map { _ in
        EpisodeOutcome(
          episode: HedgeEpisode(
            start: CalendarDate(dayNumber: random.integer()), end: ExtremeBook.date,
            costDollars: Bool.random(using: &random)
              ? .greatestFiniteMagnitude : -random.magnitude()),
          touchedLowerBreakEven: false,
          vixCloses: [-.greatestFiniteMagnitude, random.signed(), .greatestFiniteMagnitude]
            .shuffled(using: &random))
      }
      try requireFinite(outcomes, seed)
      let calm = outcomes.map {
        EpisodeOutcome(episode: $0.episode, touchedLowerBreakEven: false, vixCloses: [16])
      }
      let drag = try RealisedDrag(
        calm, navDollars: [DatedValue(date: ExtremeBook.date, value: random.magnitude())],
        at: ExtremeBook.date)
      try #require(drag.episodes == 4)
      try requireFinite(drag, seed)
      try requireFinite(drag.fraction, seed)
    }
  }

  @Test func theRuleTableTakesAnyParameter() {
    for seed in 0..<250 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var parameters = EngineParameters()
      parameters.requireAlignment = Bool.random(using: &random)
      parameters.minDwell = random.integer()
      parameters.rebalanceMin = random.integer()
      parameters.rebalanceMax = random.integer()
      parameters.timeStop = random.integer()
      parameters.rollSessions = random.integer()
      parameters.expirySessions = random.integer()
      var engine = HedgeEngine(parameters: parameters)
      for _ in 0..<20 {
        let step = engine.advance(
          EngineInputs(
            newDivergence: Bool.random(using: &random), divergenceActive: true, aligned: true,
            macd: Bool.random(using: &random), widening: Bool.random(using: &random),
            minSessionsToExpiry: random.integer(), irrGatePass: Bool.random(using: &random)))
        #expect(step.stageAfter == engine.stage)
      }
    }
  }
}
