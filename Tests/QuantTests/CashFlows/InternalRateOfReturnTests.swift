import Quant
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One row of `xirr.json`.
private struct InternalRateCase: Decodable {
  struct Flow: Decodable {
    let date: CalendarDate
    let amount: Double
  }
  struct Expected: Decodable {
    let status: InternalRateOfReturn.Status
    let irr: Double?
    let roots: [Double]
  }
  let id: String
  let flows: [Flow]
  let expected: Expected
}

@Suite struct InternalRateOfReturnVectors {
  @Test func statusAndEveryRootMatchTheReference() throws {
    for row in try Vectors.cases("xirr", as: InternalRateCase.self) {
      let flows = row.flows.map { CashFlow(date: $0.date, amountDollars: $0.amount) }
      let rate = try InternalRateOfReturn(flows)
      #expect(rate.status == row.expected.status, "\(row.id): computed \(rate.status)")
      #expect(rate.roots.count == row.expected.roots.count, "\(row.id)")
      for (computed, expected) in zip(rate.continuousRoots, row.expected.roots) {
        // Near −100 % the reference's r keeps few digits of 1 + r.
        let tolerance = 1e-10 + 2 * Double.ulpOfOne / (1 + expected)
        #expect(
          isClose(computed, log1p(expected), absolute: tolerance),
          "\(row.id): ln(1+r) computed \(computed), expected \(log1p(expected)), \(tolerance)")
      }
      if row.expected.status == .ok || row.expected.status == .multipleRoots {
        let computed = rate.headline.map { log1p($0) }
        let expected = row.expected.irr.map { log1p($0) }
        let tolerance = 1e-10 + 2 * Double.ulpOfOne / (1 + (row.expected.irr ?? 0))
        #expect(
          isClose(computed, expected, absolute: tolerance),
          "\(row.id): computed \(computed as Any), expected \(expected as Any), \(tolerance)")
      } else {
        #expect(rate.headline == row.expected.irr, "\(row.id)")
      }
    }
  }
}

@Suite struct InternalRateOfReturnTests {
  private let start = CalendarDate(dayNumber: 17_000)

  private func flows(_ rows: [(Int, Double)]) -> [CashFlow] {
    rows.map { CashFlow(date: start.adding(days: $0.0), amountDollars: $0.1) }
  }

  private func rate(_ rows: [(Int, Double)]) throws -> InternalRateOfReturn {
    try InternalRateOfReturn(flows(rows))
  }

