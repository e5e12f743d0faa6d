import Quant
import TestSupport
import Testing

/// One row of `black76_vix.json`.
private struct Black76Case: Decodable {
  let id: String
  let type: OptionRight
  let future, strike, rate, vol, years: Double
  let expected: OptionValue
}

@Suite struct Black76Vectors {
  @Test func valueMatchesEightyDigitReference() throws {
    for row in try Vectors.cases("black76_vix", as: Black76Case.self) {
      let value = Black76.value(
        row.type, future: row.future, strike: row.strike, rate: row.rate, volatility: row.vol,
        years: row.years)
      let priceScale = max(row.future, row.strike)
      let time = max(row.years, 1e-3)
      let checks: [(String, Double, Double, Double)] = [
        ("price", value.price, row.expected.price, priceScale),
        ("delta", value.delta, row.expected.delta, 1),
        ("gamma", value.gamma, row.expected.gamma, 1 / row.future),
        ("vega", value.vega, row.expected.vega, row.future),
        ("theta", value.theta, row.expected.theta, row.future / time),
        ("rho", value.rho, row.expected.rho, priceScale * time),
      ]
      for (name, computed, expected, scale) in checks {
        #expect(
          meetsPricingTolerance(computed, expected, scale: scale),
          "\(row.id) \(name): computed \(computed), expected \(expected), scale \(scale)")
      }
      let price = Black76.price(
        row.type, future: row.future, strike: row.strike, rate: row.rate, volatility: row.vol,
        years: row.years)
      #expect(price == value.price, "\(row.id)")
    }
  }
}

@Suite struct Black76Tests {
  @Test func zeroVolatilityAndExpiryGiveIntrinsic() {
    let still = Black76.value(
      .call, future: 30, strike: 20, rate: 0, volatility: 0, years: 0.1)
    #expect(still == OptionValue(price: 10, delta: 1, gamma: 0, vega: 0, theta: 0, rho: -1))
    let expired = Black76.value(.put, future: 30, strike: 20, rate: 0.05, volatility: 1, years: 0)
    #expect(expired.price == 0 && expired.delta == 0 && expired.theta == 0 && expired.rho == 0)
    let inTheMoney = Black76.value(
      .put, future: 15, strike: 20, rate: 0.05, volatility: 1, years: -1)
    #expect(inTheMoney == OptionValue(price: 5, delta: -1, gamma: 0, vega: 0, theta: 0, rho: 0))
  }

  @Test func agreesWithBlackScholesMertonWhoseYieldIsTheRate() {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<200 {
      let future = generator.uniform(10...60)
      let strike = generator.uniform(10...90)
      let rate = generator.uniform(0...0.06)
      let volatility = generator.uniform(0.3...2)
      let years = generator.uniform(0.01...0.7)
      for right in OptionRight.allCases {
        let black = Black76.value(
          right, future: future, strike: strike, rate: rate, volatility: volatility, years: years)
        let merton = BlackScholesMerton.value(
          right, spot: future, strike: strike, rate: rate, dividendYield: rate,
          volatility: volatility, years: years)
        #expect(isClose(black.price, merton.price, absolute: 1e-12))
        #expect(isClose(black.delta, merton.delta, absolute: 1e-12))
        #expect(isClose(black.gamma, merton.gamma, absolute: 1e-12))
        #expect(isClose(black.vega, merton.vega, absolute: 1e-12))
        #expect(isClose(black.theta, merton.theta, absolute: 1e-10))
      }
    }
  }

  @Test func putCallParityHolds() {
    var generator = SplitMix64(seed: 22)
    for _ in 0..<300 {
      let future = generator.uniform(8...80)
      let strike = generator.uniform(8...80)
      let volatility = generator.uniform(0.01...4)
      let years = generator.uniform(1e-5...1)
      let call = Black76.price(
        .call, future: future, strike: strike, rate: 0, volatility: volatility, years: years)
      let put = Black76.price(
        .put, future: future, strike: strike, rate: 0, volatility: volatility, years: years)
      #expect(isClose(call - put, future - strike, absolute: 3e-14))
    }
  }
}
