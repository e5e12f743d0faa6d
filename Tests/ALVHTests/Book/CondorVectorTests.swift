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
    let kind: String
    let quantity: Int
    let longPut, shortPut, shortCall, longCall: Double?

    var label: String { "\(quantity) \(kind)" }

    /// Whether a structure has this name, number and, where they are given, these strikes.
    func describes(_ structure: RecognisedStructure) -> Bool {
      let strikes = [longPut, shortPut, shortCall, longCall]
      return structure.kind.rawValue == kind && structure.quantity == quantity
        && (strikes.allSatisfy { $0 == nil }
          || strikes == [
            structure.longPutStrike, structure.shortPutStrike, structure.shortCallStrike,
            structure.longCallStrike,
          ])
    }
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
      // The method fixes what is recognised, not in which order it is listed.
      let labels = found.map { "\($0.quantity) \($0.kind)" }
      #expect(labels.sorted() == expected.map(\.label).sorted(), "\(testCase.id)")
      for wanted in expected {
        #expect(
          found.contains(where: wanted.describes),
          "\(testCase.id): \(wanted) is not among \(found)")
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
