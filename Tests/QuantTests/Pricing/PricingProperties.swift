import Quant
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct Black76Properties {
  private struct Draw {
    let future, strike, rate, volatility, years: Double

    init(from random: inout SplitMix64) {
      future = random.uniform(10...60)
      strike = future * random.uniform(0.6...1.6)
      rate = random.uniform(-0.01...0.08)
      volatility = random.uniform(0.3...2)
      years = random.uniform(0.03...1)
    }

    func price(
      _ right: OptionRight, future futureShift: Double = 0, rate rateShift: Double = 0,
      volatility volatilityShift: Double = 0, years yearsShift: Double = 0
    ) -> Double {
      Black76.price(
        right, future: future + futureShift, strike: strike, rate: rate + rateShift,
        volatility: volatility + volatilityShift, years: years + yearsShift)
    }

    func value(_ right: OptionRight, future futureShift: Double = 0) -> OptionValue {
      Black76.value(
        right, future: future + futureShift, strike: strike, rate: rate, volatility: volatility,
        years: years)
    }
  }

  @Test func sensitivitiesMatchCentralDifferences() throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<300 {
      let draw = Draw(from: &random)
      for right in OptionRight.allCases {
        let value = draw.value(right)
        let bump = 1e-4 * draw.future
        let step = 1e-5
        let slopes: [(String, Double, Double, Double)] = [
          ("price", value.price, draw.price(right), 1e-15 * draw.future),
          (
            "delta", value.delta,
            (draw.price(right, future: bump) - draw.price(right, future: -bump)) / (2 * bump), 2e-7
          ),
          (
            "gamma", value.gamma,
            (draw.value(right, future: bump).delta - draw.value(right, future: -bump).delta)
              / (2 * bump), 2e-6 / draw.future
          ),
          (
            "vega", value.vega,
            (draw.price(right, volatility: step) - draw.price(right, volatility: -step))
              / (2 * step), 1e-7 * draw.future
          ),
          (
            "theta", value.theta,
            -(draw.price(right, years: step) - draw.price(right, years: -step)) / (2 * step),
            1e-6 * draw.future
          ),
          (
            "rho", value.rho,
            (draw.price(right, rate: step) - draw.price(right, rate: -step)) / (2 * step),
            1e-7 * draw.future
          ),
        ]
        for (name, computed, expected, tolerance) in slopes {
          try #require(
            isClose(computed, expected, absolute: tolerance),
            "\(right) \(draw) \(name): computed \(computed), expected \(expected) ± \(tolerance)")
        }
      }
    }
  }

  @Test func callMinusPutIsTheDiscountedDifference() throws {
    var random = SplitMix64(seed: 62)
    for _ in 0..<300 {
      let draw = Draw(from: &random)
      let discount = exp(-draw.rate * draw.years)
      let expected = discount * (draw.future - draw.strike)
      let gap = draw.price(.call) - draw.price(.put)
      let tolerance = 8 * 0x1p-52 * max(draw.future, draw.strike)
      try #require(
        isClose(gap, expected, absolute: tolerance),
        "\(draw): computed \(gap), expected \(expected) ± \(tolerance)")
      let (call, put) = (draw.value(.call), draw.value(.put))
      try #require(isClose(call.delta - put.delta, discount, absolute: 1e-14))
      try #require(isClose(call.gamma, put.gamma, absolute: 1e-15))
      try #require(isClose(call.vega, put.vega, absolute: 1e-13))
      let carry = draw.rate * expected
      try #require(isClose(call.theta - put.theta, carry, absolute: 1e-12 * draw.future))
    }
  }
}

