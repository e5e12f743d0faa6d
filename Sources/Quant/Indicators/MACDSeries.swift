/// The three MACD outputs of a series, aligned with its bars; `nil` in warm-up.
public struct MACDSeries: Sendable, Hashable, Codable {
  /// Fast average minus slow average.
  public var macd: [Double?]
  /// Exponential average of `macd`.
  public var signal: [Double?]
  /// `macd` minus `signal`.
  public var histogram: [Double?]

  /// Creates a series; the three arrays must have one length.
  public init(macd: [Double?], signal: [Double?], histogram: [Double?]) {
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
    let start = try MovingAverageConvergenceDivergence(fast: fast, slow: slow, signal: signal)
    var prices = PriceScan()
    var signalLine: [Double?] = []
    var histogram: [Double?] = []
    let macd = [Double?](seriesOf: close.count) { macdBuffer in
      signalLine = [Double?](seriesOf: close.count) { signalBuffer in
        histogram = [Double?](seriesOf: close.count) { histogramBuffer in
          var indicator = start
          var scan = PriceScan()
          for bar in close.indices {
            scan.note(close[bar])
            let reading = indicator.append(close[bar])
            macdBuffer.initializeElement(at: bar, to: reading?.macd)
            signalBuffer.initializeElement(at: bar, to: reading?.signal)
            histogramBuffer.initializeElement(at: bar, to: reading?.histogram)
          }
          prices = scan
        }
      }
    }
    if close.isEmpty || !prices.isClean { try SeriesValidation.requirePrices(close) }
    return MACDSeries(macd: macd, signal: signalLine, histogram: histogram)
  }
}
