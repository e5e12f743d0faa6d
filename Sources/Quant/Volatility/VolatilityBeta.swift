#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many points a VIX future moves per point of spot VIX, by its time to expiration.
///
/// β(τ) = base·(1 + τ/30)^(−exponent), τ in calendar days: the Samuelson effect as a slope of
/// ΔF on ΔVIX. It has nothing to do with the market beta of the CAPM.
public struct VolatilityBeta: Sendable, Hashable, Codable {
  /// β at expiration, in points of future per point of spot.
  public var base: Double
  /// The power of the decay, dimensionless.
  public var exponent: Double

  /// Creates a curve.
  public init(base: Double, exponent: Double) {
    self.base = base
    self.exponent = exponent
  }

  /// The assumed curve 0.80·(1 + τ/30)^(−0.70), for use without futures history of one's own.
  ///
  /// Fitted to 15,430 contract-days of VX settlements, January 2008 to April 2015; its provenance is
  /// `assumed`.
  public static let fallback = VolatilityBeta(base: 0.80, exponent: 0.70)

  /// β at `days` calendar days to expiration; negative days count as 0.
  public func value(days: Int) -> Double { value(days: Double(days)) }

  /// β at a possibly fractional number of calendar days; negative days count as 0.
  public func value(days: Double) -> Double {
    (base * pow(1 + max(days, 0) / 30, -exponent).bounded).bounded
  }

  /// β on sessions when spot VIX rose by more than two points, from the table of the same fit.
  ///
  /// Futures move less per point in a spike than the slope over all days says: use it as a haircut
  /// beside `value`, never as a curve. `nil` outside 8 to 180 days, where the sample is too thin.
  public static func spikeValue(days: Int) -> Double? {
    switch days {
    case 8...15: 0.57
    case 16...30: 0.34
    case 31...45: 0.36
    case 46...60: 0.23
    case 61...90: 0.26
    case 91...120: 0.20
    case 121...150: 0.19
    case 151...180: 0.17
    default: nil
    }
  }
}
