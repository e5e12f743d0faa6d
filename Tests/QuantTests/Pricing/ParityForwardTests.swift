import Quant
import TestSupport
import Testing

/// One row of `parity_forward.json`.
private struct ParityForwardCase: Decodable {
  struct Row: Decodable {
    let strike, callMid, putMid: Double
  }
  struct Expected: Decodable {
    let forwardSingleStrike, singleStrike, forwardMedian: Double
    let regressionDiscount, regressionForward: Double?
  }
  let id: String
  let discount: Double
  let rows: [Row]
  let expected: Expected
}

@Suite struct ParityForwardVectors {
  @Test func threeForwardsMatchTheReference() throws {
    for row in try Vectors.cases("parity_forward", as: ParityForwardCase.self) {
      let pairs = row.rows.map { ParityPair(strike: $0.strike, call: $0.callMid, put: $0.putMid) }
      let single = ParityForward.singleStrike(pairs, discount: row.discount)
      let regression = ParityForward.regression(pairs)
      let checks: [(String, Double?, Double?)] = [
        ("single", single?.forward, row.expected.forwardSingleStrike),
        ("strike", single?.strike, row.expected.singleStrike),
        (
          "median", ParityForward.median(pairs, discount: row.discount),
          row.expected.forwardMedian
        ),
        ("discount", regression?.discount, row.expected.regressionDiscount),
        ("forward", regression?.forward, row.expected.regressionForward),
      ]
      for (name, computed, expected) in checks {
        #expect(
          isClose(computed, expected, absolute: 0, relative: 1e-9),
          "\(row.id) \(name): computed \(computed as Any), expected \(expected as Any)")
      }
    }
  }
}

@Suite struct ParityForwardTests {
  private func pair(_ strike: Double, difference: Double) -> ParityPair {
    ParityPair(strike: strike, call: 50 + difference, put: 50)
  }

  @Test func emptyAndUselessInputsHaveNoForward() {
    #expect(ParityForward.median([], discount: 1) == nil)
    #expect(ParityForward.singleStrike([], discount: 1) == nil)
    #expect(ParityForward.regression([]) == nil)
    #expect(ParityForward.median([pair(100, difference: 0)], discount: 0) == nil)
    #expect(ParityForward.dividendYield(forward: 0, spot: 1, rate: 0, years: 1) == nil)
  }

  @Test func evenCountTakesTheMeanOfTheMiddleTwo() {
    let pairs = [pair(100, difference: 4), pair(110, difference: -4)]
    #expect(ParityForward.median(pairs, discount: 1) == 105)
  }

  @Test func strikesFarFromSpotAreLeftOut() {
    let pairs = [pair(100, difference: 1), pair(104, difference: 900)]
    #expect(ParityForward.median(pairs, discount: 1, near: 100) == 101)
    #expect(ParityForward.median(pairs, discount: 1, near: 200) == nil)
  }

  @Test func tieGoesToTheLowerStrike() {
    let pairs = [pair(105, difference: -2), pair(100, difference: 2)]
    #expect(ParityForward.singleStrike(pairs, discount: 1)?.strike == 100)
  }

  @Test func regressionRefusesFewStrikesAndImpossibleDiscounts() {
    let line = (0..<5).map { pair(100 + Double($0), difference: 2 - 0.99 * Double($0)) }
    #expect(isClose(ParityForward.regression(line)?.discount, 0.99, absolute: 1e-12))
    #expect(ParityForward.regression(Array(line.dropLast())) == nil)
    let steep = (0..<5).map { pair(100 + Double($0), difference: -1.02 * Double($0)) }
    #expect(ParityForward.regression(steep) == nil)
    let flat = (0..<5).map { pair(100 + Double($0), difference: -0.89 * Double($0)) }
    #expect(ParityForward.regression(flat) == nil)
  }

  @Test func onlyTwoSidedQuotesOfOneRootPair() throws {
    let date = CalendarDate(dayNumber: 16_800)
    let expiration = date.adding(days: 30)
    func quote(
      _ root: OptionRoot, _ strike: Double, _ right: OptionRight, _ bid: Double, _ ask: Double
    ) -> OptionQuote {
      OptionQuote(
        date: date,
        contract: OptionContract(root: root, expiration: expiration, strike: strike, right: right),
        bid: bid, ask: ask)
    }
    let quotes = [
      quote(.spx, 2000, .call, 40, 42), quote(.spx, 2000, .put, 38, 40),
      quote(.spxw, 2010, .call, 40, 42), quote(.spx, 2010, .put, 38, 40),
      quote(.spx, 2020, .call, 0, 1), quote(.spx, 2020, .put, 60, 61),
      quote(.spx, 2030, .call, 5, 5), quote(.spx, 2030, .put, 60, 61),
    ]
    let pairs = ParityPair.pairs(from: quotes, root: .spx, expiration: expiration)
    #expect(pairs == [ParityPair(strike: 2000, call: 41, put: 39)])
    #expect(quote(.spx, 2000, .call, 40, 42).supportsImpliedVolatility)
    #expect(quote(.spx, 2000, .call, 0.05, 1).supportsImpliedVolatility)
    #expect(!quote(.spx, 2000, .call, 1, 3).supportsImpliedVolatility)
  }

  @Test func dividendYieldInvertsTheCostOfCarry() {
    let yield = ParityForward.dividendYield(
      forward: 2000, spot: 2000, rate: 0.013, years: 0.25)
    #expect(yield == 0.013)
  }
}
