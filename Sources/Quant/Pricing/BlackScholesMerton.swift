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
/// Exactly at the money those limits take the weight ½ for delta. Finite inputs of any size give
/// finite results: a figure beyond the range of a double is the greatest finite number of its sign.
/// Formulas: Merton, "Theory of Rational Option Pricing" (1973), with F = S·e^((r−q)T).
public enum BlackScholesMerton {
  /// The price alone, in index points.
  public static func price(
    _ right: OptionRight, spot: Double, strike: Double, rate: Double, dividendYield: Double,
    volatility: Double, years: Double
  ) -> Double {
    let time = max(years, 0)
    return
      (exp(-rate * time).bounded
      * BlackFormula.price(
        right, Moneyness(spot: spot, carry: Self.carry(rate, dividendYield, time), strike: strike),
        deviation: Self.deviation(volatility, time))).bounded
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
    let discount = exp(-rate * time).bounded
    let dividendDiscount = exp(-dividendYield * time).bounded
    let formula = BlackFormula(
      right: right,
      Moneyness(spot: spot, carry: Self.carry(rate, dividendYield, time), strike: strike),
      deviation: Self.deviation(volatility, time))
    let presentSpot = (spot * dividendDiscount).bounded
    let presentStrike = (strike * discount).bounded
    var decay = 0.0
    if time > 0 {
      decay =
        theta
        * ((dividendYield * presentSpot).bounded * formula.forwardWeight
          - (rate * presentStrike).bounded * formula.strikeWeight)
    }
    var gamma = 0.0
    if formula.density > 0 {
      gamma =
        dividendDiscount * formula.density / max(spot * formula.deviation, .leastNonzeroMagnitude)
      decay -=
        (presentSpot * formula.density * formula.deviation).bounded / (2 * time)
    }
    return OptionValue(
      price: (discount * formula.price).bounded,
      delta: theta * dividendDiscount * formula.forwardWeight,
      gamma: gamma.bounded,
      vega: (presentSpot * formula.density * sqrt(time)).bounded,
      theta: decay.bounded,
      rho: (theta * time * presentStrike).bounded * formula.strikeWeight)
  }

  /// Change of price per 1.00 of dividend yield, −θTSe^(−qT)·N(θd₁).
  public static func dividendRho(
    _ right: OptionRight, spot: Double, strike: Double, rate: Double, dividendYield: Double,
    volatility: Double, years: Double
  ) -> Double {
    let time = max(years, 0)
    let formula = BlackFormula(
      right: right,
      Moneyness(spot: spot, carry: Self.carry(rate, dividendYield, time), strike: strike),
      deviation: Self.deviation(volatility, time))
    let carried = (-right.sign * time * spot).bounded * exp(-dividendYield * time).bounded
    return carried.bounded * formula.forwardWeight
  }

  /// (r − q)T, finite.
  private static func carry(_ rate: Double, _ dividendYield: Double, _ time: Double) -> Double {
    ((rate - dividendYield).bounded * time).bounded
  }

  /// σ√T, finite and not negative.
  private static func deviation(_ volatility: Double, _ time: Double) -> Double {
    (max(volatility, 0) * sqrt(time)).bounded
  }
}
