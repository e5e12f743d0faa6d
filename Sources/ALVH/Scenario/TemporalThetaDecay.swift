public import Quant

/// What one contract line of a hedge loses over some days when nothing changes (methodology 4.6).
///
/// Dollars for the whole holding, negative for a loss. Modelled.
///
/// A figure beyond the range of a double is the greatest finite number of its sign.
public struct DecayComponents: Sendable, Hashable, Codable {
  /// Time alone: future and volatility as today.
  public var pureThetaDollars: Double
  /// Delta of today times the move of the future down (or up) the unchanged curve.
  public var rollDownDollars: Double
  /// What the two leave of the total: convexity, and volatility at the new moneyness and tenor.
  public var remainderDollars: Double

  /// The whole decay, dollars: the sum of the parts.
  public var totalDollars: Double {
    ((pureThetaDollars + rollDownDollars).bounded + remainderDollars).bounded
  }

  /// No decay.
  public static let zero = DecayComponents(
    pureThetaDollars: 0, rollDownDollars: 0, remainderDollars: 0)

  /// Creates components.
  public init(pureThetaDollars: Double, rollDownDollars: Double, remainderDollars: Double) {
    self.pureThetaDollars = pureThetaDollars
    self.rollDownDollars = rollDownDollars
    self.remainderDollars = remainderDollars
  }

  /// The decay of two holdings.
  public static func + (lhs: DecayComponents, rhs: DecayComponents) -> DecayComponents {
    DecayComponents(
      pureThetaDollars: (lhs.pureThetaDollars + rhs.pureThetaDollars).bounded,
      rollDownDollars: (lhs.rollDownDollars + rhs.rollDownDollars).bounded,
      remainderDollars: (lhs.remainderDollars + rhs.remainderDollars).bounded)
  }
}

/// Static decay of a hedge and how it compares with what the book earns (methodology 4.6).
///
/// "Temporal Theta" is the seed's name, not a standard term, and finds no top of a market: it is the
/// value after `days` on the unchanged curve less the value today.
public struct TemporalThetaDecay: Sendable, Hashable, Codable {
  /// Calendar days, above 0.
  public let days: Int
  /// The decay in dollars and its parts.
  public let components: DecayComponents
  /// Market value of the options today, dollars; 0 for futures alone.
  public let premiumDollars: Double
  /// Part of the decay that options cause, dollars.
  public let optionDecayDollars: Double
  /// Net asset value, dollars.
  public let navDollars: Double
  /// What the book earns over the same days at today's theta, dollars.
  public let bookThetaDollars: Double
  /// Options that could not be valued, and are left out.
  public let unpriced: [OptionContract]
  /// Expirations outside the VIX curve, for which no roll-down is counted.
  public let withoutRollDown: [CalendarDate]

  /// Decay per calendar day, dollars.
  public var dollarsPerDay: Double { components.totalDollars / Double(days) }

  /// Decay of the options over their value today, as a fraction.
  ///
  /// Futures cost no premium and are not counted. `nil` without options of positive value.
  public var fractionOfPremium: Double? {
    guard premiumDollars > 0 else { return nil }
    let fraction = optionDecayDollars / premiumDollars
    return fraction.isFinite ? fraction : nil
  }

  /// Decay over net asset value, in basis points (1 bp = 0.01 %).
  public var basisPointsOfNAV: Double {
    (components.totalDollars / navDollars * 10_000).bounded
  }

  /// The hedge's loss over the book's gain, both over `days`; above 1 the hedge bleeds faster.
  ///
  /// `nil` when the hedge gains from time (as in backwardation) or the book does not earn: a ratio
  /// of those would read as pressure where there is none.
  public var pressRatio: Double? {
    guard components.totalDollars <= 0, bookThetaDollars > 0 else { return nil }
    let ratio = -components.totalDollars / bookThetaDollars
    return ratio.isFinite ? ratio : nil
  }

  /// Measures a hedge.
  ///
  /// - Parameters:
  ///   - hedge: the hedge; an empty one decays by 0.
  ///   - days: calendar days ahead, above 0; the review horizon is 14.
  ///   - market: the market today.
  ///   - bookThetaDollarsPerDay: the book's theta, dollars per calendar day, positive when it earns.
  ///   - navDollars: net asset value, positive.
  public init(
    _ hedge: VolatilityHedge, days: Int, market: ScenarioMarket, bookThetaDollarsPerDay: Double,
    navDollars: Double
  ) {
    precondition(days > 0, "decay is measured over days ahead")
    precondition(navDollars > 0 && navDollars.isFinite, "net asset value must be positive")
    let options = HedgeScenario(VolatilityHedge(options: hedge.options), market: market)
    let futures = HedgeScenario(
      VolatilityHedge(options: [], futures: hedge.futures), market: market)
    let optionDecay = options.decay(afterDays: days)
    self.days = days
    components = optionDecay + futures.decay(afterDays: days)
    premiumDollars = options.todayDollars
    optionDecayDollars = optionDecay.totalDollars
    self.navDollars = navDollars
    bookThetaDollars = (bookThetaDollarsPerDay * Double(days)).bounded
    unpriced = options.unpriced
    withoutRollDown = Set(options.withoutRollDown + futures.withoutRollDown).sorted()
  }
}
