#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two functions of the C library that synthetic chains need.
enum BlackScholesMertonLog {
  static func moneyness(_ strike: Double, _ forward: Double) -> Double { log(strike / forward) }
  static func forward(_ spot: Double, _ carry: Double) -> Double { spot * exp(carry) }
}
