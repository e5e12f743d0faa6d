#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

public import Quant

/// A two-factor mean-reverting VX futures curve.
///
/// F(τ) = w₁·VIX + w₂·recent + (1 − w₁ − w₂)·θ + h(τ), where w₁ = e^(−τ/30), w₁ + w₂ = e^(−τ/100),
/// recent is the 10-session mean of the VIX, θ = 9.2 + 0.66 × the 126-session mean, and
/// h(τ) = 0.35·(τ/9)·e^(1 − τ/9) is a small premium near expiration; τ in calendar days. F(0) is the
/// VIX. A calm VIX far under θ gives contango; a VIX far above its recent mean gives backwardation.
/// The constants were fitted to the general level of the market of 2015 and 2016; no price is stored.
public struct FuturesCurveModel: Sendable, Hashable {
  private let spot: Double
  private let recent: Double
  private let longRun: Double

  /// Creates the curve of one session.
  public init(_ state: SessionState) {
    spot = state.vix
    recent = state.recentVIX
    longRun = 9.2 + 0.66 * state.slowVIX
  }

  /// The futures price for an expiration `days` calendar days ahead, in VIX points; unrounded.
  public func price(days: Double) -> Double {
    let fast = exp(-days / 30)
    let slow = exp(-days / 100)
    let premium = 0.35 * (days / 9) * exp(1 - days / 9)
    return fast * spot + (slow - fast) * recent + (1 - slow) * longRun + premium
  }

  /// The settlement price: the model's price rounded to 0.025.
  public func settlement(days: Int) -> Double {
    Double(Int((price(days: Double(days)) * 40).rounded()) * 25) / 1000
  }

  /// The settlements of the next `count` monthly contracts of a session, nearest first.
  ///
  /// A contract that expires on the session is left out.
  public static func settlements(
    _ state: SessionState, count: Int, calendar: ContractCalendar
  ) -> [FuturesSettlement] {
    let curve = FuturesCurveModel(state)
    return calendar.vixExpirations(after: state.date, count: count).map { expiration in
      FuturesSettlement(
        date: state.date, expiration: expiration,
        settle: curve.settlement(days: state.date.days(until: expiration)))
    }
  }
}
