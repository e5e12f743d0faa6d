import Quant

/// A plan without signals: hedge layers that stand, and how many condors are sold at which VIX.
///
/// The published variants of the method that are not the seed's, and the benchmarks, are of this
/// kind. They are shown for comparison; none of them is recommended.
public struct StandingPlan: Sendable, Hashable, Codable {
  /// Layers of the hedge, each with its own contract; empty for a plan without a hedge.
  public var layers: [StandingLayer]
  /// How many condors may be sold, by VIX, ascending; empty when VIX does not matter.
  public var gates: [BookGate]
  /// VIX from which the layers are held, points; `nil` when they always are.
  public var hedgeFromVIX: Double?
  /// Condors sold as a fraction of the book's own number.
  public var bookSize: Double
  /// Calendar days that a listed expiration may be away from the tenor asked for.
  public var tenorToleranceDays: Int
  /// Calendar days of the period over which carry is measured, at least 1.
  public var reviewDays: Int
  /// Commission per contract, dollars.
  public var commission: Double
  /// How exposures follow VIX.
  public var model: MarketModelParameters

  /// Creates a plan without layers and gates, on the whole book.
  public init() {
    layers = []
    gates = []
    hedgeFromVIX = nil
    bookSize = 1
    tenorToleranceDays = 0
    reviewDays = 14
    commission = 0
    model = MarketModelParameters()
  }
}

/// From a VIX level on, the fraction of the usual number of condors that may be sold.
public struct BookGate: Sendable, Hashable, Codable {
  /// VIX from which the gate holds, points.
  public var fromVIX: Double
  /// New condors as a fraction of the usual number; 0 is a pause, open ones stay.
  public var size: Double

  /// Creates a gate.
  public init(fromVIX: Double, size: Double) {
    self.fromVIX = fromVIX
    self.size = size
  }
}

/// One layer of a standing hedge: which contract, how many, and when it is replaced.
public struct StandingLayer: Sendable, Hashable, Codable {
  /// What is bought.
  public enum Instrument: String, Sendable, Codable, CaseIterable {
    /// A VIX call, priced on the VX future of its expiration.
    case vixCall = "vix-call"
    /// A put on the S&P 500.
    case indexPut = "spx-put"
  }

  /// How long until the contract expires when it is bought.
  public enum Tenor: Sendable, Hashable, Codable {
    /// Calendar days from the session.
    case days(Int)
    /// Calendar days after the nearest expiration of the book.
    case daysAfterBook(Int)
  }

  /// Which strike is bought; the nearest one listed is taken, the lower of two equally near.
  public enum StrikeRule: Sendable, Hashable, Codable {
    /// Absolute delta.
    case delta(Double)
    /// Points above the future.
    case pointsAboveFuture(Double)
    /// Fraction above spot VIX.
    case fractionAboveSpot(Double)
  }

  /// How many contracts are bought; fractions of a contract are dropped.
  public enum QuantityRule: Sendable, Hashable, Codable {
    /// Contracts for a number of condors, not 0; negative contracts are sold.
    ///
    /// The number is at most the greatest integer of its sign.
    case contracts(Int, perCondors: Int)
    /// A fraction of the hedge's gross notional, itself a fraction of SPX notional.
    case shareOfHedgeNotional(Double, hedgeNotional: Double)
    /// Premium as a fraction of net asset value.
    case premiumShareOfNAV(Double)
    /// Premium as a fraction of net asset value that depends on the VX future of the expiration.
    case premiumByFuture([AllocationStep])
  }

  /// What is bought.
  public var instrument: Instrument
  /// How far away it expires.
  public var tenor: Tenor
  /// At which strike.
  public var strike: StrikeRule
  /// How many.
  public var quantity: QuantityRule
  /// Calendar days to expiration at or below which it is replaced.
  public var rollDays: Int

  /// Creates a layer.
  public init(
    instrument: Instrument, tenor: Tenor, strike: StrikeRule, quantity: QuantityRule, rollDays: Int
  ) {
    self.instrument = instrument
    self.tenor = tenor
    self.strike = strike
    self.quantity = quantity
    self.rollDays = rollDays
  }
}

/// From a level of the future on, the premium spent at a roll.
public struct AllocationStep: Sendable, Hashable, Codable {
  /// VX future from which the step holds, points.
  public var fromFuture: Double
  /// Premium as a fraction of net asset value.
  public var share: Double

  /// Creates a step.
  public init(fromFuture: Double, share: Double) {
    self.fromFuture = fromFuture
    self.share = share
  }
}
