/// Where today's Amihud illiquidity lies among its last 252 values (methodology 1.10).
///
/// For an index, close times volume is not dollars, so only the place in its own history is shown:
/// the share of the 252 values ending today that are lower, with half of the equal ones.
public struct AmihudPercentile: Sendable, Hashable {
  /// Values ranked, today's included.
  public static let rankedBars = 252

  private var illiquidity: AmihudIlliquidity
  // The newest values, oldest overwritten first; `nil` where the window had a zero volume.
  private var ring: [Double?] = []
  private var position = 0

  /// Creates an accumulator before its first bar.
  ///
  /// - Parameter window: Bars averaged by the illiquidity.
  /// - Throws: `parameterOutOfRange("window")` below 1.
  public init(window: Int = 21) throws(SeriesError) {
    illiquidity = try AmihudIlliquidity(window: window)
  }

  /// Appends one bar and returns the percentile at its close, 0 to 1; O(252).
  ///
  /// - Parameters:
  ///   - close: Finite, positive closing price.
  ///   - volume: Finite volume, not negative.
  /// - Returns: The percentile; `nil` until 252 values follow one another, and while any of the last
  ///   252 is undefined.
  public mutating func append(close: Double, volume: Double) -> Double? {
    let value = illiquidity.append(close: close, volume: volume)
    // A value beyond the range of doubles cannot be ranked.
    let ranked = value.flatMap { $0.isFinite ? $0 : nil }
    if ring.count < Self.rankedBars {
      ring.append(ranked)
    } else {
      ring[position] = ranked
      position = (position + 1) % Self.rankedBars
    }
    guard let ranked else { return nil }
    return MidRank.fraction(of: ranked, in: ring.compactMap { $0 }, needed: Self.rankedBars).value
  }

  /// The percentile at every bar: same length as the input.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`,
  ///   `lengthMismatch`, `negativeVolume`, `missingInput("volume")`.
  public static func series(
    close: [Double], volume: [Double], window: Int = 21
  ) throws(SeriesError) -> [Double?] {
    var indicator = try AmihudPercentile(window: window)
    try SeriesValidation.requirePrices(close)
    try SeriesValidation.requireSameLength(close.count, volume.count)
    try SeriesValidation.requireVolumes(volume)
    return close.indices.map { indicator.append(close: close[$0], volume: volume[$0]) }
  }
}
