/// Wilder's relative strength index, as TA-Lib computes it (methodology 1.2).
///
/// The averages start as simple means of the first `period` gains and losses, then
/// `average = (average·(period−1) + x) / period`; the index is `100·G/(G+L)`, 0 to 100. The first
/// value is at bar `period`. When G+L is exactly 0 the value is 0 and the bar is degenerate. The
/// value depends on the whole history; it settles to 1e-9 after about 300 bars.
///
/// Rounded in the order TA-Lib 0.8.1 rounds, so that every bit agrees: after an unchanged close the
/// last bit alone decides whether a bar is a new extreme, and so at which bar a failure swing is.
/// Source: Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib `ta_RSI.c`.
public struct RelativeStrengthIndex: Sendable, Hashable {
  /// Bars averaged.
  public let period: Int
  /// Whether the last value is 0 only because no close has ever differed from the one before.
  public private(set) var isDegenerate = false
  private let kept: Double
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
    kept = Double(period - 1)
    weight = 1 / Double(period)
  }

  /// Appends one finite close and returns the index, or `nil` in the first `period` bars; O(1).
  public mutating func append(_ close: Double) -> Double? {
    guard count <= period else { return advance(close) }
    let (gain, loss) = move(to: close)
    count += 1
    guard count > 1 else { return nil }
    averageGain += gain
    averageLoss += loss
    guard count > period else { return nil }
    averageGain *= weight
    averageLoss *= weight
    return index()
  }

  /// A bar after the warm-up.
  @inline(__always)
  private mutating func advance(_ close: Double) -> Double {
    let (gain, loss) = move(to: close)
    averageGain = (averageGain * kept + gain) * weight
    averageLoss = (averageLoss * kept + loss) * weight
    return index()
  }

  /// The positive and the negative part of the change, exact and without a branch that a random walk
  /// would mispredict.
  ///
  /// The scale, a power of two that includes the half, changes no digit of their ratio and keeps
  /// every sum finite.
  @inline(__always)
  private mutating func move(to close: Double) -> (gain: Double, loss: Double) {
    let change = (close - previousClose) * 0x1p-20
    previousClose = close
    return (change.magnitude + change, change.magnitude - change)
  }

  @inline(__always)
  private mutating func index() -> Double {
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
  ) throws(SeriesError) -> IndicatorSeries {
    var start = try RelativeStrengthIndex(period: period)
    // One bar more than the warm-up: it gives the first value.
    let warmUp = min(period, close.count)
    var prices = PriceScan()
    for bar in 0..<warmUp {
      prices.note(close[bar])
      _ = start.append(close[bar])
    }
    let values = [Double](seriesOf: close.count - warmUp) { buffer in
      guard warmUp < close.count else { return }
      var indicator = start
      var rest = prices
      rest.note(close[warmUp])
      buffer.initializeElement(at: 0, to: indicator.append(close[warmUp]) ?? 0)
      for bar in warmUp + 1..<close.count {
        rest.note(close[bar])
        buffer.initializeElement(at: bar - warmUp, to: indicator.advance(close[bar]))
      }
      prices = rest
    }
    if close.isEmpty || !prices.isClean { try SeriesValidation.requirePrices(close) }
    return IndicatorSeries(warmUp: warmUp, defined: values[...])
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
