/// Everything the analytics read about markets, in date order, as typed columns.
///
/// The value is immutable input: a function of session t must use only `prefix(through: t)` or
/// look at no later row. Futures and options are grouped by session so that one day's look-up does
/// not depend on the length of the history.
public struct MarketHistory: Sendable, Equatable {
  /// S&P 500 sessions, ascending; they define the session axis.
  public var bars: [DailyBar] = []
  /// What the bars' volume is the volume of.
  public var volumeSource = VolumeSource.indexVendor
  /// VIX closes, ascending.
  public var vix: [DatedValue] = []
  /// VX settlements by session; each array ascending by expiration.
  public var futures: [CalendarDate: [FuturesSettlement]] = [:]
  /// VIX option quotes by session; each array in contract order.
  public var vixOptions: [CalendarDate: [OptionQuote]] = [:]
  /// SPX and SPXW option quotes by session; each array in contract order.
  public var indexOptions: [CalendarDate: [OptionQuote]] = [:]
  /// Advances and declines, ascending; empty when the site declares none.
  public var breadth: [BreadthCount] = []
  /// Inflation releases, ascending by release date.
  public var releases: [MacroRelease] = []
  /// Policy calendar, ascending; dates are public well in advance.
  public var policy: [PolicyEvent] = []
  /// Real effective exchange rate; empty when missing.
  public var realEffectiveExchangeRate: [DatedValue] = []
  /// The rate subtracted from in the rate differential, by default `DGS10`; `nil` when not declared.
  public var minuendRate: RateSeries?
  /// The rate subtracted in the rate differential; `nil` when not declared.
  public var subtrahendRate: RateSeries?
  /// Companies as they were known, ascending by known date; empty when the site declares none.
  public var fundamentals: [FundamentalRecord] = []
  /// Closes of a cap-weighted index or fund for the one-file rotation, ascending; may be empty.
  public var capWeightedIndex: [DatedValue] = []
  /// Closes of the equal-weighted index or fund of the same members, ascending; may be empty.
  public var equalWeightedIndex: [DatedValue] = []
  /// Worst provenance of each input group, as declared by the publisher.
  public var provenance = InputProvenance()

  /// Creates an empty history.
  public init() {}

  /// What was known at the close of `date`: later rows removed, later first prints blanked.
  ///
  /// Scheduled dates (policy meetings, releases) stay, because they are published in advance.
  /// Complexity: O(rows).
  public func prefix(through date: CalendarDate) -> MarketHistory {
    var known = self
    known.bars = bars.filter { $0.date <= date }
    known.vix = vix.filter { $0.known <= date }
    known.futures = futures.filter { $0.key <= date }
    known.vixOptions = vixOptions.filter { $0.key <= date }
    known.indexOptions = indexOptions.filter { $0.key <= date }
    known.breadth = breadth.filter { $0.date <= date }
    known.realEffectiveExchangeRate = realEffectiveExchangeRate.filter { $0.known <= date }
    known.minuendRate = minuendRate?.prefix(through: date)
    known.subtrahendRate = subtrahendRate?.prefix(through: date)
    known.fundamentals = fundamentals.filter { $0.known <= date }
    known.capWeightedIndex = capWeightedIndex.filter { $0.known <= date }
    known.equalWeightedIndex = equalWeightedIndex.filter { $0.known <= date }
    known.releases = releases.map { release in
      var release = release
      if release.releaseDate > date {
        release.actual = nil
        release.consensus = nil
      }
      return release
    }
    return known
  }
}

/// The provenance a publisher declares for each group of inputs.
public struct InputProvenance: Sendable, Equatable, Codable {
  /// Index bars.
  public var bars: Provenance = .quoted
  /// VIX closes.
  public var vix: Provenance = .quoted
  /// VX settlements.
  public var futures: Provenance = .quoted
  /// VIX option quotes.
  public var vixOptions: Provenance = .quoted
  /// SPX and SPXW option quotes.
  public var indexOptions: Provenance = .quoted
  /// Advances and declines.
  public var breadth: Provenance = .quoted

  /// Creates the default, in which every group is quoted.
  public init() {}
}
