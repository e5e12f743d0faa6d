import Quant
import TestSupport
import Testing

/// One row of `implied_vol.json`.
private struct ImpliedVolatilityCase: Decodable {
  let id, status: String
  let type: OptionRight
  let price, forward, strike, discount, years: Double
  let vol, relConditionForward: Double?
}

extension ImpliedVolatility {
  /// The word the reference vectors use for the outcome.
  fileprivate var status: String {
    switch self {
    case .ok: "ok"
    case .noTimeValue: "noTimeValue"
    case .belowIntrinsic: "belowIntrinsic"
    case .aboveMaximum: "aboveMaximum"
    case .atMaximum: "atMaximum"
    case .invalidInput: "invalidInput"
    }
  }
}

@Suite struct ImpliedVolatilityVectors {
  @Test func statusAndVolatilityMatchTheReference() throws {
    for row in try Vectors.cases("implied_vol", as: ImpliedVolatilityCase.self) {
      let implied = ImpliedVolatility.solve(
        price: row.price, forward: row.forward, strike: row.strike, discount: row.discount,
        years: row.years, right: row.type)
      #expect(implied.status == row.status, "\(row.id): \(implied)")
      guard let expected = row.vol else { continue }
      let tolerance = max(1e-12, 16 * (row.relConditionForward ?? 0))
      let computed = implied.value ?? .nan
      #expect(
        abs(computed / expected - 1) <= tolerance,
        "\(row.id): computed \(computed), expected \(expected), tolerance \(tolerance)")
    }
  }
}

@Suite struct ImpliedVolatilityTests {
  private func solve(
    _ price: Double, forward: Double = 2000, strike: Double = 2000, discount: Double = 1,
    years: Double = 0.25, right: OptionRight = .call
  ) -> ImpliedVolatility {
    ImpliedVolatility.solve(
      price: price, forward: forward, strike: strike, discount: discount, years: years,
      right: right)
  }

  @Test func boundsAndBadInputsHaveTheirOwnOutcome() {
    #expect(solve(0) == .noTimeValue)
    #expect(solve(100, strike: 1900) == .noTimeValue)
    #expect(solve(100 - 1e-12, strike: 1900) == .noTimeValue)
    #expect(solve(99.9, strike: 1900) == .belowIntrinsic)
    #expect(solve(-1e-9) == .belowIntrinsic)
    #expect(solve(2000) == .atMaximum)
    #expect(solve(2000.1) == .aboveMaximum)
    #expect(solve(1900, strike: 1900, right: .put) == .atMaximum)
    #expect(solve(.nan) == .invalidInput)
    #expect(solve(10, forward: 0) == .invalidInput)
    #expect(solve(10, strike: -1) == .invalidInput)
    #expect(solve(10, discount: .infinity) == .invalidInput)
    #expect(solve(10, years: 0) == .invalidInput)
    #expect(solve(10).value != nil && solve(0).value == nil)
  }

  @Test func roundTripReturnsTheVolatility() {
    var generator = SplitMix64(seed: 51)
    var solved = 0
    for _ in 0..<3000 {
      let forward = generator.uniform(10...7000)
      let strike = forward * generator.uniform(0.5...2)
      let volatility = generator.uniform(0.02...3)
      let years = generator.uniform(0.002...2)
      let right: OptionRight = strike < forward ? .put : .call
      let price = Black76.price(
        right, future: forward, strike: strike, rate: 0, volatility: volatility, years: years)
      // Out of the money from the smallest normal prices up to where the price is no longer steep.
      guard price > 1e-290, price < 0.9 * min(forward, strike) else { continue }
      let implied = solve(price, forward: forward, strike: strike, years: years, right: right)
      #expect(
        isClose(implied.value, volatility, absolute: 0, relative: 1e-12),
        "forward \(forward) strike \(strike) years \(years): \(implied), expected \(volatility)")
      solved += 1
    }
    #expect(solved > 2000)
  }

  @Test func roundTripNearTheMoneyKeepsItsDigits() {
    var generator = SplitMix64(seed: 52)
    for _ in 0..<500 {
      let forward = generator.uniform(10...7000)
      let strike = forward * (1 + generator.uniform(0...1e-3) * generator.uniform(0...1e-3))
      let volatility = generator.uniform(0.05...2)
      let price = Black76.price(
        .call, future: forward, strike: strike, rate: 0.05, volatility: volatility, years: 0.1)
      let discount = Black76.price(
        .call, future: 2, strike: 1, rate: 0.05, volatility: 0, years: 0.1)
      let implied = solve(price, forward: forward, strike: strike, discount: discount, years: 0.1)
      #expect(
        isClose(implied.value, volatility, absolute: 0, relative: 1e-12),
        "forward \(forward) strike \(strike): \(implied), expected \(volatility)")
    }
  }

  @Test func everyFinitePriceHasAFiniteOutcome() {
    var generator = SplitMix64(seed: 53)
    for _ in 0..<5000 {
      func magnitude() -> Double {
        var value = generator.uniform(1...10)
        for _ in 0..<Int.random(in: 0...30, using: &generator) { value *= 0.1 }
        for _ in 0..<Int.random(in: 0...30, using: &generator) { value *= 10 }
        return value
      }
      let forward = magnitude()
      let strike = magnitude()
      let right: OptionRight = Bool.random(using: &generator) ? .call : .put
      let bound = right == .call ? forward : strike
      let price = bound * min(generator.uniform(0...1.01), magnitude())
      let implied = solve(
        price, forward: forward, strike: strike, years: generator.uniform(1e-6...5), right: right)
      if let value = implied.value {
        #expect(value.isFinite && value > 0, "\(price) \(forward) \(strike)")
      }
    }
  }
}
