import ALVH
import TestSupport
import Testing

@Suite struct HedgeSizingTests {
  private func call(
    _ id: String = "call", delta: Double = 0.25, drag: Double = 20
  ) -> HedgeCandidate {
    HedgeCandidate(
      id: id, future: 18, delta: delta, volatilityBeta: 0.45, ask: 1 + drag / 100,
      unchangedValue: 1, commissionDollars: 0)
  }

  private func problem(
    vega: Double = -120, dragLimit: Double = 0.0015, candidates: [HedgeCandidate]
  ) -> SizingProblem {
    SizingProblem(
      bookVegaDollarsPerVolPoint: vega, bookNotionalDollars: 1_200_000, navDollars: 100_000,
      coverageMin: 1.0 / 3, coverageMax: 0.5, notionalMin: 0.005, notionalMax: 0.01,
      dragLimit: dragLimit, candidates: candidates)
  }

  @Test func withoutCandidatesHoldsNothingAndSaysConstrained() {
    let result = HedgeSizing.solve(problem(candidates: []))
    #expect(result.quantities == [] && result.contracts == 0)
    #expect(result.status == .constrained && result.binding == [])
    #expect(isClose(result.coverageShortfall, 1.0 / 3, absolute: 1e-12))
  }

  @Test func oneCandidateTakesTheFewestThatReachTheBand() {
    let result = HedgeSizing.solve(problem(candidates: [call()]))
    #expect(result.quantities == [4])
    #expect(result.status == .met && result.relaxed.isEmpty)
  }

  @Test func dragCapIsHardAndNamed() {
    let result = HedgeSizing.solve(problem(dragLimit: 0.0005, candidates: [call()]))
    #expect(result.quantities == [2])
    #expect(result.status == .constrained && result.binding == [.drag])
    #expect(result.relaxed.map(\.cap) == SizingCap.allCases)
    #expect(result.relaxed.first?.solution.quantities == [4])
  }

  @Test func longVegaBookNeedsNoHedge() {
    let result = HedgeSizing.solve(problem(vega: 5, candidates: [call()]))
    #expect(result.status == .noShortVega && result.quantities == [0])
  }

  @Test func equalCandidatesPreferTheLaterInTheVector() {
    let result = HedgeSizing.solve(problem(candidates: [call("a"), call("b")]))
    #expect(result.quantities == [0, 4])
  }

  @Test func figuresDescribeAnyHolding() {
    let held = HedgeSizing.figures(of: [9], in: problem(candidates: [call()]))
    #expect(held.contracts == 9)
    #expect(isClose(held.vega, 101.25, absolute: 1e-9))
    #expect(isClose(held.notionalFraction, 0.0135, absolute: 1e-12))
  }

  @Test func equalsBruteForceOnRandomProblems() {
    var random = SplitMix64(seed: 2015)
    for index in 0..<240 {
      let problem = randomProblem(index, &random)
      let result = HedgeSizing.solve(problem)
      let reference = BruteForceSizing(problem)
      let base = reference.best()
      #expect(result.quantities == base.quantities, "problem \(index)")
      guard result.status == .constrained else { continue }
      for relaxation in result.relaxed {
        var relaxed = reference
        switch relaxation.cap {
        case .drag: relaxed.limits.drag = .infinity
        case .notional: relaxed.limits.notional = .infinity
        case .coverage: relaxed.limits.vega = .infinity
        case .contracts: relaxed.limits.contracts *= 2
        }
        let best = relaxed.best()
        #expect(relaxation.solution.quantities == best.quantities, "\(index) \(relaxation.cap)")
        let improves = best.shortfalls.lexicographicallyPrecedes(base.shortfalls)
        #expect(result.binding.contains(relaxation.cap) == improves, "\(index)")
      }
    }
  }

  /// Small problems of all kinds: tight and loose caps, equal, worthless and free candidates.
  private func randomProblem(_ index: Int, _ random: inout SplitMix64) -> SizingProblem {
    var candidates: [HedgeCandidate] = []
    for number in 0..<Int.random(in: 1...5, using: &random) {
      var hedge = HedgeCandidate(
        id: "c\(number)", future: random.uniform(12...40), delta: random.uniform(0.1...0.5),
        volatilityBeta: random.uniform(0.3...0.6), ask: random.uniform(0.5...2),
        unchangedValue: random.uniform(0.2...1.5), commissionDollars: 0.65)
      if index % 4 == 1, number > 0 { hedge = candidates[0] }
      if index % 7 == 2 { hedge.dragDollars = 0 }
      if index % 9 == 3, number == 0 { hedge.vegaDollarsPerVIXPoint = 0 }
      candidates.append(hedge)
    }
    let low = random.uniform(0...0.8)
    let notionalLow = random.uniform(0...0.02)
    return SizingProblem(
      bookVegaDollarsPerVolPoint: -random.uniform(20...600),
      bookNotionalDollars: random.uniform(300_000...4_000_000),
      navDollars: random.uniform(50_000...400_000), coverageMin: low,
      coverageMax: low + random.uniform(0...0.4), notionalMin: notionalLow,
      notionalMax: notionalLow + random.uniform(0...0.01),
      dragLimit: random.uniform(0...0.01), maxContracts: Int.random(in: 0...14, using: &random),
      candidates: candidates)
  }
}
