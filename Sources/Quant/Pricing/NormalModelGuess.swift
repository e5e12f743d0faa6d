#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A cheap first guess of s = σ√T for ordinary options, right to about five digits.
///
/// The price is first inverted in the normal (Bachelier) model at the same forward and strike. There
/// s is a function of one variable: with m = |F − K|/√(FK) and z = v/artanh(v), v = m/(2β + m), the
/// normal deviation is √(π/2)·(2β + m)·√z·R(z) for a smooth R. Variable: Choi, Kim and Kwak,
/// "Numerical approximation of the implied volatility under arithmetic Brownian motion", Applied
/// Mathematical Finance 16 (2009). R is a rational fit to exact values made for this file, relative
/// error below 5e−6 for strikes up to 8.4 deviations from the forward.
///
/// The lognormal deviation then follows from n = s·m/|x| / (1 + c·s² + d·s⁴ + e·s⁶): c(x) is
/// ln((2/|x|)·sinh(|x|/2))/x², d and e are the terms at the money, from the series of
/// n = √(2π)·erf(s/√8). Source of the form: Hagan and Woodward, "Equivalent Black volatilities",
/// Applied Mathematical Finance 6 (1999).
enum NormalModelGuess {
  private static let rootHalfPi = 1.253_314_137_315_500_251_2
  private static let leastVariable = 0.0463
  private static let greatestDeviation = 1.5
  private static let fourth = 1.0 / 5760
  private static let sixth = -11.0 / 967_680

  /// The deviation at which the formula gives about the price β.
  ///
  /// - Parameters:
  ///   - x: −|ln(F/K)|.
  ///   - target: the normalised out-of-the-money price β > 0.
  ///   - ceiling: e^(x/2).
  /// - Returns: the guess s > 0; `nil` where the approximations do not hold.
  static func deviation(x: Double, target: Double, ceiling: Double) -> Double? {
    // Nearer the money m/β loses its digits, farther away c(x) needs more terms.
    guard x < -1e-7, x > -3 else { return nil }
    let moneyness = 1 / ceiling - ceiling
    let straddle = 2 * target + moneyness
    let variable = 2 * moneyness / (straddle * log(1 + moneyness / target))
    guard variable > leastVariable else { return nil }
    let normal = rootHalfPi * straddle * sqrt(variable) * shape(variable)
    let scaled = normal * -x / moneyness
    guard scaled < greatestDeviation else { return nil }
    let guess = lognormal(scaled, x: x)
    return guess > 0 ? guess : nil
  }

  /// R(z) for z from 0.046 to 1.
  @inline(__always)
  private static func shape(_ z: Double) -> Double {
    let numerator =
      (((37.666057647 * z + 30.1035571326) * z + 8.85795950703) * z + 4.44902762475) * z
      + 0.40133154549
    let denominator =
      (((10.851233523 * z + 52.3756358536) * z + 8.31085157468) * z + 8.94060612868) * z + 1
    return numerator / denominator
  }

  /// The s at which s/(1 + c·s² + d·s⁴ + e·s⁶) is `scaled`: its series and one Newton step.
  @inline(__always)
  private static func lognormal(_ scaled: Double, x: Double) -> Double {
    let second = 1.0 / 24 - x * x * (1.0 / 2880 - x * x * (1.0 / 181_440))
    let growth = second * scaled * scaled
    let s = scaled * (1 + growth * (1 + 3 * growth))
    let y = s * s
    let value = 1 + y * (second + y * (fourth + y * sixth))
    let slope = 2 * s * (second + y * (2 * fourth + y * 3 * sixth))
    return s - (s - scaled * value) / (1 - scaled * slope)
  }
}
