/// Target band of one layer; cumulative, replacing the band below it.
public struct LayerBand: Sendable, Hashable, Codable {
  /// Least coverage of the book's short vega, as a fraction.
  public var coverageMin: Double
  /// Greatest coverage, as a fraction.
  public var coverageMax: Double
  /// Least gross VIX notional over SPX notional, as a fraction.
  public var notionalMin: Double
  /// Greatest gross VIX notional over SPX notional, as a fraction.
  public var notionalMax: Double

  /// Creates a band.
  public init(
    coverageMin: Double, coverageMax: Double, notionalMin: Double, notionalMax: Double
  ) {
    self.coverageMin = coverageMin
    self.coverageMax = coverageMax
    self.notionalMin = notionalMin
    self.notionalMax = notionalMax
  }
}
