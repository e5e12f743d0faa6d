/// Spot VIX against an implied-volatility index of another horizon (methodology 1.8).
///
/// A level for the shape of the curve where no futures are at hand: VIX9D looks nine days ahead, VIX
/// thirty, VIX3M and VIX6M three and six months. All are percent per √year at one close.
public struct VolatilityIndexRatio: Sendable, Hashable, Codable {
  /// The index VIX is compared with.
  public enum Index: String, Sendable, Codable, CaseIterable {
    /// Nine days.
    case vix9D = "VIX9D"
    /// Three months, 93 days.
    case vix3M = "VIX3M"
    /// Six months.
    case vix6M = "VIX6M"

    /// Whether the index looks less far ahead than VIX.
    public var isShorter: Bool { self == .vix9D }
  }

  /// The other index.
  public let index: Index
  /// VIX over the index, a fraction of one.
  public let ratio: Double

  /// Compares two closes of one session.
  ///
  /// - Parameters:
  ///   - vix: VIX, points.
  ///   - other: the other index, points.
  ///   - index: which one it is.
  /// - Throws: `nonFinite(index:)` or `nonPositivePrice(index:)`, counting VIX as 0 and the other
  ///   index as 1; `parameterOutOfRange("ratio")` when the ratio is beyond a double's range.
  public init(vix: Double, other: Double, index: Index) throws(SeriesError) {
    for (position, value) in [vix, other].enumerated() {
      guard value.isFinite else { throw .nonFinite(index: position) }
      guard value > 0 else { throw .nonPositivePrice(index: position) }
    }
    self.index = index
    ratio = vix / other
    guard ratio.isFinite else { throw .parameterOutOfRange(name: "ratio") }
  }

  /// Whether the nearer of the two horizons is the dearer one.
  ///
  /// VIX/VIX3M and VIX/VIX6M above 1, VIX/VIX9D below 1. Equal values are not inverted.
  public var isInverted: Bool { index.isShorter ? ratio < 1 : ratio > 1 }
}
