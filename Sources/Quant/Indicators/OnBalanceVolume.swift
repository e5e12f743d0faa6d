/// On-balance volume with TA-Lib's convention (methodology 1.1).
///
/// The first value is the first volume; then the volume is added when the close rises, subtracted
/// when it falls, and ignored when it is unchanged. Unit: that of the volume. Exact while partial
/// sums of whole volumes stay below 2⁵³; a sum beyond the range of a double is the greatest finite
/// number of its sign. Do not mix volume sources in one series.
public struct OnBalanceVolume: Sendable, Hashable {
  /// The value after the last bar; 0 before the first.
  public private(set) var value = 0.0
  private var previousClose: Double?

  /// Creates an accumulator before its first bar.
  public init() {}

  /// Appends one bar and returns the value at its close, in O(1).
  ///
  /// - Parameters:
  ///   - close: Closing price, finite.
  ///   - volume: Volume, finite and not negative.
  /// - Returns: The running total, in the volume's unit.
  public mutating func append(close: Double, volume: Double) -> Double {
    guard let previousClose else {
      self.previousClose = close
      value = volume
      return value
    }
    // Two selects instead of branches, which a random walk would mispredict.
    let change = (close > previousClose ? volume : 0) - (close < previousClose ? volume : 0)
    value = (value + change).bounded
    self.previousClose = close
    return value
  }

  /// The value at every bar: same length as the input, defined from the first bar.
  ///
  /// - Throws: `emptySeries`, `lengthMismatch`, `nonFinite`, `nonPositivePrice`, `negativeVolume`,
  ///   and `missingInput("volume")` when every volume is zero.
  public static func series(
    close: [Double], volume: [Double]
  ) throws(SeriesError) -> [Double] {
    guard close.count == volume.count else {
      try SeriesValidation.requirePrices(close)
      throw .lengthMismatch
    }
    var isClean = false
    let values = [Double](seriesOf: close.count) { buffer in
      var indicator = OnBalanceVolume()
      var prices = PriceScan()
      var volumes = VolumeScan()
      for bar in close.indices {
        prices.note(close[bar])
        volumes.note(volume[bar])
        buffer.initializeElement(
          at: bar, to: indicator.append(close: close[bar], volume: volume[bar]))
      }
      isClean = prices.isClean && volumes.isClean
    }
    if !isClean {
      try SeriesValidation.requirePrices(close)
      try SeriesValidation.requireVolumes(volume)
    }
    return values
  }

  /// The value at every bar of dated bars.
  ///
  /// - Throws: as `series(close:volume:)`; `unsortedDates` and `duplicateDate` for the dates, and
  ///   `missingInput("volume")` when any bar has no volume.
  public static func series(bars: [DailyBar]) throws(SeriesError) -> [Double] {
    try SeriesValidation.requireAscending(bars.lazy.map(\.date))
    let volume = bars.compactMap(\.volume)
    guard volume.count == bars.count else { throw .missingInput(name: "volume") }
    return try series(close: bars.map(\.close), volume: volume)
  }
}
