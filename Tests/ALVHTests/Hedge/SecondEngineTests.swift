import ALVH
import Quant
import TestSupport
import Testing

@Suite struct SecondEngineTests {
  private let date = ScenarioFixture.date

  /// A book of −$1,200 vega, $10M notional and $1M of net assets, with the third layer's band.
  private func problem(
    vega: Double = -1200, dragLimit: Double = 0.0015, notionalMax: Double = 0.03,
    coverageMin: Double = 0.75, maxContracts: Int = 100
  ) -> SizingProblem {
    let call = HedgeCandidate(
      id: "call", future: 18, delta: 0.25, volatilityBeta: 0.45, ask: 0.8, unchangedValue: 0.7,
      commissionDollars: 0.65)
    return SizingProblem(
      bookVegaDollarsPerVolPoint: vega, bookNotionalDollars: 10_000_000, navDollars: 1_000_000,
      coverageMin: coverageMin, coverageMax: 1, notionalMin: 0.02, notionalMax: notionalMax,
      dragLimit: dragLimit, maxContracts: maxContracts, candidates: [call])
  }

  private func future(_ kind: VIXFutureKind, days: Int = 36) -> FutureCandidate {
    FutureCandidate(
      kind: kind, expiration: date.adding(days: days), future: 18, ask: 18.05, rolledFuture: 17.6,
      volatilityBeta: 0.45, commissionDollars: 1)
  }

  private func sizing(
    _ problem: SizingProblem, calls: Int = 70, _ futures: [FutureCandidate]? = nil,
    vix: Double = 16
  ) -> SecondEngineSizing? {
    SecondEngineSizing(
      problem: problem, held: [calls], futures: futures ?? [future(.vx), future(.vxm)], vix: vix)
  }

  private func inputs(
    optional: [Bool?] = [true, true, true, nil, nil], sizing: SecondEngineSizing? = nil
  ) -> SecondEngineInputs {
    SecondEngineInputs(
      layer: 1, dataComplete: true, curve: CurveShape(state: .contango, basisFront: 0.08),
      sizing: sizing ?? self.sizing(problem()), marginDollarsPerContract: 1500,
      breadthConfirms: optional[0], cashFlowPercentile: optional[1].map { $0 ? 80 : 79.9 },
      rotationAccelerates: optional[2], divergenceWidens: optional[3],
      exchangeRateElevated: optional[4])
  }

  private func evaluate(_ inputs: SecondEngineInputs) -> SecondEngineEvaluation {
    SecondEngineEvaluation(date: date, inputs: inputs)
  }

  private func verdict(_ rule: SecondEngineRule, _ inputs: SecondEngineInputs) -> RuleVerdict? {
    evaluate(inputs).findings.first { $0.rule == rule }?.verdict
  }

  @Test func smallestFutureThatFitsIsChosen() throws {
    // 70 calls of 11.25 are $787.5; the band starts at $900: three VXM of $45 reach $922.5.
    let found = try #require(sizing(problem()))
    let choice = try #require(found.choice)
    #expect(choice.future.kind == .vxm && choice.quantity == 3 && choice.fits)
    #expect(isClose(choice.vegaDollarsPerVIXPoint, 135, absolute: 1e-9))
    #expect(isClose(choice.shareOfHedge, 135 / 787.5, absolute: 1e-12))
    // 3·100·0.45·0.2·16 = 432.
    #expect(isClose(choice.stressLossDollars, 432, absolute: 1e-9))
    #expect(isClose(choice.together.vega, 922.5, absolute: 1e-9))
    // Drag: 70·(10 + 0.65) + 3·(45 + 1) = 883.5 of a cap of 1,500.
    #expect(isClose(choice.together.dragDollars, 883.5, absolute: 1e-9))
    #expect(sizing(problem(), [future(.vx)])?.choice == nil, "one VX is more than a third")
  }

  @Test func oneContractWhenCoverageIsAlreadyReached() {
    #expect(sizing(problem(coverageMin: 0.5))?.choice?.quantity == 1)
    let nearer = sizing(problem(coverageMin: 0.5), [future(.vxm, days: 36), future(.vxm, days: 8)])
    #expect(nearer?.choice?.future.expiration == date.adding(days: 8))
  }

  @Test func everyCapKeepsAFutureOut() {
    func broken(_ sizing: SecondEngineSizing?) -> [FutureCap]? { sizing?.smallest.brokenCaps }
    #expect(broken(sizing(problem(dragLimit: 0.00079))) == [.sizing(.drag)])
    #expect(broken(sizing(problem(notionalMax: 0.0127))) == [.sizing(.notional)])
    #expect(broken(sizing(problem(vega: -800))) == [.sizing(.coverage)])
    #expect(broken(sizing(problem(maxContracts: 70))) == [.sizing(.contracts)])
    #expect(broken(sizing(problem(), calls: 10)) == [.modestShare])
    // 45·0.2·600 = 5,400 of a limit of 5,000.
    #expect(broken(sizing(problem(), vix: 600)) == [.stressLoss])
    #expect(broken(sizing(problem(), calls: 0)) == [.modestShare])
    #expect(sizing(problem(), calls: 0)?.smallest.shareOfHedge == nil)
  }

