import ALVH
import TestSupport
import Testing

/// Sizing repeats the brute-force reference (methodology 4.4).
@Suite struct HedgeSizingVectors {
  struct Case: Decodable, Sendable {
    let id: String
    let problem: Problem
    let candidates: [Candidate]
    let expected: Expected
    let status: SizingStatus
    let relaxed: [String: Relaxed]
    let binding: [SizingCap]
  }

  struct Problem: Decodable, Sendable {
    let bookVega, bookNotional, nav, coverageMin, coverageMax, notionalMin, notionalMax: Double
    let dragLimit: Double
    let maxContracts: Int
  }

  struct Candidate: Decodable, Sendable {
    let id: String
    let multiplier, future, delta, volBeta, price, unchangedValue, commission: Double
    let vega, notional, drag: Double

    var hedge: HedgeCandidate {
      HedgeCandidate(
        id: id, multiplier: multiplier, future: future, delta: delta, volatilityBeta: volBeta,
        ask: price, unchangedValue: unchangedValue, commissionDollars: commission)
    }
  }

  struct Expected: Decodable, Sendable {
    let quantities: [Int]
    let vega, coverage, notionalPct, drag, dragPctNav: Double
    let contracts: Int
    let coverageShortfall, notionalShortfall: Double
  }

  struct Relaxed: Decodable, Sendable {
    let coverage, notionalPct, dragPctNav, coverageShortfall, notionalShortfall: Double
  }

  private func problem(_ testCase: Case) -> SizingProblem {
    let given = testCase.problem
    return SizingProblem(
      bookVegaDollarsPerVolPoint: given.bookVega, bookNotionalDollars: given.bookNotional,
      navDollars: given.nav, coverageMin: given.coverageMin, coverageMax: given.coverageMax,
      notionalMin: given.notionalMin, notionalMax: given.notionalMax, dragLimit: given.dragLimit,
      maxContracts: given.maxContracts, candidates: testCase.candidates.map(\.hedge))
  }

  @Test func candidateFiguresMatch() throws {
    for testCase in try Vectors.cases("hedge_sizing", as: Case.self) {
      for given in testCase.candidates {
        let hedge = given.hedge
        #expect(isClose(hedge.vegaDollarsPerVIXPoint, given.vega, absolute: 1e-9))
        #expect(isClose(hedge.notionalDollars, given.notional, absolute: 1e-9))
        #expect(isClose(hedge.dragDollars, given.drag, absolute: 1e-9))
      }
    }
  }

  @Test func optimumMatches() throws {
    for testCase in try Vectors.cases("hedge_sizing", as: Case.self) {
      let result = HedgeSizing.solve(problem(testCase))
      let expected = testCase.expected
      #expect(result.quantities == expected.quantities, "\(testCase.id)")
      #expect(result.contracts == expected.contracts, "\(testCase.id)")
      #expect(result.status == testCase.status, "\(testCase.id)")
      for (name, computed, wanted) in [
        ("vega", result.vega, expected.vega), ("coverage", result.coverage, expected.coverage),
        ("notional", result.notionalFraction, expected.notionalPct),
        ("drag", result.dragDollars, expected.drag),
        ("drag/NAV", result.dragFractionOfNAV, expected.dragPctNav),
        ("coverage shortfall", result.coverageShortfall, expected.coverageShortfall),
        ("notional shortfall", result.notionalShortfall, expected.notionalShortfall),
      ] {
        #expect(
          isClose(computed, wanted, absolute: 1e-9),
          "\(testCase.id) \(name): computed \(computed), expected \(wanted) ± 1e-9")
      }
    }
  }

  @Test func relaxationsMatch() throws {
    for testCase in try Vectors.cases("hedge_sizing", as: Case.self) {
      let result = HedgeSizing.solve(problem(testCase))
      #expect(result.binding == testCase.binding, "\(testCase.id)")
      #expect(result.relaxed.count == testCase.relaxed.count, "\(testCase.id)")
      for relaxation in result.relaxed {
        let expected = try #require(testCase.relaxed[relaxation.cap.rawValue])
        let solution = relaxation.solution
        for (computed, wanted) in [
          (solution.coverage, expected.coverage),
          (solution.notionalFraction, expected.notionalPct),
          (solution.dragFractionOfNAV, expected.dragPctNav),
          (solution.coverageShortfall, expected.coverageShortfall),
          (solution.notionalShortfall, expected.notionalShortfall),
        ] {
          #expect(
            isClose(computed, wanted, absolute: 1e-9),
            "\(testCase.id) \(relaxation.cap): computed \(computed), expected \(wanted) ± 1e-9")
        }
      }
    }
  }
}
