import Quant
import TestSupport
import Testing

@Suite struct BreadthConfirmationTests {
  private let parameters = DivergenceParameters(
    left: 2, right: 2, volumeWindow: 1, minSeparation: 3, maxSeparation: 30, strengthWindow: 12)

  @Test func theLineBelowItsMeanConfirmsWhilePriceIsAboveItsOwn() throws {
    var breadth = try BreadthConfirmation()
    var steps: [BreadthConfirmation.Step] = []
    // Price rises by one a session; the line falls by 10. Both are beyond their means at once.
    for session in 0..<60 {
      steps.append(
        try breadth.append(close: 100 + Double(session), advances: 45, declines: 55))
    }
    #expect(steps[48].isBelowMean == false, "49 sessions have no mean of 50")
    #expect(steps[49].isBelowMean && steps[49].isConfirming)
    #expect(steps[59].advanceDeclineLine == -600)
  }

  @Test(arguments: [(45, 55, false), (55, 45, true), (55, 45, false)])
  func neitherRulePassesWhenOnlyOneSideHolds(advances: Int, declines: Int, rises: Bool) throws {
    var breadth = try BreadthConfirmation()
    for session in 0..<80 {
      let step = try breadth.append(
        close: 200 + Double(rises ? session : -session), advances: advances, declines: declines)
      #expect(!step.isConfirming)
    }
  }

  @Test func bothMeansCoverTheSameSessions() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 120)
      var breadth = try BreadthConfirmation(parameters: parameters)
      var line: [Double] = []
      for bar in 0..<120 {
        let advances = Int(walk.volume[bar]) % 1000
        let step = try breadth.append(
          close: walk.close[bar], advances: advances, declines: 1000 - advances)
        line.append(step.advanceDeclineLine)
        guard bar >= 49 else {
          #expect(!step.isBelowMean)
          continue
        }
        let lineMean = line[(bar - 49)...].reduce(0, +) / 50
        let priceMean = walk.close[(bar - 49)...bar].reduce(0, +) / 50
        #expect(step.isBelowMean == (line[bar] < lineMean && walk.close[bar] > priceMean))
      }
    }
  }

  @Test func divergencesAreThoseOfTheLine() throws {
    var found = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let walk = RandomWalk(seed: seed, count: 120)
      var breadth = try BreadthConfirmation(parameters: parameters)
      var line: [Double] = []
      var divergences: [BearishDivergence] = []
      for bar in 0..<120 {
        let advances = Int(walk.volume[bar]) % 1000
        let step = try breadth.append(
          close: walk.close[bar], advances: advances, declines: 1000 - advances)
        line.append(step.advanceDeclineLine)
        if let divergence = step.divergence {
          divergences.append(divergence)
          #expect(divergence.known == bar && step.isConfirming)
        }
      }
      #expect(
        try DivergenceDetector.events(close: walk.close, obv: line, parameters: parameters)
          == divergences)
      found += divergences.count
    }
    #expect(found > 100)
  }

  @Test func refusedSessionsAreNamedAndChangeNothing() throws {
    var breadth = try BreadthConfirmation()
    _ = try breadth.append(close: 100, advances: 1, declines: 0)
    let before = breadth
    #expect(throws: SeriesError.nonFinite(index: 1)) {
      try breadth.append(close: .nan, advances: 1, declines: 1)
    }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) {
      try breadth.append(close: 0, advances: 1, declines: 1)
    }
    #expect(throws: SeriesError.negativeVolume(index: 1)) {
      try breadth.append(close: 100, advances: 1, declines: -1)
    }
    #expect(throws: SeriesError.missingInput(name: "breadth")) {
      try breadth.append(close: 100, advances: 0, declines: 0)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "breadth")) {
      try breadth.append(close: 100, advances: .max, declines: .max)
    }
    #expect(breadth == before && breadth.count == 1)
    var parameters = parameters
    parameters.strengthWindow = 1
    #expect(throws: SeriesError.parameterOutOfRange(name: "strengthWindow")) {
      try BreadthConfirmation(parameters: parameters)
    }
  }
}
