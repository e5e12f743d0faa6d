public import Quant

/// What does not fit together in one session's option quotes: put–call parity at each strike and
/// the order of prices in time (methodology 2.2 and 2.8).
///
/// Nothing is repaired or left out because of it. Both checks allow for bid and ask: what is listed
/// could be traded at the quotes, so it is a stale or wrong quote, a wrong forward or rate, or, least
/// likely, money.
public struct ChainReport: Sendable, Hashable, Codable {
  /// The session.
  public let date: CalendarDate
  /// The series that were checked, by class and expiration.
  public let series: [ChainSeries]
  /// The series that could not be checked, by class and expiration.
  public let unassessed: [UnassessedChainSeries]
  /// Strikes off put–call parity by more than their half-spreads, by class, expiration and strike.
  ///
  /// Series whose discount factor is extrapolated are not judged.
  public let parityViolations: [ChainParityViolation]
  /// Strikes at which the nearer expiration's bid is above the farther one's ask, both for the same
  /// ratio of strike to forward; by expiration and strike.
  public let calendarViolations: [ChainCalendarViolation]

  /// Checks the quotes of one session.
  ///
  /// Complexity: O(n log n) in the number of quotes.
  ///
  /// - Parameters:
  ///   - quotes: option quotes in any order; those of other dates are not looked at. Classes are
  ///     not pooled for parity, because they settle at different times.
  ///   - date: the session.
  ///   - minute: the minute of the quotes, New York; a series without time left is not assessed.
  ///   - rate: continuously compounded per year, decimal; `nil` to imply discount factors from the
  ///     quotes.
  ///   - calendar: knows the early closes.
  /// - Throws: ``Quant/SeriesError/parameterOutOfRange(name:)`` when `rate` is not finite.
  public init(
    of quotes: [OptionQuote], on date: CalendarDate, minute: Int = 960, rate: Double? = nil,
    calendar: ExchangeCalendar = .nyse
  ) throws(SeriesError) {
    guard rate?.isFinite ?? true else { throw .parameterOutOfRange(name: "rate") }
    var chains = ChainSeriesQuotes.grouped(quotes, on: date)
    var series: [ChainSeries] = []
    var unassessed: [UnassessedChainSeries] = []
    var indexDiscounts = ChainDiscounts(rate: rate, isVolatilityIndex: false)
    var volatilityDiscounts = ChainDiscounts(rate: rate, isVolatilityIndex: true)
    for index in chains.indices {
      let result =
        chains[index].root == .vix
        ? chains[index].assess(
          on: date, minute: minute, discounts: &volatilityDiscounts, calendar: calendar)
        : chains[index].assess(
          on: date, minute: minute, discounts: &indexDiscounts, calendar: calendar)
      switch result {
      case .success(let assessed): series.append(assessed)
      case .failure(let reason): unassessed.append(chains[index].unassessed(reason))
      }
    }
    self.date = date
    self.series = series.sorted()
    self.unassessed = unassessed.sorted {
      ($0.root.rawValue, $0.expiration) < ($1.root.rawValue, $1.expiration)
    }
    var parity: [ChainParityViolation] = []
    for chain in chains { parity += try chain.parityViolations() }
    parityViolations = parity.sorted()
    calendarViolations = ChainCalendarCheck.violations(chains)
  }
}

/// The forward of one series as its quotes imply it.
public struct ChainSeries: Sendable, Hashable, Codable {
  /// Where a discount factor comes from.
  public enum DiscountSource: String, Sendable, Hashable, Codable, CaseIterable {
    /// From the rate the caller gave.
    case given
    /// From the slope of call minus put on the strike.
    case implied
    /// From the rate that a nearer series of the chain implied, because this one's slope is of no
    /// use.
    case extrapolated
  }

  /// The option class.
  public let root: OptionRoot
  /// The expiration date.
  public let expiration: CalendarDate
  /// Time to settlement, years.
  public let years: Double
  /// The forward, or for VIX options the future, that parity implies, index points: the median over
  /// the strikes within 3 % of the one where call and put cost the same, at least the nearest five.
  public let forward: Double
  /// Discount factor to settlement.
  public let discount: Double
  /// Where the discount factor comes from.
  public let discountSource: DiscountSource
  /// The number of strikes with two-sided quotes of call and put.
  public let pairCount: Int
}

extension ChainSeries: Comparable {
  /// Orders by class, then expiration.
  public static func < (lhs: ChainSeries, rhs: ChainSeries) -> Bool {
    (lhs.root.rawValue, lhs.expiration) < (rhs.root.rawValue, rhs.expiration)
  }
}

/// A series that could not be checked.
public struct UnassessedChainSeries: Sendable, Hashable, Codable {
  /// Why a series could not be checked.
  public enum Reason: String, Error, Sendable, Hashable, Codable, CaseIterable {
    /// It had settled at the time of the quotes.
    case expired
    /// No strike has two-sided quotes of call and put.
    case noPairs = "no-pairs"
    /// Neither a rate nor quotes that imply a discount factor.
    case noDiscount = "no-discount"
  }

  /// The option class.
  public let root: OptionRoot
  /// The expiration date.
  public let expiration: CalendarDate
  /// Why it could not be checked.
  public let reason: Reason
}

/// A strike at which call and put are off parity by more than the spreads.
public struct ChainParityViolation: Sendable, Hashable, Codable {
  /// The option class.
  public let root: OptionRoot
  /// The expiration date.
  public let expiration: CalendarDate
  /// Strike, residual and half-spread in index points.
  public let residual: ParityResidual

  /// How far the residual is beyond the half-spreads, index points, above 0.
  public var excess: Double { abs(residual.residual) - residual.halfSpread }
}

extension ChainParityViolation: Comparable {
  /// Orders by class, expiration and strike.
  public static func < (lhs: ChainParityViolation, rhs: ChainParityViolation) -> Bool {
    (lhs.root.rawValue, lhs.expiration, lhs.residual.strike)
      < (rhs.root.rawValue, rhs.expiration, rhs.residual.strike)
  }
}

/// A strike at which an option of the nearer expiration is bid above what the farther one is offered
/// at, both divided by discount factor and forward.
///
/// At one ratio k of strike to forward the divided price rises with time when there is no arbitrage
/// (equivalently total variance does). The farther price at k is bounded by the line between the
/// asks of the listed strikes around it, because prices are convex in the strike.
public struct ChainCalendarViolation: Sendable, Hashable, Codable {
  /// The nearer option, out of the money.
  public let near: OptionContract
  /// The farther expiration's class.
  public let farRoot: OptionRoot
  /// The farther expiration.
  public let farExpiration: CalendarDate
  /// The strike of the farther expiration at the same ratio to its forward, which need not be listed.
  public let farStrike: Double
  /// The nearer bid, index points.
  public let nearBid: Double
  /// The bound of the farther ask, scaled to the nearer discount factor and forward, index points.
  public let farAsk: Double
  /// Total variance σ²T at the nearer bid; `nil` when it implies no volatility.
  public let nearTotalVariance: Double?
  /// Total variance σ²T at the bound of the farther ask; `nil` when it implies no volatility.
  public let farTotalVariance: Double?

  /// How far the bid is above the ask, index points, above 0.
  public var excess: Double { nearBid - farAsk }
}
