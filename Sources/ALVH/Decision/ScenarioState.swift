import Quant

/// What the book, the hedge and both would be worth in scenarios; every value is modelled.
public struct ScenarioState: Sendable, Hashable, Codable {
  /// Along the usual response of VIX to the index: one row for each index move.
  public var path: [ScenarioRow]
  /// VIX shocks of the columns of `shocks`, points.
  public var vixShocks: [Double]
  /// Net result for index moves (rows, as in `path`) against VIX shocks (columns), dollars.
  public var shocks: [[Double]]
  /// Pay-off panels: today, +7, +14 days and expiration.
  public var panels: [PayoffPanel]
}

/// One index move with the VIX level it usually comes with.
public struct ScenarioRow: Sendable, Hashable, Codable {
  /// Index move, as a fraction.
  public var move: Double
  /// Index level.
  public var spot: Double
  /// VIX level.
  public var vix: Double
  /// Change of the book, dollars.
  public var bookDollars: Double
  /// Change of the hedge, dollars.
  public var hedgeDollars: Double

  /// Change of book and hedge, dollars.
  public var netDollars: Double { (bookDollars + hedgeDollars).bounded }
}

/// Change from today's mark over a range of index levels at one horizon.
public struct PayoffPanel: Sendable, Hashable, Codable {
  /// Calendar days ahead.
  public var days: Int
  /// Whether the horizon is the book's expiration.
  public var isExpiration: Bool
  /// Index levels, ascending.
  public var spots: [Double]
  /// Change of the book, dollars, aligned with `spots`.
  public var book: [Double]
  /// Change of the hedge, dollars, aligned with `spots`.
  public var hedge: [Double]
}
