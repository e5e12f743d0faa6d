import ALVH
import TestSupport
import Testing

/// Session by session, the engine repeats the reference trace (methodology 4.3).
@Suite struct HedgeEngineVectors {
  struct Case: Decodable, Sendable {
    let id: String
    let params: EngineParameters
    let inputs: [EngineInputs]
    let expected: [Expected]
  }

  struct Expected: Decodable, Sendable {
    let state: HedgeStage
    let action: EngineAction
    let reason: EngineReason
  }

  @Test func traceMatches() throws {
    for testCase in try Vectors.cases("engine_trace", as: Case.self) {
      #expect(testCase.inputs.count == testCase.expected.count)
      var engine = HedgeEngine(parameters: testCase.params)
      for (index, pair) in zip(testCase.inputs, testCase.expected).enumerated() {
        let step = engine.advance(pair.0)
        let agrees =
          step.stageAfter == pair.1.state && step.action == pair.1.action
          && step.reason == pair.1.reason
        #expect(agrees, "\(testCase.id) session \(index): \(step), expected \(pair.1)")
        if !agrees { break }
      }
    }
  }
}
