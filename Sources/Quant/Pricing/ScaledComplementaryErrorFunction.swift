#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The scaled complementary error function erfcx(x) = e^(x²)·erfc(x).
///
/// It stays of ordinary size where erfc underflows (erfcx(x) ≈ 1/(x√π) for large x), so tiny option
/// prices keep their relative precision. Overflows to infinity below about −26.6.
/// Coefficients: W. J. Cody, "Rational Chebyshev Approximations for the Error Function", Math. Comp.
/// 23 (1969), 631–637, in the form of his routine CALERF. Relative error below 1e−15 for x ≥ 0.
func scaledComplementaryErrorFunction(_ x: Double) -> Double {
  let magnitude = abs(x)
  if magnitude <= 0.46875 {
    return exp(x * x) * (1 - smallErrorFunction(x))
  }
  let scaled = magnitude <= 4 ? middleScaled(magnitude) : tailScaled(magnitude)
  return x < 0 ? 2 * exp(x * x) - scaled : scaled
}

/// erf(x) for |x| ≤ 0.46875.
@inline(__always)
private func smallErrorFunction(_ x: Double) -> Double {
  let y = x * x
  let numerator =
    (((0.185777706184603153 * y + 3.16112374387056560) * y + 113.864154151050156) * y
      + 377.485237685302021) * y + 3209.37758913846947
  let denominator =
    (((y + 23.6012909523441209) * y + 244.024637934444173) * y + 1282.61652607737228) * y
    + 2844.23683343917062
  return x * numerator / denominator
}

/// erfcx(y) for 0.46875 ≤ y ≤ 4.
@inline(__always)
private func middleScaled(_ y: Double) -> Double {
  let high =
    (((2.15311535474403846e-8 * y + 0.564188496988670089) * y + 8.88314979438837594) * y
      + 66.1191906371416295) * y + 298.635138197400131
  let numerator =
    (((high * y + 881.952221241769090) * y + 1712.04761263407058) * y + 2051.07837782607147) * y
    + 1230.33935479799725
  let highDenominator =
    (((y + 15.7449261107098347) * y + 117.693950891312499) * y + 537.181101862009858) * y
    + 1621.38957456669019
  let denominator =
    (((highDenominator * y + 3290.79923573345963) * y + 4362.61909014324716) * y
      + 3439.36767414372164) * y + 1230.33935480374942
  return numerator / denominator
}

/// erfcx(y) for y ≥ 4.
@inline(__always)
private func tailScaled(_ y: Double) -> Double {
  let inverseRootPi = 0.564_189_583_547_756_286_9
  guard y < 6.7e7 else { return inverseRootPi / y }
  let z = 1 / (y * y)
  let numerator =
    ((((0.0163153871373020978 * z + 0.305326634961232344) * z + 0.360344899949804439) * z
      + 0.125781726111229246) * z + 0.0160837851487422766) * z + 0.000658749161529837803
  let denominator =
    ((((z + 2.56852019228982242) * z + 1.87295284992346725) * z + 0.527905102951428412) * z
      + 0.0605183413124413191) * z + 0.00233520497626869185
  return (inverseRootPi - z * numerator / denominator) / y
}
