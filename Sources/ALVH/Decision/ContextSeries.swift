public import Quant

/// What the engine knows beside the sessions: schedules, macro series, and what a site declares.
///
/// Scheduled dates are public in advance. Values carry the date they became known, and a session
/// reads only those known by its close, so that later rows may be there already.
public struct ContextSeries: Sendable, Equatable {
  /// Policy calendar, ascending.
  public var policy: [PolicyEvent]
  /// Inflation releases, ascending by release date.
  public var releases: [MacroRelease]
  /// Real effective exchange rate, ascending.
  public var realEffectiveExchangeRate: [DatedValue]
  /// Whether the site declares an exchange rate, present or not.
  public var declaresExchangeRate: Bool
  /// Whether the site declares VX settlements.
  public var declaresFutures: Bool
  /// Whether the site declares advances and declines.
  public var declaresBreadth: Bool
  /// Worst provenance of each group of inputs.
  public var provenance: InputProvenance

  /// Creates a context without series.
  public init() {
    policy = []
    releases = []
    realEffectiveExchangeRate = []
    declaresExchangeRate = false
    declaresFutures = false
    declaresBreadth = false
    provenance = InputProvenance()
  }

  /// The context of a history; what it holds counts as declared.
  public init(_ history: MarketHistory, declaresExchangeRate: Bool) {
    policy = history.policy
    releases = history.releases
    realEffectiveExchangeRate = history.realEffectiveExchangeRate
    self.declaresExchangeRate = declaresExchangeRate
    declaresFutures = !history.futures.isEmpty
    declaresBreadth = !history.breadth.isEmpty
    provenance = history.provenance
  }

  /// The dashboard's row of the exchange rate at a date.
  func exchangeRateRow(at date: CalendarDate) -> DashboardRow {
    let newest = realEffectiveExchangeRate.newestKnown(2, at: date)
    return DashboardRow(
      quantity: .exchangeRate, latest: newest.first?.value,
      previous: newest.count == 2 ? newest[1].value : nil,
      percentile: nil, provenance: .quoted, lastKnown: nil)
  }
}
