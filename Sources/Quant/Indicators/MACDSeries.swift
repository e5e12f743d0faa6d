/// The three MACD outputs of a series, aligned with its bars; undefined in warm-up.
public struct MACDSeries: Sendable, Hashable, Codable {
  /// Fast average minus slow average.
  public var macd: IndicatorSeries
  /// Exponential average of `macd`.
  public var signal: IndicatorSeries
  /// `macd` minus `signal`.
  public var histogram: IndicatorSeries

  /// Creates a series; the three must have one length.
  public init(macd: IndicatorSeries, signal: IndicatorSeries, histogram: IndicatorSeries) {
    self.macd = macd
    self.signal = signal
    self.histogram = histogram
  }
}

extension MovingAverageConvergenceDivergence {
  /// The outputs at every bar, each of the input's length.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`.
  public static func series(
    close: [Double], fast: Int = 12, slow: Int = 26, signal: Int = 9
  ) throws(SeriesError) -> MACDSeries {
    var start = try MovingAverageConvergenceDivergence(fast: fast, slow: slow, signal: signal)
    let warmUp = min(slow + signal - 2, close.count)
    var prices = PriceScan()
    for bar in 0..<warmUp {
      prices.note(close[bar])
      _ = start.append(close[bar])
    }
    let count = close.count - warmUp
    // One storage for the three lines: the allocator keeps it for the next series, where three would
    // go back to the system and their pages be cleared again.
    let lines = [Double](seriesOf: 3 * count) { buffer in
      guard count > 0 else { return }
      var indicator = start
      var rest = prices
      // The bar that ends the warm-up gives the first reading.
      rest.note(close[warmUp])
      let first = indicator.append(close[warmUp]) ?? Reading(macd: 0, signal: 0, histogram: 0)
      buffer.initializeElement(at: 0, to: first.macd)
      buffer.initializeElement(at: count, to: first.signal)
      buffer.initializeElement(at: 2 * count, to: first.histogram)
      for index in 1..<count {
        let price = close[warmUp + index]
        rest.note(price)
        let reading = indicator.advance(price)
        buffer.initializeElement(at: index, to: reading.macd)
        buffer.initializeElement(at: count + index, to: reading.signal)
        buffer.initializeElement(at: 2 * count + index, to: reading.histogram)
      }
      prices = rest
    }
    if close.isEmpty || !prices.isClean { try SeriesValidation.requirePrices(close) }
    return MACDSeries(
      macd: IndicatorSeries(warmUp: warmUp, defined: lines[..<count]),
      signal: IndicatorSeries(warmUp: warmUp, defined: lines[count..<2 * count]),
      histogram: IndicatorSeries(warmUp: warmUp, defined: lines[(2 * count)...]))
  }
}
