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
/// intrinsic value with gamma and vega 0; at time 0 or below theta and rho are 0 too.
/// Source: Black, "The Pricing of Commodity Contracts" (1976).
public enum Black76 {
  /// The price alone, in points of the future.
  public static func price(
    _ right: OptionRight, future: Double, strike: Double, rate: Double, volatility: Double,
    years: Double
  ) -> Double {
    let time = max(years, 0)
    return exp(-rate * time)
      * BlackFormula.price(
        right, Moneyness(forward: future, strike: strike),
        deviation: max(volatility, 0) * sqrt(time))
  }

  /// Price and sensitivities of one option.
  public static func value(
    _ right: OptionRight, future: Double, strike: Double, rate: Double, volatility: Double,
    years: Double
  ) -> OptionValue {
    let time = max(years, 0)
    let discount = exp(-rate * time)
    let formula = BlackFormula(
      right: right, Moneyness(forward: future, strike: strike),
      deviation: max(volatility, 0) * sqrt(time))
    let price = discount * formula.price
    var gamma = 0.0
    var decay = time > 0 ? rate * price : 0
    if formula.density > 0 {
      gamma = discount * formula.density / (future * formula.deviation)
      decay -= discount * future * formula.density * formula.deviation / (2 * time)
    }
    return OptionValue(
      price: price,
      delta: right.sign * discount * formula.forwardWeight,
      gamma: gamma,
      vega: discount * future * formula.density * sqrt(time),
      theta: decay,
      rho: -time * price)
  }
}
