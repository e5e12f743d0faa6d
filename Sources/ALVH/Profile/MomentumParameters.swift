/// Periods of the confirming indicators, in sessions.
public struct MomentumParameters: Sendable, Hashable, Codable {
  /// Wilder's RSI.
  public var rsiPeriod = 14
  /// MACD's faster average.
  public var macdFast = 12
  /// MACD's slower average.
  public var macdSlow = 26
  /// MACD's signal line.
  public var macdSignal = 9

  /// Creates the usual periods.
  public init() {}
}

/// Parameters of the RSI top failure swing.
public struct FailureSwingParameters: Sendable, Hashable, Codable {
  /// RSI level that starts the pattern (Wilder used 70; the seed says 60).
  public var threshold = 60.0
  /// Least reversal, in RSI points, that counts as a swing.
  public var delta = 2.0
  /// Sessions after the first high within which the pattern must complete.
  public var maxBars = 60

  /// Creates the seed's values.
  public init() {}
}