  @Test func withoutFutureOrShortVegaThereIsNothingToSize() {
    #expect(sizing(problem(), []) == nil && sizing(problem(vega: 0)) == nil)
    var unsized = inputs()
    unsized.sizing = nil
    #expect(verdict(.dragCap, unsized) == .unknown && verdict(.stressLoss, unsized) == .unknown)
    #expect(evaluate(unsized).status == .undetermined && evaluate(unsized).addition == nil)
  }

  @Test func quorumIsThreeOfFive() {
    #expect(evaluate(inputs()).status == .on && evaluate(inputs()).addition?.quantity == 3)
    #expect(evaluate(inputs(optional: [true, true, false, nil, nil])).status == .undetermined)
    #expect(evaluate(inputs(optional: [true, true, false, false, false])).status == .off)
    #expect(evaluate(inputs(optional: [true, false, false, false, nil])).status == .off)
    #expect(evaluate(inputs(optional: [true, true, true, true, true])).optionalPasses == 5)
    #expect(evaluate(inputs(optional: [nil, nil, nil, nil, nil])).status == .undetermined)
  }

  @Test func everyMandatoryRuleCanStopTheEngine() {
    let changes: [(SecondEngineRule, (inout SecondEngineInputs) -> Void)] = [
      (.layerHeld, { $0.layer = 0 }), (.dataComplete, { $0.dataComplete = false }),
      (.curveShape, { $0.curve = CurveShape(state: .backwardation, basisFront: 0) }),
      (.curveShape, { $0.curve = CurveShape(state: .mixed, basisFront: -0.051) }),
      (.dragCap, { $0.sizing = self.sizing(self.problem(dragLimit: 0.0005)) }),
      (.stressLoss, { $0.sizing = self.sizing(self.problem(), vix: 600) }),
      (.marginStated, { $0.marginDollarsPerContract = 0 }),
      (.marginStated, { $0.marginDollarsPerContract = 400_000 }),
    ]
    for (rule, change) in changes {
      var changed = inputs()
      change(&changed)
      let evaluation = evaluate(changed)
      #expect(evaluation.findings.filter { $0.verdict == .fail }.map(\.rule) == [rule], "\(rule)")
      #expect(evaluation.status == .off && evaluation.addition == nil, "\(rule)")
    }
    var unstated = inputs()
    unstated.marginDollarsPerContract = nil
    #expect(verdict(.marginStated, unstated) == .unknown)
    #expect(evaluate(unstated).status == .undetermined)
    var mixed = inputs()
    mixed.curve = CurveShape(state: .mixed, basisFront: -0.05)
    #expect(evaluate(mixed).status == .on)
  }

  @Test func evidenceShowsTheNumbers() {
    let evaluation = evaluate(inputs())
    #expect(evaluation.findings.map(\.rule) == SecondEngineRule.allCases)
    #expect(evaluation.findings[0].evidence == .layer(1))
    #expect(evaluation.findings[2].evidence == .curve(state: .contango, basisFront: 0.08))
    #expect(evaluation.findings[5].evidence == .dollars(value: 4500, limit: 1_000_000))
    #expect(evaluation.findings[7].evidence == .percentile(value: 80, least: 80))
    #expect(evaluation.findings[9].evidence == .missing)
    #expect(SecondEngineRule.allCases.count { $0.isMandatory } == 6)
  }

  @Test func statusFollowsFromTheVerdictsForRandomInputs() {
    var random = SplitMix64(seed: 77)
    func maybe() -> Bool? { [true, false, nil][Int.random(in: 0...2, using: &random)] }
    for _ in 0..<300 {
      var drawn = inputs(optional: (0..<5).map { _ in maybe() })
      drawn.layer = Int.random(in: 0...3, using: &random)
      drawn.dataComplete = Bool.random(using: &random)
      if maybe() == nil { drawn.curve = nil }
      let evaluation = evaluate(drawn)
      let mandatory = evaluation.findings.filter(\.rule.isMandatory).map(\.verdict)
      let optional = evaluation.findings.filter { !$0.rule.isMandatory }.map(\.verdict)
      let passes = optional.count { $0 == .pass }
      let isOn = mandatory.allSatisfy { $0 == .pass } && passes >= 3
      #expect((evaluation.status == .on) == isOn)
      #expect((evaluation.addition != nil) == isOn)
      if mandatory.contains(.fail) { #expect(evaluation.status == .off) }
    }
  }

  @Test func logKeepsEveryEvaluationInOrder() throws {
    var log = SecondEngineLog()
    try log.append(evaluate(inputs()))
    #expect(throws: SeriesError.duplicateDate(index: 1)) { try log.append(evaluate(inputs())) }
    let earlier = SecondEngineEvaluation(date: date.adding(days: -1), inputs: inputs())
    #expect(throws: SeriesError.unsortedDates(index: 1)) { try log.append(earlier) }
    try log.append(SecondEngineEvaluation(date: date.adding(days: 1), inputs: inputs()))
    #expect(log.evaluations.map(\.date) == [date, date.adding(days: 1)])
  }

  @Test func shapeOfACurve() throws {
    #expect(CurveShape(try ScenarioFixture.curve())?.state == .contango)
    let single = try VIXTermStructure(
      date: date, spot: 16, contracts: [(date.adding(days: 8), 17)])
    #expect(CurveShape(single) == nil)
  }
}
