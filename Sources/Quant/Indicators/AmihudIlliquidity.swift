/// Mean absolute log return per unit of traded value (methodology 1.10).
///
/// `mean(|r|/(C·V))` over `window` bars. For an index C·V is not dollars: show only the percentile
/// of the value in its own history. Source: Amihud, Journal of Financial Markets 5 (2002) 31-56.
public struct AmihudIlliquidity: Sendable, Hashable {
  /// Bars averaged.
  public let window: Int
  private var ratios: SlidingAggregate<Total>
  private var previousClose: Double?
  private var barsSinceZeroVolume = 0

  /// Creates an accumulator before its first bar.
  ///
  /// - Throws: `parameterOutOfRange("window")` below 1.
  public init(window: Int = 21) throws(SeriesError) {
    try SeriesValidation.require(window, in: 1..., name: "window")
    self.window = window
    ratios = SlidingAggregate(window: window)
  }

  /// Appends one bar and returns the illiquidity at its close, in amortised O(1).
  ///
  /// - Parameters:
  ///   - close: Finite, positive closing price.
  ///   - volume: Finite volume, not negative.
  /// - Returns: The mean; `nil` in the first `window` bars, while the window has a zero
  ///   volume, and where the mean exceeds the range of a double.
  public mutating func append(close: Double, volume: Double) -> Double? {
    defer { previousClose = close }
    guard let previousClose else { return nil }
    barsSinceZeroVolume = volume > 0 ? barsSinceZeroVolume + 1 : 0
    var ratio = 0.0
    if volume > 0 {
      let change = abs(logRatio(close, over: previousClose))
      let value = close * volume
      // One factor after the other where the product is beyond the range of a double.
      ratio = value.isNormal ? change / value : change / close / volume
    }
    guard let sum = ratios.append(Total(value: ratio)), barsSinceZeroVolume >= window,
      sum.value.isFinite
    else { return nil }
    return sum.value / Double(window)
  }

  /// The illiquidity at every bar: same length as the input.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`,
  ///   `lengthMismatch`, `negativeVolume`, `missingInput("volume")`.
  public static func series(
    close: [Double], volume: [Double], window: Int = 21
  ) throws(SeriesError) -> [Double?] {
    var indicator = try AmihudIlliquidity(window: window)
    try SeriesValidation.requirePrices(close)
    try SeriesValidation.requireSameLength(close.count, volume.count)
    try SeriesValidation.requireVolumes(volume)
    return close.indices.map { indicator.append(close: close[$0], volume: volume[$0]) }
  }
}
