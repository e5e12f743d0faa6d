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

  /// SPX notional: short condors × 100 × spot, dollars.
  public var notionalDollars: Double { valuation.shortNotionalDollars }

  /// Whether every leg has a quote, so that the book has a value.
  public var isMarked: Bool { valuation.legs.allSatisfy { $0.mark != nil } }
}
