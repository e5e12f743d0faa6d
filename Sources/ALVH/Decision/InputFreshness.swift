import Quant

/// When each input last had a value, so that a page can say what is missing or stale, and how old.
///
/// An input of every session is stale on the first session without it; the method's prices (VIX, VX
/// settlements, both option chains) are missing while they have had no value, declared or not. Series that come monthly have
/// limits: an exchange rate 100 days after its month (`MacroContextReader`), inflation 45 days after
/// its last release, the policy calendar when it names no day ahead.
struct InputFreshness {
  /// Days after which the next inflation release is overdue: they come monthly.
  static let releaseDays = 45

  private var vix: CalendarDate?
  private var futures: CalendarDate?
  private var vixOptions: CalendarDate?
  private var indexOptions: CalendarDate?
  private var breadth: CalendarDate?

  /// Remembers what a session has.
  mutating func note(_ market: SessionMarket, signals: SignalState) {
    if market.vix != nil { vix = market.date }
    if market.hasSettlements { futures = market.date }
    if !market.vixQuotes.quotes.isEmpty { vixOptions = market.date }
    if !market.indexQuotes.quotes.isEmpty { indexOptions = market.date }
    if signals.advanceDeclineLine != nil { breadth = market.date }
  }

  /// The inputs without a value for the session, in the catalogue's order and words.
  func gaps(
    at date: CalendarDate, context: ContextSeries, macro: MacroContext
  ) -> [DataGap] {
    var gaps: [DataGap] = []
    let required = [
      ("vix", vix), ("vx", futures), ("vix-options", vixOptions),
      ("index-options", indexOptions),
    ]
    for (id, last) in required where last != date {
      gaps.append(last.map { .stale(id, last: $0) } ?? .missingSeries(id))
    }
    if let breadth, breadth < date { gaps.append(.stale("breadth", last: breadth)) }
    if case .stale(_, let last)? = macro.exchangeRateReason {
      gaps.append(.stale("reer", last: last))
    }
    let published = context.releases.last { $0.releaseDate <= date && $0.actual != nil }
    if let last = published?.releaseDate, last.days(until: date) > Self.releaseDays {
      gaps.append(.stale("releases", last: last))
    }
    if let last = context.policy.last?.date, last <= date {
      gaps.append(.stale("fomc", last: last))
    }
    return gaps
  }
}
