#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Black-76 pricing of a European option on a future with the same expiration.
///
/// Used for VIX options on the VX future of their own settlement date. Units as in
/// ``BlackScholesMerton``; delta and gamma are discounted and per point of the future, vega is per
/// 1.00 of the volatility of volatility. Theta holds the future fixed, and rho = −T·price because a
/// change of rate moves only the discounting. Volatility 0 (or below) and time 0 or below give the
/// intrinsic value with gamma and vega 0; at time 0 or below theta and rho are 0 too. Figures beyond
/// the range of a double are bounded as there.
/// Source: Black, "The Pricing of Commodity Contracts" (1976).
public enum Black76 {
  /// The price alone, in points of the future.
  public static func price(
    _ right: OptionRight, future: Double, strike: Double, rate: Double, volatility: Double,
    years: Double
  ) -> Double {
    let time = max(years, 0)
    return
      (exp(-rate * time).bounded
      * BlackFormula.price(
        right, Moneyness(forward: future, strike: strike),
        deviation: (max(volatility, 0) * sqrt(time)).bounded)).bounded
  }

  /// Price and sensitivities of one option.
  public static func value(
    _ right: OptionRight, future: Double, strike: Double, rate: Double, volatility: Double,
    years: Double
  ) -> OptionValue {
    let time = max(years, 0)
    let discount = exp(-rate * time).bounded
    let formula = BlackFormula(
      right: right, Moneyness(forward: future, strike: strike),
      deviation: (max(volatility, 0) * sqrt(time)).bounded)
    let price = (discount * formula.price).bounded
    var gamma = 0.0
    var decay = time > 0 ? rate * price : 0
    if formula.density > 0 {
      let present = (discount * future).bounded * formula.density
      gamma =
        discount * formula.density / max(future * formula.deviation, .leastNonzeroMagnitude)
      decay = decay.bounded - (present * formula.deviation).bounded / (2 * time)
    }
    return OptionValue(
      price: price,
      delta: right.sign * discount * formula.forwardWeight,
      gamma: gamma.bounded,
      vega: ((discount * future).bounded * formula.density * sqrt(time)).bounded,
      theta: decay.bounded,
      rho: (-time * price).bounded)
  }
}
