import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Options on VIX futures of every delta, priced and inverted one after the other.
struct OptionSample {
  private struct Option {
    var right: OptionRight
    var future: Double
    var strike: Double
    var rate: Double
    var volatility: Double
    var years: Double
    var price: Double
    var discount: Double
  }

  private let options: [Option]

  init(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    options = (0..<count).map { _ in
      let future = Double.random(in: 12...40, using: &random)
      // Out of the money by up to three standard deviations, as quoted options are.
      let volatility = Double.random(in: 0.5...1.5, using: &random)
      let years = Double.random(in: 0.02...0.5, using: &random)
      let distance = Double.random(in: -3...3, using: &random)
      let strike = future * exp(distance * volatility * years.squareRoot())
      let right: OptionRight = strike < future ? .put : .call
      let rate = Double.random(in: 0...0.05, using: &random)
      return Option(
        right: right, future: future, strike: strike, rate: rate, volatility: volatility,
        years: years,
        price: Black76.price(
          right, future: future, strike: strike, rate: rate, volatility: volatility,
          years: years),
        discount: exp(-rate * years))
    }
  }

  /// Eight numbers an option: ±1, future, strike, rate, volatility, years, price, discount.
  func write(to folder: String) -> Bool {
    Measurement.write(
      options.flatMap {
        [
          $0.right.sign, $0.future, $0.strike, $0.rate, $0.volatility, $0.years, $0.price,
          $0.discount,
        ]
      }, to: folder + "/options.f64")
  }

  /// Price and all five sensitivities of every option.
  func values() -> Measurement {
    Measurement({
      options.reduce(0.0) { sum, option in
        let value = Black76.value(
          option.right, future: option.future, strike: option.strike, rate: option.rate,
          volatility: option.volatility, years: option.years)
        return sum + value.price + value.delta + value.gamma + value.vega + value.theta
          + value.rho
      }
    }) { $0 }
  }

  /// The greatest relative error of the inversion is checked by the caller's checksum of all.
  func impliedVolatilities() -> Measurement {
    Measurement({
      options.reduce(0.0) { sum, option in
        let solved = ImpliedVolatility.solve(
          price: option.price, forward: option.future, strike: option.strike,
          discount: option.discount, years: option.years, right: option.right)
        return sum + (solved.value ?? 0)
      }
    }) { $0 }
  }
}
