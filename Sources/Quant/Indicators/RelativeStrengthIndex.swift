/// Wilder's relative strength index, as TA-Lib computes it (methodology 1.2).
///
/// The averages start as simple means of the first `period` gains and losses, then
/// `average = (average·(period−1) + x) / period`; the index is `100·G/(G+L)`, 0 to 100. The first
/// value is at bar `period`. When G+L is exactly 0 the value is 0 and the bar is degenerate. The
/// value depends on the whole history; it settles to 1e-9 after about 300 bars.
/// Source: Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib `ta_RSI.c`.
public struct RelativeStrengthIndex: Sendable, Hashable {
  /// Bars averaged.
  public let period: Int
  /// Whether the last value is 0 only because no close has ever differed from the one before.
  public private(set) var isDegenerate = false
  private let retained: Double
  private let weight: Double
  private var previousClose = 0.0
  private var averageGain = 0.0
  private var averageLoss = 0.0
  private var count = 0

  /// Creates an accumulator before its first bar.
  ///
  /// - Throws: `parameterOutOfRange("period")` below 2.
  public init(period: Int = 14) throws(SeriesError) {
    try SeriesValidation.require(period, in: 2..., name: "period")
    self.period = period
    retained = Double(period - 1) / Double(period)
    weight = 1 / Double(period)
  }

  /// Appends one finite close and returns the index, or `nil` in the first `period` bars; O(1).
  public mutating func append(_ close: Double) -> Double? {
    let change = close - previousClose
    previousClose = close
    // Positive and negative part, exact and without a branch a random walk would mispredict.
    let gain = (change.magnitude + change) * 0.5
    let loss = (change.magnitude - change) * 0.5
    if count > period {
      averageGain = averageGain * retained + gain * weight
      averageLoss = averageLoss * retained + loss * weight
    } else {
      count += 1
      guard count > 1 else { return nil }
      averageGain += gain
      averageLoss += loss
      guard count > period else { return nil }
      averageGain /= Double(period)
      averageLoss /= Double(period)
    }
    let total = averageGain + averageLoss
    isDegenerate = total == 0
    return isDegenerate ? 0 : 100 * (averageGain / total)
  }
}

extension RelativeStrengthIndex {
  /// The index at every bar: same length as the input, `nil` in the first `period` bars.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`.
  public static func series(
    close: [Double], period: Int = 14
  ) throws(SeriesError) -> [Double?] {
    let start = try RelativeStrengthIndex(period: period)
    var prices = PriceScan()
    let values = [Double?](seriesOf: close.count) { buffer in
      var indicator = start
      var scan = PriceScan()
      for bar in close.indices {
        scan.note(close[bar])
        buffer.initializeElement(at: bar, to: indicator.append(close[bar]))
      }
      prices = scan
    }
    if close.isEmpty || !prices.isClean { try SeriesValidation.requirePrices(close) }
    return values
  }

  /// The index as signal rules read it: `series`, with degenerate bars `nil` as well.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`.
  public static func signalSeries(
    close: [Double], period: Int = 14
  ) throws(SeriesError) -> [Double?] {
    var indicator = try RelativeStrengthIndex(period: period)
    try SeriesValidation.requirePrices(close)
    return close.map { price in
      let value = indicator.append(price)
      return indicator.isDegenerate ? nil : value
    }
  }
}
