/// Why an expiration is not part of a volatility surface.
public enum VolatilitySurfaceRejectionReason: Sendable, Hashable, Codable {
  /// The series has settled.
  case expired
  /// No forward was given and call and put quotes imply none.
  case noForward
  /// Fewer strikes than the surface needs have an out-of-the-money quote with a volatility.
  case tooFewStrikes(found: Int)
}

/// An expiration left out of a volatility surface, with the reason to show.
public struct VolatilitySurfaceRejection: Sendable, Hashable, Codable {
  /// The option class.
  public let root: OptionRoot
  /// The expiration date.
  public let expiration: CalendarDate
  /// Why it was left out.
  public let reason: VolatilitySurfaceRejectionReason
}

/// A pair of neighbouring expirations whose total variance decreases with time at fixed moneyness.
///
/// A calendar arbitrage in the quotes, or stale ones. It is reported and never repaired
/// (methodology 2.8).
public struct CalendarViolation: Sendable, Hashable, Codable {
  /// Class of the nearer expiration.
  public let nearRoot: OptionRoot
  /// The nearer expiration.
  public let near: CalendarDate
  /// Class of the farther expiration.
  public let farRoot: OptionRoot
  /// The farther expiration.
  public let far: CalendarDate
  /// k = ln(K/F) at which the decrease is greatest.
  public let logMoneyness: Double
  /// The greatest decrease of total variance, above 0.
  public let decrease: Double

  /// Relative decreases below this are rounding.
  private static let rounding = 1e-12

  /// The worst decrease between two slices, where both are quoted; `nil` when there is none.
  ///
  /// The difference of two piecewise linear functions is least at a node of one of them, so the
  /// check is exact. The flat wings hold no quotes and are not checked.
  init?(near: VolatilitySurfaceSlice, far: VolatilitySurfaceSlice) {
    guard let range = near.quotedRange.flatMap({ far.quotedRange?.intersection($0) }) else {
      return nil
    }
    let candidates =
      (near.nodes + far.nodes).map(\.logMoneyness).filter(range.contains)
    var worst = (logMoneyness: 0.0, decrease: 0.0)
    for k in candidates {
      let before = near.totalVariance(logMoneyness: k)
      let decrease = before - far.totalVariance(logMoneyness: k)
      if decrease > worst.decrease, decrease > Self.rounding * before { worst = (k, decrease) }
    }
    guard worst.decrease > 0 else { return nil }
    (nearRoot, self.near) = (near.root, near.expiration)
    (farRoot, self.far) = (far.root, far.expiration)
    (logMoneyness, decrease) = worst
  }
}

extension VolatilitySurfaceSlice {
  fileprivate var quotedRange: ClosedRange<Double>? {
    guard let first = nodes.first, let last = nodes.last else { return nil }
    return first.logMoneyness...last.logMoneyness
  }
}

extension ClosedRange<Double> {
  fileprivate func intersection(_ other: ClosedRange<Double>) -> ClosedRange<Double>? {
    overlaps(other) ? clamped(to: other) : nil
  }
}
