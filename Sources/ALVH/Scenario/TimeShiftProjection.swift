public import Quant

/// One row of a projection: results are changes from today, in dollars.
public struct TimeShiftRow: Sendable, Hashable, Codable {
  /// The cell: z, weight, index and VIX.
  public let cell: TimeShiftCell
  /// Change of the book, dollars.
  public let bookDollars: Double
  /// Change of the hedge, dollars.
  public let hedgeDollars: Double
  /// Raw vega of the book there, dollars per SPX vol point.
  public let bookVegaDollarsPerVolPoint: Double
  /// Exposure of the hedge there, dollars per VIX point.
  public let hedgeVegaDollarsPerVIXPoint: Double

  /// Change of book and hedge, dollars.
  public var netDollars: Double { (bookDollars + hedgeDollars).bounded }

  /// Book's vega and hedge's exposure together, read as dollars per point of volatility.
  ///
  /// The one sum of these two units that methodology 2.4 and 4.2 allow.
  public var netVegaDollarsPerPoint: Double {
    (bookVegaDollarsPerVolPoint + hedgeVegaDollarsPerVIXPoint).bounded
  }
}

/// Book, hedge and both some days ahead over a grid of index moves (methodology 4.5).
///
/// A scenario grid, not a forecast: every number in it is modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct TimeShiftProjection: Sendable, Hashable, Codable {
  /// The session it starts from.
  public let date: CalendarDate
  /// The grid, with the volatility it rests on.
  public let grid: TimeShiftGrid
  /// How VIX answers the index, estimated or assumed.
  public let response: VIXResponse
  /// One row per cell of the grid, ascending by z.
  public let rows: [TimeShiftRow]
  /// Index levels inside the grid at which book and hedge together neither gain nor lose from today,
  /// ascending, points.
  ///
  /// Found by scanning in steps of 1/16 standard deviation; two that lie closer are not found.
  public let breakEvens: [Double]
  /// The check at the book's lower break-even; `nil` for a book without one.
  public let convexity: ConvexPayoffCheck?
  /// Contracts that could not be valued and are left out of every number.
  public let unpriced: [OptionContract]
  /// Expirations of hedges outside the VIX curve, for which no roll-down is counted.
  public let withoutRollDown: [CalendarDate]

  /// Every number of a projection is modelled.
  public var provenance: Provenance { .modelled }

  /// The row with the smallest net result; the lowest z of equal ones.
  public var worst: TimeShiftRow? { rows.min { $0.netDollars < $1.netDollars } }

  /// Projects one horizon.
  ///
  /// Complexity: O(legs · samples).
  ///
  /// - Parameters:
  ///   - horizonDays: calendar days ahead, above 0.
  ///   - book: the prepared book.
  ///   - hedge: the prepared hedge.
  ///   - market: the market both were prepared with.
  ///   - breakEven: the book's lower break-even, for the check of convexity.
  public init(
    horizonDays: Int, book: BookScenario, hedge: HedgeScenario, market: ScenarioMarket,
    breakEven: LowerBreakEven?
  ) {
    let grid = TimeShiftGrid(horizonDays: horizonDays, market: market)
    date = market.index.date
    self.grid = grid
    response = market.response
    rows = grid.cells.map { cell in
      TimeShiftRow(
        cell: cell, bookDollars: book.changeDollars(in: cell.scenario),
        hedgeDollars: hedge.changeDollars(in: cell.scenario),
        bookVegaDollarsPerVolPoint: book.vegaDollarsPerVolPoint(in: cell.scenario),
        hedgeVegaDollarsPerVIXPoint: hedge.vegaDollarsPerVIXPoint(in: cell.scenario))
    }
    breakEvens = RootScan.zeros(from: -3, through: 3, samples: 96) { z in
      let scenario = market.scenario(spot: grid.spot(z: z), daysForward: horizonDays)
      return book.changeDollars(in: scenario) + hedge.changeDollars(in: scenario)
    }
    .map { grid.spot(z: $0) }
    convexity = breakEven.map {
      ConvexPayoffCheck(
        breakEven: $0, horizonDays: horizonDays, book: book, hedge: hedge, market: market)
    }
    unpriced = (book.unpriced + hedge.unpriced).sorted()
    withoutRollDown = hedge.withoutRollDown
  }

  /// The projections of the report: 7, 10 and 14 calendar days ahead.
  ///
  /// - Parameters:
  ///   - positions: the book, in any order.
  ///   - volatilities: own implied volatilities of its legs, per √year.
  ///   - hedge: the hedge; ``VolatilityHedge/none`` for none.
  ///   - market: the market today.
  /// - Returns: three projections, nearest first.
  public static func report(
    positions: [Position], volatilities: [OptionContract: Double], hedge: VolatilityHedge,
    market: ScenarioMarket
  ) -> [TimeShiftProjection] {
    let book = BookScenario(positions: positions, volatilities: volatilities, market: market)
    let hedge = HedgeScenario(hedge, market: market)
    let breakEven = LowerBreakEven.nearest(
      in: PayoffProfile.perSeries(positions), spot: market.index.spot)
    return TimeShiftGrid.horizons.map {
      TimeShiftProjection(
        horizonDays: $0, book: book, hedge: hedge, market: market, breakEven: breakEven)
    }
  }
}
