import ALVH
import Quant
import TestSupport
import Testing

/// Recognition and pay-off repeat the reference condors (methodology 3.1, 3.2).
@Suite struct CondorVectors {
  struct Case: Decodable, Sendable {
    let id: String
    let legs: [Leg]
    let recognised: [Recognised]
    let leftover: [Recognised]
    let expected: Expected

    var positions: [Position] { legs.map(\.position) }
  }

  struct Leg: Decodable, Sendable {
    let type: OptionRight
    let strike: Double
    let quantity: Int
    let entryPrice: Double

    var position: Position {
      Positions.make(type, strike, quantity, entryPrice)
    }
  }

  struct Recognised: Decodable, Sendable {
    let kind: StructureKind
    let quantity: Int
    let longPut, shortPut, shortCall, longCall: Double?
  }

  struct Expected: Decodable, Sendable {
    let creditPoints: Double
    let maxProfitUSD, maxLossUSD: Double?
    let unboundedProfit, unboundedLoss: Bool
    let breakEvens: [Double]
  }

  @Test func recognitionMatches() throws {
    for testCase in try Vectors.cases("condor", as: Case.self) {
      let found = StructureRecognition.recognise(testCase.positions)
      let expected = testCase.recognised + testCase.leftover
      #expect(found.map(\.kind) == expected.map(\.kind), "\(testCase.id)")
      #expect(found.map(\.quantity) == expected.map(\.quantity), "\(testCase.id)")
      for (structure, wanted) in zip(found, expected) where wanted.longPut != nil {
        #expect(structure.longPutStrike == wanted.longPut, "\(testCase.id)")
        #expect(structure.shortPutStrike == wanted.shortPut, "\(testCase.id)")
        #expect(structure.shortCallStrike == wanted.shortCall, "\(testCase.id)")
        #expect(structure.longCallStrike == wanted.longCall, "\(testCase.id)")
      }
    }
  }

  @Test func payoffMatches() throws {
    for testCase in try Vectors.cases("condor", as: Case.self) {
      let profile = try PayoffProfile(positions: testCase.positions)
      let expected = testCase.expected
      #expect(isClose(profile.credit, expected.creditPoints, absolute: 1e-9), "\(testCase.id)")
      #expect(isClose(profile.maxProfit, expected.maxProfitUSD, absolute: 1e-9), "\(testCase.id)")
      #expect(isClose(profile.maxLoss, expected.maxLossUSD, absolute: 1e-9), "\(testCase.id)")
      #expect((profile.maxProfit == nil) == expected.unboundedProfit, "\(testCase.id)")
      #expect((profile.maxLoss == nil) == expected.unboundedLoss, "\(testCase.id)")
      #expect(profile.breakEvens.count == expected.breakEvens.count, "\(testCase.id)")
      for (computed, wanted) in zip(profile.breakEvens, expected.breakEvens) {
        #expect(
          isClose(computed, wanted, absolute: 1e-9),
          "\(testCase.id): computed \(computed), expected \(wanted) ± 1e-9")
      }
    }
  }
}