@Suite struct BlackScholesMertonParity {
  @Test func callMinusPutIsSpotLessDividendsLessDiscountedStrike() throws {
    var random = SplitMix64(seed: 63)
    for _ in 0..<300 {
      let spot = random.uniform(500...7000)
      let strike = spot * random.uniform(0.5...2)
      let rate = random.uniform(-0.02...0.08)
      let yield = random.uniform(0...0.05)
      let volatility = random.uniform(0.02...1.5)
      let years = random.uniform(1e-4...2)
      func price(_ right: OptionRight) -> Double {
        BlackScholesMerton.price(
          right, spot: spot, strike: strike, rate: rate, dividendYield: yield,
          volatility: volatility, years: years)
      }
      let expected = spot * exp(-yield * years) - strike * exp(-rate * years)
      let gap = price(.call) - price(.put)
      let tolerance = 8 * 0x1p-52 * max(spot, strike)
      try #require(
        isClose(gap, expected, absolute: tolerance),
        "spot \(spot) strike \(strike): computed \(gap), expected \(expected) ± \(tolerance)")
    }
  }
}

@Suite struct ImpliedVolatilityDecades {
  /// Time values from 1e−1 down to 1e−13 of the forward, at least 200 in each decade.
  @Test(arguments: 1...12) func roundTripReturnsPriceAndVolatility(decade: Int) throws {
    var random = SplitMix64(seed: UInt64(700 + decade))
    var solved = 0
    while solved < 220 {
      let forward = random.uniform(10...7000)
      let right: OptionRight = Bool.random(using: &random) ? .call : .put
      // Out of the money, so that the price is the time value.
      let distance = exp(random.uniform(0...0.7))
      let strike = right == .call ? forward * distance : forward / distance
      let share = pow(10, -Double(decade) - random.uniform(0...1))
      let discount = random.uniform(0.9...1)
      let years = random.uniform(0.003...2)
      let price = discount * forward * share
      let implied = ImpliedVolatility.solve(
        price: price, forward: forward, strike: strike, discount: discount, years: years,
        right: right)
      let volatility = try #require(implied.value, "\(price) \(forward) \(strike)")
      let rate = -log(discount) / years
      let value = Black76.value(
        right, future: forward, strike: strike, rate: rate, volatility: volatility, years: years)
      // A relative change ε of the volatility changes the price by σ·vega/price·ε.
      let condition = max(volatility * value.vega / value.price, 1)
      try #require(
        isClose(value.price, price, absolute: 0, relative: 1e-13 * condition),
        "computed \(value.price), expected \(price), relative tolerance \(1e-13 * condition)")
      let again = ImpliedVolatility.solve(
        price: value.price, forward: forward, strike: strike, discount: exp(-rate * years),
        years: years, right: right)
      try #require(
        isClose(again.value, volatility, absolute: 0, relative: 1e-12),
        "computed \(again), expected \(volatility), relative tolerance 1e-12")
      solved += 1
    }
  }

  @Test func inTheMoneyTheVolatilityIsAsGoodAsTheTimeValue() throws {
    var random = SplitMix64(seed: 720)
    var solved = 0
    while solved < 400 {
      let forward = random.uniform(10...7000)
      let right: OptionRight = Bool.random(using: &random) ? .call : .put
      let distance = exp(random.uniform(0...0.3))
      let strike = right == .call ? forward / distance : forward * distance
      let volatility = random.uniform(0.05...1)
      let years = random.uniform(0.01...1)
      let value = Black76.value(
        right, future: forward, strike: strike, rate: 0, volatility: volatility, years: years)
      let timeValue = value.price - abs(forward - strike)
      guard timeValue > 1e-9 * forward else { continue }
      let implied = ImpliedVolatility.solve(
        price: value.price, forward: forward, strike: strike, discount: 1, years: years,
        right: right)
      // One rounding error of the price, in volatility.
      let tolerance = max(
        1e-12, 16 * 0x1p-53 * max(forward, strike) / (volatility * value.vega))
      try #require(
        isClose(implied.value, volatility, absolute: 0, relative: tolerance),
        "computed \(implied), expected \(volatility), relative tolerance \(tolerance)")
      solved += 1
    }
  }
}
