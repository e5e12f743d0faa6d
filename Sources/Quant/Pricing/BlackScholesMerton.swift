#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Black–Scholes–Merton pricing of a European option on an index with a dividend yield.
///
/// Units: prices in index points, rate and yield continuously compounded per year (ACT/365 fixed) as
/// decimals, volatility per √year as a decimal, time in years. Inputs must be finite, spot and strike
/// positive. Volatility 0 (or below) gives the discounted intrinsic value of the forward with gamma
/// and vega 0; time 0 or below gives the intrinsic value at spot with gamma, vega, theta and rho 0.
/// Exactly at the money those limits take the weight ½ for delta.
/// Formulas: Merton, "Theory of Rational Option Pricing" (1973), with F = S·e^((r−q)T).
public enum BlackScholesMerton {
  /// The price alone, in index points.
  public static func price(
    _ right: OptionRight, spot: Double, strike: Double, rate: Double, dividendYield: Double,
    volatility: Double, years: Double
  ) -> Double {
    let time = max(years, 0)
    return exp(-rate * time)
      * BlackFormula.price(
        right, Moneyness(spot: spot, carry: (rate - dividendYield) * time, strike: strike),
        deviation: max(volatility, 0) * sqrt(time))
  }

  /// Price and sensitivities of one option.
  ///
  /// Delta and gamma are per index point of spot; rho holds the dividend yield fixed, so that the
  /// forward moves with the rate.
  public static func value(
    _ right: OptionRight, spot: Double, strike: Double, rate: Double, dividendYield: Double,
    volatility: Double, years: Double
  ) -> OptionValue {
    let theta = right.sign
    let time = max(years, 0)
    let discount = exp(-rate * time)
    let dividendDiscount = exp(-dividendYield * time)
    let formula = BlackFormula(
      right: right, Moneyness(spot: spot, carry: (rate - dividendYield) * time, strike: strike),
      deviation: max(volatility, 0) * sqrt(time))
    let presentSpot = spot * dividendDiscount
    let presentStrike = strike * discount
    var decay = 0.0
    if time > 0 {
      decay =
        theta
        * (dividendYield * presentSpot * formula.forwardWeight
          - rate * presentStrike * formula.strikeWeight)
    }
    var gamma = 0.0
    if formula.density > 0 {
      gamma = dividendDiscount * formula.density / (spot * formula.deviation)
      decay -= presentSpot * formula.density * formula.deviation / (2 * time)
    }
    return OptionValue(
      price: discount * formula.price,
      delta: theta * dividendDiscount * formula.forwardWeight,
      gamma: gamma,
      vega: presentSpot * formula.density * sqrt(time),
      theta: decay,
      rho: theta * time * presentStrike * formula.strikeWeight)
  }

  /// Change of price per 1.00 of dividend yield, −θTSe^(−qT)·N(θd₁).
  public static func dividendRho(
    _ right: OptionRight, spot: Double, strike: Double, rate: Double, dividendYield: Double,
    volatility: Double, years: Double
  ) -> Double {
    let time = max(years, 0)
    let formula = BlackFormula(
      right: right, Moneyness(spot: spot, carry: (rate - dividendYield) * time, strike: strike),
      deviation: max(volatility, 0) * sqrt(time))
    return -right.sign * time * spot * exp(-dividendYield * time) * formula.forwardWeight
  }
}
