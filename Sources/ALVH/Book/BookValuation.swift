public import Quant

/// A book marked to market, with the sensitivities of every leg and of the whole.
///
/// Methodology 3.3 and 3.4. A sum is the book's or it is missing: it is `nil` when one of its legs has
/// no value, because the rest of a spread says nothing of the spread. `incompleteLegs` name those legs.
/// A book without legs is complete, and its sums are zero. A figure beyond the range of a double is the
/// greatest finite number of its sign.
public struct BookValuation: Sendable, Hashable, Codable {
  /// The session.
  public var date: CalendarDate
  /// Index level, points.
  public var spot: Double
  /// One valuation per net leg, in contract order.
  public var legs: [LegValuation]
  /// Sum of the legs' sensitivities; `nil` when a leg has none.
  public var sensitivities: LegSensitivities?
  /// Market value, dollars: the cost of closing at midpoints, negative for a short book; `nil` when a
  /// leg has no mark.
  public var markDollars: Double?
  /// Profit or loss since entry at midpoints, dollars; `nil` when a leg has no mark.
  public var unrealisedDollars: Double?
  /// SPX notional of the short structures, dollars.
  ///
  /// Per series the greater of short puts and short calls, times 100 and spot, so that a condor
  /// counts once (an interpretation; methodology 4.1).
  public var shortNotionalDollars: Double
  /// Net time value by strike, by series, strike and right; legs without a mark are missing.
  public var timeValues: [StrikeTimeValue]

  /// Values a book after the close of a session.
  ///
  /// - Parameters:
  ///   - positions: the holdings, in any order; VIX options are listed but not valued.
  ///   - quotes: the session's index-option quotes, in any order; of several for one contract the
  ///     last is used.
  ///   - market: spot, rate, dividend yield and forwards.
  public init(positions: [Position], quotes: [OptionQuote], market: BookMarket) {
    let netted = BookLeg.net(positions)
    let held = Set(netted.map(\.contract))
    var quoted: [OptionContract: OptionQuote] = [:]
    for quote in quotes where held.contains(quote.contract) { quoted[quote.contract] = quote }
    self.init(legs: netted, market: market) { quoted[$0] }
  }

  /// Values netted legs, in contract order, with the quotes that a look-up finds.
  init(legs netted: [BookLeg], market: BookMarket, quote: (OptionContract) -> OptionQuote?) {
    date = market.date
    spot = market.spot
    // Legs are in contract order, so those of one series follow each other and share its terms.
    var series: OptionSeries?
    var terms: SeriesTerms?
    legs = netted.map { leg in
      if leg.contract.series != series {
        series = leg.contract.series
        terms = leg.contract.root == .vix ? nil : SeriesTerms(leg.contract.series, in: market)
      }
      return LegValuation(leg, quote: quote(leg.contract), market: market, terms: terms)
    }
    sensitivities = Self.values(of: legs, \.sensitivities)?.reduce(.zero, +)
    markDollars = Self.values(of: legs, \.markDollars)?.boundedSum { $0 }
    unrealisedDollars = Self.values(of: legs, \.unrealisedDollars)?.boundedSum { $0 }
    shortNotionalDollars = Self.shortNotional(netted, spot: market.spot)
    timeValues = legs.compactMap(StrikeTimeValue.init)
  }

  /// Whether every leg has a mark, a volatility and sensitivities.
  public var isComplete: Bool { legs.allSatisfy { $0.issue == nil } }

  /// The legs that could not be valued, in contract order.
  public var incompleteLegs: [LegValuation] { legs.filter { $0.issue != nil } }

  /// Net vega, dollars per vol point: a parallel shift of every leg's volatility; `nil` when a leg has
  /// no volatility.
  public var vegaDollarsPerVolPoint: Double? { sensitivities?.vegaDollarsPerVolPoint }

  /// Net vega, dollars per point of the 30-day volatility level; `nil` when a leg has no volatility.
  public var vega30DayDollarsPerVolPoint: Double? { sensitivities?.vega30DayDollarsPerVolPoint }

  /// Net delta times spot, dollars: the index holding with the same first-order exposure; `nil` when
  /// a leg has no volatility.
  public var deltaDollars: Double? {
    sensitivities.map { ($0.deltaDollarsPerPoint * spot).bounded }
  }

  /// Net time value over the forward's intrinsic value, dollars; negative for a short book.
  ///
  /// `nil` when a leg has none: it has no quote, has settled or is not an index option.
  public var timeValueForwardDollars: Double? {
    guard legs.allSatisfy({ $0.timeValueForward != nil }) else { return nil }
    return timeValues.boundedSum(\.timeValueForwardDollars)
  }

  /// The legs' own volatilities, for repricing; legs with an issue are missing.
  public var impliedVolatilities: [OptionContract: Double] {
    var volatilities: [OptionContract: Double] = [:]
    for leg in legs { volatilities[leg.leg.contract] = leg.impliedVolatility }
    return volatilities
  }

  /// A value of every leg; `nil` when one of them has none.
  private static func values<Value>(
    of legs: [LegValuation], _ value: (LegValuation) -> Value?
  ) -> [Value]? {
    let values = legs.compactMap(value)
    return values.count == legs.count ? values : nil
  }

  private static func shortNotional(_ legs: [BookLeg], spot: Double) -> Double {
    // Legs are in contract order, so those of one series follow each other.
    // Wide enough for the sum of any quantities.
    var contracts: Int128 = 0
    var puts: Int128 = 0
    var calls: Int128 = 0
    var current: OptionSeries?
    for leg in legs where leg.quantity < 0 && leg.contract.root != .vix {
      if leg.contract.series != current {
        contracts += max(puts, calls)
        puts = 0
        calls = 0
        current = leg.contract.series
      }
      if leg.contract.right == .put {
        puts -= Int128(leg.quantity)
      } else {
        calls -= Int128(leg.quantity)
      }
    }
    contracts += max(puts, calls)
    return (Double(contracts) * OptionRoot.spx.multiplier * spot).bounded
  }
}
