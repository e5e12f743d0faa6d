/// A hard cap of the sizing problem (methodology 4.4).
public enum SizingCap: String, Sendable, Codable, CaseIterable {
  /// Drag against the limit on net asset value.
  case drag
  /// Gross VIX notional against the band's upper end.
  case notional
  /// Coverage against the band's upper end.
  case coverage
  /// The number of contracts; relaxing it means twice as many.
  case contracts
}

/// What the hedge should cover and what it may cost (methodology 4.4).
///
/// Fractions are of one (0.0015 = 0.15 %). `bookNotionalDollars` and `navDollars` must be positive
/// and `maxContracts` must not be negative.
public struct SizingProblem: Sendable, Hashable, Codable {
  /// Raw vega of the book, dollars per SPX vol point; negative for a short-premium book.
  public var bookVegaDollarsPerVolPoint: Double
  /// SPX notional of the book, dollars.
  public var bookNotionalDollars: Double
  /// Net asset value, dollars.
  public var navDollars: Double
  /// Least coverage wanted, as a fraction of the book's short vega (soft).
  public var coverageMin: Double
  /// Greatest coverage allowed (hard).
  public var coverageMax: Double
  /// Least gross VIX notional wanted, as a fraction of SPX notional (soft).
  public var notionalMin: Double
  /// Greatest gross VIX notional allowed (hard).
  public var notionalMax: Double
  /// Greatest drag allowed, as a fraction of net asset value (hard).
  public var dragLimit: Double
  /// Greatest number of contracts (hard); more than ``HedgeSizing/greatestContracts`` count as that.
  public var maxContracts: Int
  /// What may be bought; at most two of them are used.
  public var candidates: [HedgeCandidate]

  /// Creates a problem.
  public init(
    bookVegaDollarsPerVolPoint: Double, bookNotionalDollars: Double, navDollars: Double,
    coverageMin: Double, coverageMax: Double, notionalMin: Double, notionalMax: Double,
    dragLimit: Double, maxContracts: Int = 40, candidates: [HedgeCandidate]
  ) {
    self.bookVegaDollarsPerVolPoint = bookVegaDollarsPerVolPoint
    self.bookNotionalDollars = bookNotionalDollars
    self.navDollars = navDollars
    self.coverageMin = coverageMin
    self.coverageMax = coverageMax
    self.notionalMin = notionalMin
    self.notionalMax = notionalMax
    self.dragLimit = dragLimit
    self.maxContracts = maxContracts
    self.candidates = candidates
  }

  /// The middle of the coverage band, preferred among otherwise equal hedges.
  public var coverageMiddle: Double { (coverageMin + coverageMax) / 2 }
}
