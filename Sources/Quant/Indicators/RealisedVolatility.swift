/// Annualised volatility of daily log returns (methodology 1.7).
///
/// `√(252·s²)` with s² the sample variance, mean removed, of the last `window` log returns. Unit:
/// decimal per √year (0.16 is 16 %). The first value is at bar `window`.
public struct RealisedVolatility: Sendable, Hashable {
  /// Sessions in a year.
  public static let sessionsPerYear = 252.0

  /// Returns in the sample.
  public let window: Int
  private var returns: SlidingAggregate<Moments>
  private var previousClose: Double?

  /// Creates an accumulator before its first bar.
  ///
  /// - Throws: `parameterOutOfRange("window")` below 2.
  public init(window: Int = 21) throws(SeriesError) {
    try SeriesValidation.require(window, in: 2..., name: "window")
    self.window = window
    returns = SlidingAggregate(window: window)
  }

  /// Appends one finite, positive close and returns the volatility, in amortised O(1).
  ///
  /// `nil` in the first `window` bars.
  public mutating func append(_ close: Double) -> Double? {
    defer { previousClose = close }
    guard let previousClose else { return nil }
    return returns.append(Moments(logRatio(close, over: previousClose))).map {
      (Self.sessionsPerYear * $0.sampleVariance).squareRoot()
    }
  }

  /// The volatility at every bar: same length as the input, `nil` in the first `window` bars.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`.
  public static func series(
    close: [Double], window: Int = 21
  ) throws(SeriesError) -> [Double?] {
    var indicator = try RealisedVolatility(window: window)
    try SeriesValidation.requirePrices(close)
    return close.map { indicator.append($0) }
  }
}
