public import Quant

/// What the book, the hedge and both would be worth in scenarios; every value is modelled.
///
/// The values are those of ``BookScenario`` and ``HedgeScenario`` at the states of the market named
/// here (methodology 4.5). Changes are measured from today's midpoint for a leg with an implied
/// volatility of its own and from today's price at the surface for one without. A value beyond the
/// range of a double is the greatest finite number of its sign.
public struct ScenarioState: Sendable, Hashable, Codable {
  /// Along the usual response of VIX to the index: one row for each index move.
  public var path: [ScenarioRow]
  /// VIX shocks of the columns of `shocks`, points.
  public var vixShocks: [Double]
  /// Net result for index moves (rows, as in `path`) against VIX shocks (columns), dollars.
  public var shocks: [[Double]]
  /// Pay-off panels: today, +7, +14 days and expiration.
  public var panels: [PayoffPanel]
  /// Whether index options move along a surface of the session's quotes (sticky moneyness).
  ///
  /// Without one each keeps its own volatility, shifted with VIX.
  public var usesSurface: Bool
  /// Book legs without a volatility of their own, in contract order, with what stands in for it.
  public var withoutVolatility: [ScenarioLeg]
  /// Hedge contracts that could not be valued, in contract order; the hedge's sums leave them out.
  public var unpricedHedge: [OptionContract]
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
  /// Whether the horizon is the first expiration of the book's unsettled legs.
  public var isExpiration: Bool
  /// Index levels, ascending.
  public var spots: [Double]
  /// Change of the book, dollars, aligned with `spots`.
  public var book: [Double]
  /// Change of the hedge, dollars, aligned with `spots`.
  public var hedge: [Double]
}
