/// Moving average convergence divergence with TA-Lib's seeding (methodology 1.3).
///
/// Both price averages start at bar `slow − 1`: the slow one as the mean of the first `slow`
/// closes, the fast one as the mean of the last `fast` of them. The signal line starts as the mean
/// of the first `signal` differences. Each then moves by `(x − e)·2/(n + 1)`. All three outputs
/// start together at bar `slow + signal − 2`. Units: those of the price. A figure beyond the range of
/// a double is the greatest finite number of its sign.
/// Source: TA-Lib `ta_MACD.c`.
public struct MovingAverageConvergenceDivergence: Sendable, Hashable {
  /// The outputs at one bar.
  public struct Reading: Sendable, Hashable, Codable {
    /// Fast average minus slow average.
    public var macd: Double
    /// Exponential average of `macd`.
    public var signal: Double
    /// `macd` minus `signal`.
    public var histogram: Double

    /// Creates a reading.
    public init(macd: Double, signal: Double, histogram: Double) {
      self.macd = macd
      self.signal = signal
      self.histogram = histogram
    }
  }

  /// More bars than any series has, and few enough that sums of two do not overflow.
  private static let longest = 1 << 32

  /// Bars of the fast average.
  public let fast: Int
  /// Bars of the slow average.
  public let slow: Int
  /// Bars of the signal line.
  public let signal: Int
  private let fastWeight: Double
  private let slowWeight: Double
  private let signalWeight: Double
  private var fastAverage = 0.0
  private var slowAverage = 0.0
  private var signalAverage = 0.0
  private var count = 0

  /// Creates an accumulator before its first bar.
  ///
  /// - Throws: `parameterOutOfRange` unless 2 ≤ `fast` < `slow` and `signal` ≥ 1, all at most 2³².
  public init(fast: Int = 12, slow: Int = 26, signal: Int = 9) throws(SeriesError) {
    try SeriesValidation.require(fast, in: 2...Self.longest, name: "fast")
    try SeriesValidation.require(slow, in: (fast + 1)...max(fast + 1, Self.longest), name: "slow")
    try SeriesValidation.require(signal, in: 1...Self.longest, name: "signal")
    self.fast = fast
    self.slow = slow
    self.signal = signal
    fastWeight = 2 / Double(fast + 1)
    slowWeight = 2 / Double(slow + 1)
    signalWeight = 2 / Double(signal + 1)
  }

  /// Appends one finite close and returns the outputs, `nil` in warm-up; O(1).
  ///
  /// Warm-up is the first `slow + signal − 2` bars.
  public mutating func append(_ close: Double) -> Reading? {
    guard count >= slow + signal - 1 else { return warmUp(close) }
    return advance(close)
  }

  /// A bar after the warm-up.
  @inline(__always)
  mutating func advance(_ close: Double) -> Reading {
    fastAverage += (close - fastAverage) * fastWeight
    slowAverage += (close - slowAverage) * slowWeight
    let macd = fastAverage - slowAverage
    var next = signalAverage + (macd - signalAverage) * signalWeight
    // Bounding every difference would lengthen the chain of steps that wait for one another.
    if !next.isFinite { next = signalAverage + (macd - signalAverage).bounded * signalWeight }
    signalAverage = next
    return Reading(macd: macd, signal: signalAverage, histogram: (macd - signalAverage).bounded)
  }

  private mutating func warmUp(_ close: Double) -> Reading? {
    count += 1
    if count <= slow {
      slowAverage = (slowAverage + close).bounded
      if count > slow - fast { fastAverage = (fastAverage + close).bounded }
      guard count == slow else { return nil }
      slowAverage /= Double(slow)
      fastAverage /= Double(fast)
    } else {
      fastAverage += (close - fastAverage) * fastWeight
      slowAverage += (close - slowAverage) * slowWeight
    }
    let macd = fastAverage - slowAverage
    signalAverage = (signalAverage + macd).bounded
    guard count == slow + signal - 1 else { return nil }
    signalAverage /= Double(signal)
    return Reading(macd: macd, signal: signalAverage, histogram: (macd - signalAverage).bounded)
  }
}
