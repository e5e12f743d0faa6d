import Quant
import TestSupport
import Testing

/// Options from the money to eight deviations from it, whose guess comes from the normal model, and
/// the edges where another guess takes over.
@Suite struct OrdinaryImpliedVolatilityTests {
  /// Price at σ√T = `deviation`, with ln(F/K) = −`distance`, and the volatility it gives back.
  private func roundTrip(
    distance: Double, deviation: Double, forward: Double = 20, years: Double = 1
  ) -> (price: Double, strike: Double, expected: Double, computed: Double?) {
    let strike = forward * exponential(distance)
    let volatility = deviation / years.squareRoot()
    let price = Black76.price(
      .call, future: forward, strike: strike, rate: 0, volatility: volatility, years: years)
    let solved = ImpliedVolatility.solve(
      price: price, forward: forward, strike: strike, discount: 1, years: years, right: .call)
    return (price, strike, volatility, solved.value)
  }

  private func requireDigits(distance: Double, deviation: Double) throws {
    let trip = roundTrip(distance: distance, deviation: deviation)
    try #require(
      isClose(trip.computed, trip.expected, absolute: 0, relative: 2e-14),
      "x −\(distance), s \(deviation): computed \(trip.computed as Any), expected \(trip.expected) ± 2e-14 relative"
    )
  }

  @Test func roundTripKeepsFourteenDigits() throws {
    var random = SplitMix64(seed: 54)
    for _ in 0..<4000 {
      let deviation = random.uniform(0.01...1.4)
      try requireDigits(distance: deviation * random.uniform(0.01...7), deviation: deviation)
    }
  }

  @Test func theEdgesOfTheGuessAreNotSeen() throws {
    for offset in stride(from: -1e-3, through: 1e-3, by: 2e-4) {
      // The greatest deviation 1.5, the greatest distance 3, about 8.4 deviations.
      for distance in [0.1, 0.5, 1, 2.5] {
        try requireDigits(distance: distance, deviation: 1.5 * (1 + 20 * offset))
      }
      for deviation in [0.5, 0.9, 1.4] {
        try requireDigits(distance: 3 * (1 + offset), deviation: deviation)
      }
      for deviation in [0.05, 0.2, 0.35] {
        try requireDigits(distance: deviation * 8.4 * (1 + 50 * offset), deviation: deviation)
      }
    }
  }

  @Test func aHigherPriceGivesAHigherVolatility() throws {
    var random = SplitMix64(seed: 55)
    for _ in 0..<2000 {
      let deviation = random.uniform(0.02...1.6)
      let trip = roundTrip(
        distance: deviation * random.uniform(0.001...6), deviation: deviation)
      let higher = ImpliedVolatility.solve(
        price: trip.price * (1 + 1e-9), forward: 20, strike: trip.strike, discount: 1, years: 1,
        right: .call)
      let lower = try #require(trip.computed)
      let upper = try #require(higher.value)
      try #require(upper > lower, "strike \(trip.strike), price \(trip.price): \(lower), \(upper)")
    }
  }

  @Test func scaleDoesNotMatter() throws {
    // Powers of two scale every figure exactly.
    for exponent in [-400, -30, 30, 400] {
      let unit = Double(sign: .plus, exponent: exponent, significand: 1)
      let solved = ImpliedVolatility.solve(
        price: unit * 1.25, forward: unit * 20, strike: unit * 23, discount: 1, years: 0.25,
        right: .call)
      let expected = ImpliedVolatility.solve(
        price: 1.25, forward: 20, strike: 23, discount: 1, years: 0.25, right: .call)
      let computed = try #require(solved.value)
      #expect(
        isClose(computed, expected.value, absolute: 0, relative: 1e-15),
        "2^\(exponent): computed \(computed), expected \(expected)")
    }
  }

  /// e^x for 0 ≤ x ≤ 4, by squaring a Taylor sum.
  private func exponential(_ x: Double) -> Double {
    let step = x / 16
    var term = 1.0
    var sum = 1.0
    for order in 1...14 {
      term *= step / Double(order)
      sum += term
    }
    let fourth = sum * sum * sum * sum
    return fourth * fourth * fourth * fourth
  }
}
