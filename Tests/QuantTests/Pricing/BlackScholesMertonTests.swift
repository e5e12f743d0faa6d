import Quant
import TestSupport
import Testing

/// One row of `bsm_spx.json`.
private struct BlackScholesCase: Decodable {
  struct Expected: Decodable {
    let price, delta, gamma, vega, theta, rho, dividendRho: Double
  }
  let id: String
  let type: OptionRight
  let spot, strike, rate, dividendYield, vol, years, forward: Double
  let expected: Expected
}

@Suite struct BlackScholesMertonVectors {
  @Test func valueMatchesEightyDigitReference() throws {
    for row in try Vectors.cases("bsm_spx", as: BlackScholesCase.self) {
      let value = BlackScholesMerton.value(
        row.type, spot: row.spot, strike: row.strike, rate: row.rate,
        dividendYield: row.dividendYield, volatility: row.vol, years: row.years)
      let dividendRho = BlackScholesMerton.dividendRho(
        row.type, spot: row.spot, strike: row.strike, rate: row.rate,
        dividendYield: row.dividendYield, volatility: row.vol, years: row.years)
      let priceScale = max(row.forward, row.strike)
      let time = max(row.years, 1e-3)
      let checks: [(String, Double, Double, Double)] = [
        ("price", value.price, row.expected.price, priceScale),
        ("delta", value.delta, row.expected.delta, 1),
        ("gamma", value.gamma, row.expected.gamma, 1 / row.spot),
        ("vega", value.vega, row.expected.vega, row.spot),
        ("theta", value.theta, row.expected.theta, row.spot / time),
        ("rho", value.rho, row.expected.rho, priceScale * time),
        ("dividendRho", dividendRho, row.expected.dividendRho, priceScale * time),
      ]
      for (name, computed, expected, scale) in checks {
        #expect(
          meetsPricingTolerance(computed, expected, scale: scale),
          "\(row.id) \(name): computed \(computed), expected \(expected), scale \(scale)")
      }
      let price = BlackScholesMerton.price(
        row.type, spot: row.spot, strike: row.strike, rate: row.rate,
        dividendYield: row.dividendYield, volatility: row.vol, years: row.years)
      #expect(price == value.price, "\(row.id)")
      #expect(price >= 0, "\(row.id)")
    }
  }
}

@Suite struct BlackScholesMertonTests {
  private func value(
    _ right: OptionRight, spot: Double = 5000, strike: Double = 5000, rate: Double = 0.04,
    yield: Double = 0.015, volatility: Double = 0.16, years: Double = 0.1
  ) -> OptionValue {
    BlackScholesMerton.value(
      right, spot: spot, strike: strike, rate: rate, dividendYield: yield,
      volatility: volatility, years: years)
  }

  @Test func zeroVolatilityGivesDiscountedIntrinsicOfTheForward() {
    let call = value(.call, spot: 5000, strike: 4000, rate: 0, yield: 0, volatility: 0, years: 1)
    #expect(
      call == OptionValue(price: 1000, delta: 1, gamma: 0, vega: 0, theta: 0, rho: 4000))
    let put = value(.put, spot: 5000, strike: 4000, volatility: 0)
    #expect(put.price == 0 && put.delta == 0 && put.gamma == 0 && put.vega == 0 && put.theta == 0)
    let limit = value(.call, spot: 5000, strike: 4500, volatility: 1e-6)
    let zero = value(.call, spot: 5000, strike: 4500, volatility: 0)
    #expect(isClose(zero.price, limit.price, absolute: 0, relative: 1e-12))
    #expect(isClose(zero.delta, limit.delta, absolute: 0, relative: 1e-12))
    #expect(isClose(zero.theta, limit.theta, absolute: 0, relative: 1e-12))
    #expect(isClose(zero.rho, limit.rho, absolute: 0, relative: 1e-12))
  }

  @Test func expiredOptionIsWorthItsIntrinsicValueAtSpot() {
    for years in [0, -0.01] {
      let put = value(.put, spot: 4900, strike: 5000, years: years)
      #expect(put == OptionValue(price: 100, delta: -1, gamma: 0, vega: 0, theta: 0, rho: 0))
      let call = value(.call, spot: 4900, strike: 5000, years: years)
      #expect(call.price == 0 && call.delta == 0 && call.theta == 0 && call.rho == 0)
    }
  }

  @Test func limitAtTheMoneyTakesHalfTheDelta() {
    #expect(value(.call, rate: 0, yield: 0, volatility: 0).delta == 0.5)
    #expect(value(.put, rate: 0, yield: 0, volatility: 0).delta == -0.5)
  }

  @Test func extremeInputsStayFinite() {
    for spot in [1e-6, 1, 5000, 1e9] {
      for strike in [1e-6, 1, 5000, 1e9] {
        for volatility in [0, 1e-300, 1e-12, 0.2, 4, 1e3, 1e300] {
          for years in [-1, 0, .leastNonzeroMagnitude, 1e-300, 1.9e-6, 0.1, 5, 100] {
            for right in OptionRight.allCases {
              let option = value(
                right, spot: spot, strike: strike, volatility: volatility, years: years)
              let fields = [
                option.price, option.delta, option.gamma, option.vega, option.theta, option.rho,
              ]
              #expect(
                fields.allSatisfy(\.isFinite) && option.price >= 0,
                "\(right) \(spot) \(strike) \(volatility) \(years): \(option)")
            }
          }
        }
      }
    }
  }
}

