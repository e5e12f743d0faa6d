import ALVH
import Testing

@testable import SiteGenerator

/// Sentences say the profile's own numbers, not those of the default.
@Suite struct ActionWordsTests {
  private func reason(_ reason: EngineReason, _ change: (inout Profile) -> Void) -> String {
    var profile = Profile.seedOBV
    change(&profile)
    let step = EngineStep(
      stageBefore: .layer1, stageAfter: .layer1, action: .hold, reason: reason, rule: .hold,
      sinceChange: 1, sinceReinforce: 1)
    return ActionWords.reason(step, in: profile)
  }

  @Test func reasonsPrintTheParametersOfTheProfile() {
    #expect(
      reason(.timeStop) { $0.engine.timeStop = 30 }
        == "because nothing has reinforced it for 30 sessions")
    #expect(
      reason(.schedule) { $0.engine.rebalanceMax = 12 }
        == "because 12 sessions have passed since the last change")
    #expect(
      reason(.schedule) { _ in } == "because five sessions have passed since the last change")
  }

  /// Holding nothing because data are missing is not holding "no hedge".
  @Test func aGateWithoutAHedgeIsNoTrade() {
    func step(_ stage: HedgeStage) -> EngineStep {
      EngineStep(
        stageBefore: stage, stageAfter: stage, action: .hold, reason: .dataGate, rule: .dataGate,
        sinceChange: nil, sinceReinforce: nil)
    }
    #expect(ActionWords.short(step(.none)) == "no trade")
    #expect(ActionWords.clause(step(.watch)) == "no trade" && ActionWords.isNoTrade(step(.watch)))
    #expect(ActionWords.clause(step(.layer2)) == "the method holds layer\u{A0}2")
    #expect(!ActionWords.isNoTrade(step(.layer2)))
  }

  @Test func smallNumbersAreWords() {
    #expect(ActionWords.sessions(1) == "one session" && ActionWords.sessions(3) == "three sessions")
    #expect(ActionWords.sessions(10) == "ten sessions" && ActionWords.sessions(11) == "11 sessions")
  }
}
