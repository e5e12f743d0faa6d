#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// ln(numerator/denominator) of two positive finite numbers, finite for every pair of them.
///
/// Where the quotient overflows, underflows or loses digits, the difference of two logarithms.
package func logRatio(_ numerator: Double, over denominator: Double) -> Double {
  let ratio = numerator / denominator
  return ratio.isNormal ? log(ratio) : log(numerator) - log(denominator)
}

extension Double {
  /// The number itself, or the greatest finite number of its sign in the place of an infinity.
  ///
  /// What a formula gives beyond the range of a double is cut there, so that no infinity is
  /// returned and none meets a zero later. A number that is not one stays so.
  package var bounded: Double {
    @inline(__always) get {
      min(max(self, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
    }
  }
}
