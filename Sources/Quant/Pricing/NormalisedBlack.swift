#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The normalised Black price of an out-of-the-money option and the quantities around it.
///
/// With x = −|ln(F/K)| and s = σ√T the undiscounted price of the out-of-the-money option is
/// √(FK)·b(x, s), where b = e^(x/2)·N(x/s + s/2) − e^(−x/2)·N(x/s − s/2). It grows from 0 at s = 0 to
/// e^(x/2) at s = ∞. Notation of Jäckel, "Let's Be Rational" (2013).
struct NormalisedBlack {
  /// s = σ√T > 0.
  let s: Double
  /// h = x/s ≤ 0, minus the number of standard deviations out of the money.
  let h: Double
  /// t = s/2.
  let t: Double
  /// b or its complement, relative to `slope`.
  let form: Form

  /// A representation whose factors neither underflow nor cancel; slope = ∂b/∂s.
  enum Form {
    /// b = slope·ratio.
    case price(ratio: Double)
    /// b = e^(x/2) − slope·ratio.
    case complement(ratio: Double)
  }

  /// Evaluates the formula for x ≤ 0 and s > 0.
  init(x: Double, s: Double) {
    self.s = s
    h = x / s
    t = 0.5 * s
    if t < 0.21 && x > -0.05 {
      form = .price(ratio: Self.oddSeries(h: h, t: t))
      return
    }
    // Y(z) = N(z)/φ(z) = √(π/2)·erfcx(−z/√2), and φ(h ± t)·e^(±x/2) = slope.
    let near = scaledComplementaryErrorFunction(abs(h + t) * StandardNormal.inverseRootTwo)
    let far = scaledComplementaryErrorFunction((t - h) * StandardNormal.inverseRootTwo)
    form =
      h + t <= 0
      ? .price(ratio: Self.rootHalfPi * (near - far))
      : .complement(ratio: Self.rootHalfPi * (near + far))
  }

  static let rootHalfPi = 1.253_314_137_315_500_251_2

  /// ln(F/K), through log1p near the money where F − K is exact and the quotient is not.
  static func logMoneyness(forward: Double, strike: Double) -> Double {
    let ratio = forward / strike
    guard ratio > 0.5 && ratio < 2 else { return logRatio(forward, over: strike) }
    return log1p((forward - strike) / strike)
  }

  /// b for a known slope and `ceiling` e^(x/2).
  func price(slope: Double, ceiling: Double) -> Double {
    switch form {
    case .price(let ratio): max(0, slope * ratio)
    case .complement(let ratio): max(0, ceiling - slope * ratio)
    }
  }

  /// b alone; 0 where it underflows.
  static func price(x: Double, s: Double) -> Double {
    guard x / s > -40 else { return 0 }
    let point = NormalisedBlack(x: x, s: s)
    return point.price(slope: point.slope, ceiling: exp(0.5 * x))
  }

  /// ∂b/∂s = e^(−(h² + t²)/2)/√(2π).
  var slope: Double { StandardNormal.inverseRootTwoPi * exp(logSlopeExponent) }

  /// −(h² + t²)/2, the exponent of `slope`.
  var logSlopeExponent: Double { -0.5 * (h * h + t * t) }

  /// (∂²b/∂s²)/(∂b/∂s).
  var curvature: Double { h * h / s - 0.25 * s }

  /// Y(h + t) − Y(h − t) by its Taylor series in t, where Y = N/φ.
  ///
  /// Used near the money, where the difference of two close numbers would lose digits. Y′ = 1 + hY
  /// and Y⁽ⁿ⁺¹⁾ = hY⁽ⁿ⁾ + nY⁽ⁿ⁻¹⁾; only odd derivatives remain. For t < 0.21 and |ht| = |x|/2 small
  /// the terms after t¹⁵ are below one unit in the last place.
  private static func oddSeries(h: Double, t: Double) -> Double {
    let mills =
      rootHalfPi * scaledComplementaryErrorFunction(-h * StandardNormal.inverseRootTwo)
    var odd = 1 + h * mills
    var even = mills
    var power = t
    var sum = odd * t
    var order = 1.0
    while order < 15 {
      // `even` and `odd` hold Y⁽ⁿ⁻¹⁾ and Y⁽ⁿ⁾ for n = order.
      even = h * odd + order * even
      odd = h * even + (order + 1) * odd
      power *= t * t / ((order + 1) * (order + 2))
      order += 2
      let term = odd * power
      sum += term
      if abs(term) < 1e-17 * sum { break }
    }
    return 2 * sum
  }
}
