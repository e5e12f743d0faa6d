public import Quant

/// What a standing profile does on one session, computed from what was known at its close.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct StandingDecision: Sendable, Hashable, Codable {
  /// The session.
  public var date: CalendarDate
  /// `id@version` of the profile.
  public var profile: String
  /// Spot VIX at the close, points; `nil` when missing.
  public var vix: Double?
  /// What the plan asks for today.
  public var action: StandingAction
  /// New condors as a fraction of the usual number; `nil` when no gate can be judged.
  public var bookSize: Double?
  /// Each layer of the plan.
  public var layers: [StandingLayerState]
  /// Orders of the day before, filled at today's close.
  public var fills: [StandingFill]
  /// Orders of the day before that could not be filled for want of a quote.
  public var unfilled: [StandingOrder]
  /// Orders decided today, to be filled at the next close.
  public var orders: [StandingOrder]
  /// Whether every contract held has a usable quote; the sums below leave out those without one.
  public var isFullyPriced: Bool
  /// Exposure of the VIX calls to spot VIX, dollars per VIX point (methodology 4.2).
  public var dollarsPerVIXPoint: Double
  /// Vega of index puts, dollars per SPX vol point; a unit of its own.
  public var indexVegaDollarsPerVolPoint: Double
  /// VIX exposure and index vega over the book's short vega.
  ///
  /// `nil` without short vega, and when a contract held has no usable quote.
  public var coverage: Double?
  /// Gross VIX notional over SPX notional; `nil` without a book.
  public var notionalFraction: Double?
  /// Midpoint value of the holdings, dollars; negative for sold ones.
  public var valueDollars: Double
  /// Paid less received since the first purchase, commissions included, dollars.
  public var spentDollars: Double
  /// Change of value over the review period on an unchanged curve, dollars per calendar day.
  public var carryDollarsPerDay: Double
  /// Worst provenance of the prices behind the holdings.
  public var priceProvenance: Provenance
}

/// What a standing plan does on a session.
public enum StandingAction: String, Sendable, Codable, CaseIterable {
  /// Nothing is held and nothing is wanted.
  case none
  /// Something is wanted, but no listed contract fits.
  case unavailable
  /// Buys its layers, or those that are missing.
  case open
  /// Replaces a contract by a later one.
  case roll
  /// Keeps what it has.
  case hold
  /// Sells what it has.
  case close
}

/// One layer of a standing plan on a session.
public struct StandingLayerState: Sendable, Hashable, Codable {
  /// Why a layer that is wanted cannot be bought.
  public enum Obstacle: Sendable, Hashable, Codable {
    /// No listed expiration is near enough; the nearest is named.
    case noExpiration(nearest: CalendarDate?)
    /// The expiration, or the contract held, has no usable quote.
    case noQuote(CalendarDate)
    /// The size comes to less than one contract.
    case lessThanOneContract
    /// VIX, its future or the book is missing, so that the size cannot be told.
    case missingInput
  }

  /// The contract held at the close; `nil` when none is.
  public var contract: OptionContract?
  /// Contracts held; negative when sold.
  public var quantity: Int
  /// Calendar days to expiration of the contract held.
  public var days: Int?
  /// Delta of one contract held, per point of its own underlying.
  public var delta: Double?
  /// Exposure of the holding: dollars per VIX point of a VIX call, nothing for an index put.
  public var dollarsPerVIXPoint: Double
  /// Midpoint of the contract held, points.
  public var mark: Double?
  /// Why the layer stays empty or has no value; `nil` when it is held and priced, or not wanted.
  public var obstacle: Obstacle?
}

/// An order of a standing plan.
public struct StandingOrder: Sendable, Hashable, Codable {
  /// Layer, counted from 1.
  public var layer: Int
  /// The contract.
  public var contract: OptionContract
  /// Contracts to buy (positive) or sell (negative).
  public var quantity: Int
}

/// An order that was filled.
public struct StandingFill: Sendable, Hashable, Codable {
  /// The order.
  public var order: StandingOrder
  /// Price per unit, points: the ask for a purchase, the bid for a sale.
  public var price: Double
  /// Commission, dollars.
  public var commissionDollars: Double
}
