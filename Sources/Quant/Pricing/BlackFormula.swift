#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A forward against a strike, with the two differences kept to full precision near the money.
struct Moneyness {
  let forward: Double
  let strike: Double
  /// F − K.
  let excess: Double
  /// ln(F/K); not a number unless both are positive.
  let logarithm: Double

  /// A forward that is given, such as a future.
  init(forward: Double, strike: Double) {
    self.forward = forward
    self.strike = strike
    excess = forward - strike
    logarithm = NormalisedBlack.logMoneyness(forward: forward, strike: strike)
  }

  /// The forward S·e^c of a spot price; `carry` is c = (r − q)T.
  ///
  /// Rounding S·e^c would cost digits of ln(F/K) that gamma needs minutes before expiration.
  init(spot: Double, carry: Double, strike: Double) {
    forward = (spot * exp(carry)).bounded
    self.strike = strike
    excess = ((spot - strike) + spot * expm1(carry)).bounded
    logarithm = NormalisedBlack.logMoneyness(forward: spot, strike: strike) + carry
  }
}

/// What Black–Scholes–Merton and Black-76 share: the undiscounted value of an option on a forward.
struct BlackFormula {
  /// Undiscounted price in points.
  let price: Double
  /// N(θd₁), the probability weight of the forward.
  let forwardWeight: Double
  /// N(θd₂), the probability weight of the strike.
  let strikeWeight: Double
  /// φ(d₁); 0 where the option has no volatility left.
  let density: Double
  /// s = σ√T; 0 where the option has no volatility left.
  let deviation: Double

  /// The deviation below which an option counts as having no volatility left.
  private static let smallestDeviation = 1e-100

  /// Evaluates the formula for s = σ√T.
  ///
  /// A deviation of 0 or below 1e−100 gives the intrinsic value and the one-sided limits of the
  /// weights (½ exactly at the money). In the money the price is the intrinsic value plus the price
  /// of the out-of-the-money option, so put–call parity holds to rounding.
  init(right: OptionRight, _ moneyness: Moneyness, deviation: Double) {
    let theta = right.sign
    price = Self.price(right, moneyness, deviation: deviation)
    guard deviation > Self.smallestDeviation, moneyness.forward > 0, moneyness.strike > 0 else {
      let signed = theta * moneyness.excess
      let weight = signed == 0 ? 0.5 : signed > 0 ? 1.0 : 0.0
      forwardWeight = weight
      strikeWeight = weight
      density = 0
      self.deviation = 0
      return
    }
    let d1 = moneyness.logarithm / deviation + 0.5 * deviation
    let d2 = moneyness.logarithm / deviation - 0.5 * deviation
    forwardWeight = StandardNormal.cumulative(theta * d1)
    strikeWeight = StandardNormal.cumulative(theta * d2)
    density = StandardNormal.density(d1)
    self.deviation = deviation
  }

  /// The undiscounted price alone.
  static func price(
    _ right: OptionRight, _ moneyness: Moneyness, deviation: Double
  ) -> Double {
    let intrinsic = max(right.sign * moneyness.excess, 0)
    guard deviation > smallestDeviation, moneyness.forward > 0, moneyness.strike > 0 else {
      return intrinsic
    }
    let timeValue = NormalisedBlack.price(x: -abs(moneyness.logarithm), s: deviation)
    return (intrinsic + sqrt(moneyness.forward) * sqrt(moneyness.strike) * timeValue).bounded
  }
}
