import ALVH
import Testing

@Suite struct HedgeEngineTests {
  private let quiet = EngineInputs(divergenceActive: true, minSessionsToExpiry: 30)

  private func entered(_ change: (inout EngineParameters) -> Void = { _ in }) -> HedgeEngine {
    var parameters = EngineParameters()
    change(&parameters)
    var engine = HedgeEngine(parameters: parameters)
    _ = engine.advance(
      EngineInputs(newDivergence: true, divergenceActive: true, aligned: true))
    return engine
  }

  @Test func startsWithoutHedge() {
    var engine = HedgeEngine()
    let step = engine.advance(EngineInputs())
    #expect(step.stageBefore == .none && step.stageAfter == .none)
    #expect(step.action == .idle && step.reason == .noFreshDivergence && step.rule == .entry)
    #expect(step.sinceChange == nil && step.sinceReinforce == nil && step.note == nil)
  }

  @Test func firstLayerWaitsForAlignment() {
    var engine = HedgeEngine()
    let waiting = engine.advance(EngineInputs(newDivergence: true, divergenceActive: true))
    #expect(waiting.stageAfter == .watch && waiting.reason == .notAligned)
    let entering = engine.advance(EngineInputs(divergenceActive: true, aligned: true))
    #expect(entering.stageBefore == .watch && entering.stageAfter == .layer1)
    #expect(entering.sinceReinforce == 1)
  }

  @Test func alignmentCanBeSwitchedOff() {
    var parameters = EngineParameters()
    parameters.requireAlignment = false
    var engine = HedgeEngine(parameters: parameters)
    let step = engine.advance(EngineInputs(newDivergence: true, divergenceActive: true))
    #expect(step.action == .enterLayer1)
  }

  @Test func incompleteDataHoldsAndDoesNotLatch() {
    var engine = entered()
    var gap = quiet
    gap.dataOK = false
    gap.macd = true
    let held = engine.advance(gap)
    #expect(held.action == .hold && held.reason == .dataGate && held.rule.number == 1)
    #expect(held.sinceReinforce == 1, "a confirmation in a gap is not recorded")
    var confirmed = quiet
    confirmed.macd = true
    #expect(engine.advance(confirmed).sinceReinforce == 0)
  }

  @Test func dwellTimeDelaysTheSecondLayer() {
    var engine = entered()
    var confirmed = quiet
    confirmed.rsi = true
    #expect(engine.advance(confirmed).action == .hold)
    #expect(engine.advance(confirmed).action == .hold)
    let added = engine.advance(confirmed)
    #expect(added.action == .addLayer2 && added.sinceChange == 3 && added.rule == .confirmation)
  }

  @Test func wideningSkipsTheDwellTime() {
    var engine = entered()
    var widened = quiet
    widened.macd = true
    widened.widening = true
    #expect(engine.advance(widened).action == .addLayer2)
    #expect(engine.advance(widened).action == .addLayer3)
  }

  @Test func refusedRollIsRemembered() {
    var engine = entered()
    var late = quiet
    late.minSessionsToExpiry = 9
    _ = engine.advance(late)
    _ = engine.advance(late)
    let deferred = engine.advance(late)
    #expect(deferred.action == .hold && deferred.reason == .rollDeferred && deferred.rule == .hold)
    late.coverageOutOfBand = true
    let rebalanced = engine.advance(late)
    #expect(rebalanced.reason == .band && rebalanced.note == .rollDeferred)
    #expect(rebalanced.rule == .rebalance)
  }

  @Test func refusedMacroRollKeepsItsNoteOverTheTenorRoll() {
    var engine = entered()
    var late = quiet
    for _ in 0..<2 { _ = engine.advance(late) }
    late.minSessionsToExpiry = 9
    late.widening = true
    late.inflationReinforce = true
    let step = engine.advance(late)
    #expect(step.reason == .irrGateFailed && step.note == .irrGateFailed)
  }

  @Test func timeStopUnwinds() {
    var engine = entered { $0.timeStop = 2 }
    #expect(engine.advance(quiet).action == .hold)
    let stopped = engine.advance(quiet)
    #expect(stopped.action == .unwind && stopped.reason == .timeStop && stopped.rule == .timeStop)
    #expect(engine.stage == .none)
  }

  @Test func hedgeWithoutContractsHasNoExpiry() {
    var engine = entered()
    var empty = quiet
    empty.minSessionsToExpiry = nil
    #expect(engine.advance(empty).reason == .inPolicy)
    empty.minSessionsToExpiry = 1
    #expect(engine.advance(empty).reason == .expiry)
  }

  @Test func closedBookUnwinds() {
    var engine = entered()
    #expect(engine.advance(EngineInputs(hasBook: false)).reason == .bookClosed)
    #expect(engine.advance(EngineInputs(hasBook: false)).reason == .noBook)
  }

  @Test func stagesAreOrdered() {
    #expect(HedgeStage.allCases.sorted() == [.none, .watch, .layer1, .layer2, .layer3])
    #expect(HedgeStage.allCases.map(\.layer) == [0, 0, 1, 2, 3])
  }
}