  @Test func theValueAtEveryRootIsZeroToRounding() throws {
    var random = SplitMix64(seed: 41)
    var found = 0
    for _ in 0..<200 {
      let scale = Double(sign: .plus, exponent: Int(random.uniform(-900...900)), significand: 1)
      let count = Int(random.uniform(2...6))
      let rows = (0..<count).map { index in
        (index * Int(random.uniform(1...300)), scale * random.uniform(-1000...1000))
      }
      let flows = flows(rows)
      let value = try NetPresentValue(flows)
      for root in try InternalRateOfReturn(flows).continuousRoots {
        found += 1
        let discounted = rows.map { abs($0.1) * exp(-root * Double($0.0) / 365) }
        // The last bit of the root moves each term by |root|·t·2⁻⁵² of itself.
        let largest = rows.map { 1 + abs(root) * Double($0.0) / 365 }.max() ?? 1
        let tolerance = 16 * Double.ulpOfOne * largest * discounted.reduce(0, +)
        let computed = value.value(continuousRate: root)
        #expect(
          isClose(computed, 0, absolute: tolerance),
          "NPV computed \(computed as Any), expected 0, tolerance \(tolerance), \(rows)")
      }
    }
    #expect(found > 100)
  }

  @Test func oneRootIsFoundForEveryPlainInvestment() throws {
    var random = SplitMix64(seed: 42)
    for _ in 0..<200 {
      let days = Int(random.uniform(5...2000))
      let expected = random.uniform(-39...39)
      let paid = random.uniform(1...5000)
      let received = paid * exp(expected * Double(days) / 365)
      let solved = try rate([(0, -paid), (days, received)])
      #expect(solved.status == .ok)
      #expect(
        isClose(solved.continuousRoots.first, expected, absolute: 1e-12, relative: 1e-12),
        "computed \(solved.continuousRoots), expected \(expected), tolerance 1e-12")
    }
  }

  @Test func theRootNearestToZeroIsTheHeadlineAndTheLowerOnATie() throws {
    // With x = (1 + r)^−1, NPV = −2(x − 2)(x − ½) = −2x² + 5x − 2: roots r = −½ and 1, u = ∓ln 2.
    let tie = try rate([(0, -2), (365, 5), (730, -2)])
    #expect(tie.status == .multipleRoots && tie.roots.count == 2)
    #expect(isClose(tie.headline, -0.5, absolute: 1e-12), "\(tie.roots)")
    // −(x − 2)(x − 0.8)/0.8 has r = −½ and 0.25.
    let nearer = try rate([(0, -2), (365, 3.5), (730, -1.25)])
    #expect(isClose(nearer.headline, 0.25, absolute: 1e-12), "\(nearer.roots)")
  }

  @Test func flowsThatDetermineNoRateSayWhy() throws {
    #expect(try InternalRateOfReturn([]).status == .insufficientFlows)
    #expect(try rate([(0, -5)]).status == .insufficientFlows)
    #expect(try rate([(0, -5), (0, 9)]).status == .insufficientFlows)
    #expect(try rate([(0, -5), (9, 0)]).status == .totalLoss)
    #expect(try rate([(0, -5), (9, 0)]).headline == -1)
    #expect(try rate([(0, 5), (9, 0)]).status == .noOutflow)
    #expect(try rate([(0, 5), (9, 0)]).headline == nil)
    #expect(try rate([(0, 0), (9, 0)]).status == .noOutflow)
    // Flows of a date are netted first: what is left of the last one is rounding.
    #expect(try rate([(0, -5), (9, 0.1), (9, 0.2), (9, -0.3)]).status == .totalLoss)
    #expect(try rate([(0, -5), (9, 5), (3, 0)]).roots == [0])
    #expect(try rate([(9, 5), (0, -5)]).status == .ok)
  }

  @Test func longAndHugeFlowsDoNotOverflow() throws {
    let long = try rate([(0, -1), (40_000, 2)])
    #expect(
      isClose(long.continuousRoots.first, log(2) * 365 / 40_000, absolute: 1e-15), "\(long)")
    let huge = try rate([(0, -1e308), (0, -1e308), (365, 1.5e308), (365, 1.5e308)])
    #expect(isClose(huge.headline, 0.5, absolute: 1e-14), "\(huge)")
    let value = try NetPresentValue(flows([(0, -1), (40_000, 2)]))
    #expect(value.value(continuousRate: -40) == nil && value.value(continuousRate: .nan) == nil)
    #expect(value.value(continuousRate: 0) == 1)
  }

  @Test func amountsThatAreNotFiniteAreNamed() {
    #expect(throws: SeriesError.nonFinite(index: 1)) { try rate([(0, 1), (1, .nan)]) }
    #expect(throws: SeriesError.nonFinite(index: 0)) { try rate([(0, .infinity), (1, .nan)]) }
  }
}

@Suite struct PremiumReturnTests {
  private let start = CalendarDate(dayNumber: 17_000)

  private func result(_ rows: [(Int, Double)]) throws -> PremiumReturn {
    try PremiumReturn(
      rows.map { CashFlow(date: start.adding(days: $0.0), amountDollars: $0.1) })
  }

  @Test func receivedOverPaidIsTheHeadline() throws {
    // Paid 400 + 2 + 2 = 404, received 606: 606/404 − 1 = 0.5.
    let hedge = try result([(0, -400), (0, -2), (10, 606), (10, -2)])
    #expect(isClose(hedge.returnOnPremium, 0.5, absolute: 1e-15), "\(hedge)")
    #expect(hedge.daysHeld == 10 && hedge.paidDollars == 404 && hedge.receivedDollars == 606)
    // ln(604/402)·365/10 = 14.86: e^14.86 − 1, a rate of nearly three million.
    let expected = exp(log(604.0 / 402) * 36.5) - 1
    #expect(isClose(hedge.shownRate, expected, absolute: 0, relative: 1e-10), "\(hedge)")
  }

  @Test func theAnnualRateIsHiddenUnderFiveDays() throws {
    #expect(try result([(0, -100), (4, 101)]).shownRate == nil)
    #expect(try result([(0, -100), (5, 101)]).shownRate != nil)
    #expect(try result([(0, -100), (4, 101)]).internalRateOfReturn.status == .ok)
  }

  @Test func lossesAndEmptyLedgers() throws {
    #expect(try result([(0, -100), (9, 0)]).returnOnPremium == -1)
    #expect(try result([(0, -100), (9, 0)]).shownRate == -1)
    #expect(try result([]).returnOnPremium == nil && result([]).daysHeld == 0)
    #expect(try result([(0, 100)]).returnOnPremium == nil)
    #expect(try result([(0, -Double.leastNonzeroMagnitude), (9, 1e308)]).returnOnPremium == nil)
    #expect(throws: SeriesError.parameterOutOfRange(name: "flows")) {
      try result([(0, -1.5e308), (1, -1.5e308)])
    }
  }
}
