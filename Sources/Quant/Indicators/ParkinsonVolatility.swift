#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Annualised volatility from daily ranges (methodology 1.7).
///
/// `√(252/(4·ln 2·n)·Σ ln²(H/L))` over the last `window` bars. Unit: decimal per √year. The first
/// value is at bar `window − 1`. Source: Parkinson, Journal of Business 53 (1980) 61-65.
public struct ParkinsonVolatility: Sendable, Hashable {
  /// Bars in the sample.
  public let window: Int
  private var squares: SlidingAggregate<Total>

  /// Creates an accumulator before its first bar.
  ///
  /// - Throws: `parameterOutOfRange("window")` below 1.
  public init(window: Int = 21) throws(SeriesError) {
    try SeriesValidation.require(window, in: 1..., name: "window")
    self.window = window
    squares = SlidingAggregate(window: window)
  }

  /// Appends one bar and returns the volatility at its close, in amortised O(1).
  ///
  /// - Parameters:
  ///   - high: Finite, positive, at least `low`.
  ///   - low: Finite and positive.
  /// - Returns: The volatility; `nil` in the first `window − 1` bars.
  public mutating func append(high: Double, low: Double) -> Double? {
    let range = logRatio(high, over: low)
    return squares.append(Total(value: range * range)).map {
      (RealisedVolatility.sessionsPerYear / (4 * log(2) * Double(window)) * $0.value)
        .squareRoot()
    }
  }

  /// The volatility at every bar.
  ///
  /// - Parameters:
  ///   - high: Highs.
  ///   - low: Lows.
  ///   - close: When given, each close must lie in its range to 1e-6 relative; index vendors
  ///     sometimes publish highs below the close.
  ///   - window: Bars in the sample.
  /// - Returns: One value per bar; `nil` in the first `window − 1`.
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`,
  ///   `lengthMismatch`. A high below its low is `parameterOutOfRange("high[bar]")`, a close
  ///   outside its range `parameterOutOfRange("close[bar]")`.
  public static func series(
    high: [Double], low: [Double], close: [Double]? = nil, window: Int = 21
  ) throws(SeriesError) -> [Double?] {
    var indicator = try ParkinsonVolatility(window: window)
    try SeriesValidation.requirePrices(high)
    try SeriesValidation.requireSameLength(high.count, low.count)
    try SeriesValidation.requirePrices(low)
    for bar in high.indices {
      try SeriesValidation.require(high[bar], in: low[bar]..., name: "high[\(bar)]")
    }
    if let close {
      try SeriesValidation.requireSameLength(high.count, close.count)
      try SeriesValidation.requirePrices(close)
      for bar in close.indices {
        let allowed = low[bar] * (1 - 1e-6)...high[bar] * (1 + 1e-6)
        try SeriesValidation.require(close[bar], in: allowed, name: "close[\(bar)]")
      }
    }
    return high.indices.map { indicator.append(high: high[$0], low: low[$0]) }
  }
}
