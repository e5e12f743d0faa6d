/// Which hedge contracts may be bought, and what they may cost.
public struct SizingParameters: Sendable, Hashable, Codable {
  /// Fewest calendar days to expiration of a call.
  public var minDays = 30
  /// Most calendar days to expiration; when nothing is listed inside, the nearest beyond is used.
  public var maxDays = 45
  /// Fewest calendar days to expiration of a call that is rolled into.
  public var rollMinDays = 60
  /// Most calendar days to expiration of a call that is rolled into.
  public var rollMaxDays = 120
  /// Least delta with respect to the future.
  public var minDelta = 0.15
  /// Greatest delta with respect to the future.
  public var maxDelta = 0.35
  /// Drag allowed per hedge episode, ex ante, as a fraction of net asset value.
  public var dragLimit = 0.0015
  /// Most contracts in total.
  public var maxContracts = 40
  /// Commission per contract, dollars.
  public var commission = 0.65
  /// Calendar days of the review period in which drag is measured (10 sessions), at least 1.
  public var reviewDays = 14

  /// Creates the default values.
  public init() {}
}
