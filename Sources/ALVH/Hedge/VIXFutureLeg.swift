public import Quant

/// The two futures on VIX.
public enum VIXFutureKind: String, Sendable, Codable, CaseIterable {
  /// The full contract, VX.
  case vx = "VX"
  /// The mini contract, VXM.
  case vxm = "VXM"

  /// Dollars per VIX point for one contract (methodology 2.6).
  public var multiplier: Double { self == .vx ? 1000 : 100 }
}

/// A holding of one VIX future.
public struct VIXFutureLeg: Sendable, Hashable, Codable {
  /// Which contract.
  public var kind: VIXFutureKind
  /// The expiration date.
  public var expiration: CalendarDate
  /// Number of contracts; positive is long.
  public var quantity: Int
  /// Price today, VIX points.
  public var future: Double

  /// Creates a leg; the price must be positive and finite.
  public init(kind: VIXFutureKind, expiration: CalendarDate, quantity: Int, future: Double) {
    precondition(future > 0 && future.isFinite, "the future must be positive")
    self.kind = kind
    self.expiration = expiration
    self.quantity = quantity
    self.future = future
  }
}
