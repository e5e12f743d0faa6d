#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard normal distribution: density, cumulative probability and quantile.
public enum StandardNormal {
  static let inverseRootTwo = 0.707_106_781_186_547_524_4
  static let inverseRootTwoPi = 0.398_942_280_401_432_677_9

  /// The density φ(x) = e^(−x²/2)/√(2π).
  ///
  /// Zero when |x| exceeds about 38.6, at infinity included.
  public static func density(_ x: Double) -> Double {
    inverseRootTwoPi * exp(-0.5 * x * x)
  }

  /// The probability N(x) that a standard normal variable is at most `x`.
  ///
  /// Computed as ½·erfc(−x/√2), which keeps its relative precision in the lower tail, where
  /// 1 − N(−x) has none.
  public static func cumulative(_ x: Double) -> Double {
    0.5 * erfc(-x * inverseRootTwo)
  }

  /// The number below which a standard normal variable lies with the given probability.
  ///
  /// Relative error below 1.2e−9 (Acklam 2003, rational approximation in three pieces).
  /// `probability` should lie in (0, 1). Outside, where there is no such number, the result is the
  /// greatest finite number, negative from 0 down and positive from 1 up.
  public static func quantile(_ probability: Double) -> Double {
    openQuantile(probability).bounded
  }

  /// `quantile` with the limits −∞ at 0 and +∞ at 1, which the solver's guesses rely on.
  static func openQuantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    if probability < 0.02425 { return tailQuantile(probability) }
    if probability > 0.97575 { return -tailQuantile(1 - probability) }
    let q = probability - 0.5
    let r = q * q
    let numerator =
      ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r
        + 138.3577518672690) * r - 30.66479806614716) * r + 2.506628277459239
    let denominator =
      ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r
        + 66.80131188771972) * r - 13.28068155288572) * r + 1
    return q * numerator / denominator
  }

  private static func tailQuantile(_ probability: Double) -> Double {
    let q = sqrt(-2 * log(probability))
    let numerator =
      ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q
        - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783
    let denominator =
      (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q
        + 3.754408661907416) * q + 1
    return numerator / denominator
  }
}
