public import Quant

/// A hedge contract held by the method's paper account, with the layer it was bought for.
public struct HedgePosition: Sendable, Hashable, Codable {
  /// The VIX call.
  public var contract: OptionContract
  /// Contracts held, above zero.
  public var quantity: Int
  /// Layer it was bought for, 1…3.
  public var layer: Int
  /// Price paid, VIX points.
  public var entryPrice: Double
  /// Session it was bought on.
  public var entryDate: CalendarDate
}

/// A change of the hedge decided at a close and filled at the next session's close.
public struct HedgeOrder: Sendable, Hashable, Codable {
  /// The VIX call.
  public var contract: OptionContract
  /// Contracts to buy (positive) or sell (negative).
  public var quantity: Int
  /// Layer the contracts belong to, 1…3.
  public var layer: Int
}

/// An order that was filled.
public struct HedgeFill: Sendable, Hashable, Codable {
  /// The order.
  public var order: HedgeOrder
  /// Price per unit, VIX points: the ask for a purchase, the bid for a sale.
  public var price: Double
  /// Commission, dollars.
  public var commissionDollars: Double
}

/// A held hedge contract valued at a session's close.
public struct HedgeLine: Sendable, Hashable, Codable {
  /// The holding.
  public var position: HedgePosition
  /// Calendar days to expiration.
  public var days: Int
  /// Settlement of the VX future with the same expiration, VIX points.
  public var future: Double
  /// Midpoint of the quote, VIX points.
  public var mark: Double
  /// Bid, VIX points.
  public var bid: Double
  /// Implied volatility of the VIX future at the midpoint, per √year.
  public var impliedVolatility: Double
  /// Delta with respect to the future.
  public var delta: Double
  /// β: VIX-future points per VIX point at this tenor.
  public var beta: Double
  /// β when VIX jumps by more than two points, from the methodology's table.
  public var spikeBeta: Double
  /// Dollars per VIX point for the whole holding.
  public var dollarsPerVIXPoint: Double
  /// Dollars per calendar day if nothing changes: (value after the review period − mark) / days.
  public var carryDollarsPerDay: Double
  /// First session on which the roll rule can fire.
  public var rollFrom: CalendarDate
}

/// The hedge as a whole at a session's close.
public struct HedgeState: Sendable, Hashable, Codable {
  /// Holdings, by layer and contract.
  public var lines: [HedgeLine]
  /// Holdings that could not be valued because the session has no quote for them.
  public var unpriced: [HedgePosition]
  /// Sum of contracts.
  public var contracts: Int
  /// Sum of dollars per VIX point over `lines`.
  public var dollarsPerVIXPoint: Double
  /// The same with the β measured in VIX jumps.
  public var spikeDollarsPerVIXPoint: Double
  /// Dollars per VIX point after VIX has risen by 5 and by 10 points.
  public var dollarsPerVIXPointAfterRise: [RisenExposure]
  /// Share of the book's short vega that is covered; `nil` without short vega, and when the
  /// book's vega is not known or a holding could not be valued.
  public var coverage: Double?
  /// Gross VIX notional over SPX notional; `nil` without a book or when a holding could not
  /// be valued.
  public var notionalFraction: Double?
  /// Midpoint value of `lines`, dollars.
  public var valueDollars: Double
}

/// Hedge exposure after a rise of VIX; shows convexity.
public struct RisenExposure: Sendable, Hashable, Codable {
  /// Rise of spot VIX, points.
  public var rise: Double
  /// Dollars per VIX point there.
  public var dollarsPerVIXPoint: Double
}