@Suite struct BlackScholesMertonProperties {
  private struct Draw {
    let spot, strike, rate, yield, volatility, years: Double

    init(from generator: inout SplitMix64) {
      spot = generator.uniform(1000...7000)
      strike = spot * generator.uniform(0.8...1.25)
      rate = generator.uniform(-0.01...0.08)
      yield = generator.uniform(0...0.04)
      volatility = generator.uniform(0.08...0.8)
      years = generator.uniform(0.05...2)
    }

    func price(
      _ right: OptionRight, spot spotShift: Double = 0, rate rateShift: Double = 0,
      yield yieldShift: Double = 0, volatility volatilityShift: Double = 0,
      years yearsShift: Double = 0
    ) -> Double {
      BlackScholesMerton.price(
        right, spot: spot + spotShift, strike: strike, rate: rate + rateShift,
        dividendYield: yield + yieldShift, volatility: volatility + volatilityShift,
        years: years + yearsShift)
    }

    func value(_ right: OptionRight, spot spotShift: Double = 0) -> OptionValue {
      BlackScholesMerton.value(
        right, spot: spot + spotShift, strike: strike, rate: rate, dividendYield: yield,
        volatility: volatility, years: years)
    }
  }

  @Test func callMinusPutIsTheDiscountedForwardMinusStrike() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let draw = Draw(from: &generator)
      let carried =
        BlackScholesMerton.value(
          .call, spot: draw.spot, strike: 1e-9, rate: draw.rate, dividendYield: draw.yield,
          volatility: 0, years: draw.years
        ).price
      let discount =
        BlackScholesMerton.value(
          .put, spot: 1e-9, strike: 1, rate: draw.rate, dividendYield: draw.yield, volatility: 0,
          years: draw.years
        ).price
      let parity = carried - draw.strike * discount
      #expect(
        isClose(draw.price(.call) - draw.price(.put), parity, absolute: 1e-5), "\(draw)")
      let gap = draw.value(.call).delta - draw.value(.put).delta
      #expect(isClose(gap * draw.spot, carried, absolute: 1e-8), "\(draw)")
    }
  }

  @Test func sensitivitiesMatchCentralDifferences() {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<250 {
      let draw = Draw(from: &generator)
      for right in OptionRight.allCases {
        let value = draw.value(right)
        let bump = 1e-4 * draw.spot
        let delta = (draw.price(right, spot: bump) - draw.price(right, spot: -bump)) / (2 * bump)
        let gamma =
          (draw.value(right, spot: bump).delta - draw.value(right, spot: -bump).delta) / (2 * bump)
        let step = 1e-5
        let vega =
          (draw.price(right, volatility: step) - draw.price(right, volatility: -step)) / (2 * step)
        let rho = (draw.price(right, rate: step) - draw.price(right, rate: -step)) / (2 * step)
        let theta = -(draw.price(right, years: step) - draw.price(right, years: -step)) / (2 * step)
        let yieldSlope =
          (draw.price(right, yield: step) - draw.price(right, yield: -step)) / (2 * step)
        let dividendRho = BlackScholesMerton.dividendRho(
          right, spot: draw.spot, strike: draw.strike, rate: draw.rate, dividendYield: draw.yield,
          volatility: draw.volatility, years: draw.years)
        let scale = draw.spot
        #expect(isClose(value.delta, delta, absolute: 2e-6), "\(draw)")
        #expect(isClose(value.gamma, gamma, absolute: 2e-5 / scale), "\(draw)")
        #expect(isClose(value.vega, vega, absolute: 1e-6 * scale), "\(draw)")
        #expect(isClose(value.rho, rho, absolute: 1e-6 * scale), "\(draw)")
        #expect(isClose(value.theta, theta, absolute: 1e-6 * scale), "\(draw)")
        #expect(isClose(dividendRho, yieldSlope, absolute: 1e-6 * scale), "\(draw)")
      }
    }
  }
}
