import Quant

/// What a series can plausibly hold, and how far a value may stand from both its neighbours.
///
/// The bounds are wider than anything a market has shown, so that they catch errors of typing and of
/// units and no real day.
public struct SeriesBounds: Sendable, Hashable {
  /// The values a series may hold.
  public var range: ClosedRange<Double>
  /// The least factor between a value and each of its neighbours that makes it an outlier, when the
  /// neighbours agree among themselves.
  public var outlierFactor: Double
  /// Whether a value on a day without a session is of no use: then it is rejected.
  public var needsSession: Bool

  /// Creates bounds.
  public init(range: ClosedRange<Double>, outlierFactor: Double, needsSession: Bool) {
    self.range = range
    self.outlierFactor = outlierFactor
    self.needsSession = needsSession
  }

  /// Volatility indices, points: the VIX has closed between 9.14 (2017-11-03) and 82.69
  /// (2020-03-16), its predecessor at 150.19 (1987-10-19).
  public static let volatilityIndex = SeriesBounds(
    range: 5...200, outlierFactor: 1.5, needsSession: false)
  /// VX settlements, points.
  public static let future = SeriesBounds(
    range: 5...150, outlierFactor: 1.5, needsSession: false)
  /// Levels of a stock index: the worst day of the S&P 500 was a fall by a fifth (1987-10-19).
  public static let equityIndex = SeriesBounds(
    range: 1...100_000, outlierFactor: 1.25, needsSession: true)
  /// Real effective exchange rates, index points: monthly, and never far from 100.
  public static let exchangeRate = SeriesBounds(
    range: 20...500, outlierFactor: 1.25, needsSession: false)
}
