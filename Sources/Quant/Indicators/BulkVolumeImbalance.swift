#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Share of the volume that bulk classification finds one-sided (methodology 1.10).
///
/// `Σ|V·(2Φ(r/σ) − 1)| / ΣV` over `window` bars, with r the log return of a bar and σ the sample
/// deviation of the `deviationWindow` returns ending there; between 0 and 1. Daily bars cannot give
/// VPIN, so it must not be called that, and it is shown, never a trigger.
/// Source: Easley, López de Prado and O'Hara, Review of Financial Studies 25 (2012) 1457-1493.
public struct BulkVolumeImbalance: Sendable, Hashable {
  /// Bars summed.
  public let window: Int
  /// Returns that scale one bar's return.
  public let deviationWindow: Int
  private var returns: SlidingAggregate<Moments>
  private var oneSided: SlidingAggregate<Total>
  private var volumes: SlidingAggregate<Total>
  private var previousClose: Double?
  private var barsSinceUndefined = 0

  /// Creates an accumulator before its first bar.
  ///
  /// - Throws: `parameterOutOfRange` unless `window` ≥ 1 and `deviationWindow` ≥ 2.
  public init(window: Int = 50, deviationWindow: Int = 60) throws(SeriesError) {
    try SeriesValidation.require(window, in: 1..., name: "window")
    try SeriesValidation.require(deviationWindow, in: 2..., name: "deviationWindow")
    self.window = window
    self.deviationWindow = deviationWindow
    returns = SlidingAggregate(window: deviationWindow)
    oneSided = SlidingAggregate(window: window)
    volumes = SlidingAggregate(window: window)
  }

  /// Appends one bar and returns the imbalance at its close, in amortised O(1).
  ///
  /// - Parameters:
  ///   - close: Finite, positive closing price.
  ///   - volume: Finite volume, not negative.
  /// - Returns: The share; `nil` in the first `window + deviationWindow − 1` bars, while a bar of
  ///   the window has returns without deviation, and when none of them has volume.
  public mutating func append(close: Double, volume: Double) -> Double? {
    defer { previousClose = close }
    guard let previousClose else { return nil }
    let change = logRatio(close, over: previousClose)
    guard let moments = returns.append(Moments(change)) else { return nil }
    var share = 0.0
    if moments.sampleVariance > 0 {
      // 2Φ(x) − 1 = erf(x/√2)
      share = erf(change / (2 * moments.sampleVariance).squareRoot())
      barsSinceUndefined += 1
    } else {
      barsSinceUndefined = 0
    }
    let numerator = oneSided.append(Total(value: abs(volume * share)))
    let denominator = volumes.append(Total(value: volume))
    guard let numerator, let denominator, denominator.value > 0, denominator.value.isFinite,
      barsSinceUndefined >= window
    else { return nil }
    return numerator.value / denominator.value
  }

  /// The imbalance at every bar: same length as the input.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`, `nonPositivePrice`,
  ///   `lengthMismatch`, `negativeVolume`, `missingInput("volume")`.
  public static func series(
    close: [Double], volume: [Double], window: Int = 50, deviationWindow: Int = 60
  ) throws(SeriesError) -> [Double?] {
    var indicator = try BulkVolumeImbalance(window: window, deviationWindow: deviationWindow)
    try SeriesValidation.requirePrices(close)
    try SeriesValidation.requireSameLength(close.count, volume.count)
    try SeriesValidation.requireVolumes(volume)
    return close.indices.map { indicator.append(close: close[$0], volume: volume[$0]) }
  }
}
