#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

public import Quant

/// The volatility smile of VIX options: one curve in standardised moneyness for every tenor.
///
/// σ(K, T) = g·(0.72·e^(−365·T/530) + 0.21·s(z)) with z = ln(K/F)/√T and s(z) = z/(1 + 0.2z) for
/// z ≥ 0, z/(1 − z) below: higher for higher strikes and short tenors. The level
/// g = (VIX/16)^0.2·(VIX/recent)^0.8 rises with the VIX and most when it has just jumped. The level
/// is lower than that of the listed market of the time, so that a hedge bleeds about what the
/// example needs (README).
public struct VIXOptionSmile: Sendable, Hashable {
  private let level: Double

  /// Creates the smile of one session.
  public init(_ state: SessionState) {
    level = pow(state.vix / 16, 0.2) * pow(state.vix / state.recentVIX, 0.8)
  }

  /// The volatility of one strike, per √year.
  ///
  /// `logMoneyness` is ln(K/F); `years` to settlement must be above zero.
  public func volatility(logMoneyness: Double, years: Double) -> Double {
    let z = logMoneyness / sqrt(years)
    let skew = z / (1 + (z >= 0 ? 0.2 * z : -z))
    return level * (0.72 * exp(-365 * years / 530) + 0.21 * skew)
  }

  /// Price and sensitivities of a call on the future of its own expiration (Black-76).
  public func call(strike: Double, future: Double, years: Double, rate: Double) -> OptionValue {
    Black76.value(
      .call, future: future, strike: strike, rate: rate,
      volatility: volatility(logMoneyness: log(strike / future), years: years), years: years)
  }
}
