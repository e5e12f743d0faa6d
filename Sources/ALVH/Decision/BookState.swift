public import Quant

/// The short-premium book at a session's close.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct BookState: Sendable, Hashable, Codable {
  /// Date of the positions file that describes it.
  public var snapshot: CalendarDate
  /// Positions, marks, Greeks and time value.
  public var valuation: BookValuation
  /// The positions as recognised structures.
  public var structures: [RecognisedStructure]
  /// Profit and loss at expiration, one profile for each root and expiration.
  public var profiles: [PayoffProfile]
  /// Credit received at entry, dollars.
  public var creditDollars: Double
  /// Width of the put spread of the first recognised condor, index points.
  public var widthPoints: Double?
  /// Win rate at which that condor breaks even if every loss is the greatest: 1 − credit/width.
  public var breakEvenWinRate: Double?
  /// Open option positions on the index that the account holds outside this book.
  public var optionsOutside: Int

  /// SPX notional: short condors × 100 × spot, dollars.
  public var notionalDollars: Double { valuation.shortNotionalDollars }

  /// Net vega that a hedge is sized against, dollars per vol point.
  ///
  /// `nil` when it is not known: a leg has no volatility, or the account holds options on the index
  /// outside the book. Coverage of the part that could be valued is not coverage of the book
  /// (methodology 3.1: no leg is dropped; 4.2: coverage is over the vega of the book).
  public var hedgeableVegaDollarsPerVolPoint: Double? {
    optionsOutside == 0 ? valuation.vegaDollarsPerVolPoint : nil
  }
}
