public import Quant

/// Runs a standing plan over a market history, one decision per session.
///
/// Orders decided at a close fill at the next one, as in ``DailyEngine``. A day's decision reads only
/// rows up to its close.
public struct StandingEngine: Sendable {
  /// `id@version` of the profile, as decisions carry it.
  public let reference: String
  /// The plan.
  public let plan: StandingPlan
  /// The account whose book is watched.
  public let account: BookAccount
  /// Exchange and contract calendar.
  public let calendar: ContractCalendar

  /// Creates an engine.
  public init(
    reference: String, plan: StandingPlan, account: BookAccount,
    calendar: ContractCalendar = .cboe
  ) {
    self.reference = reference
    self.plan = plan
    self.account = account
    self.calendar = calendar
  }

  /// The decisions of the sessions in `range`, ascending.
  ///
  /// Complexity: O(sessions).
  ///
  /// - Throws: `nonFinite`, `nonPositivePrice`, `unsortedDates` or `duplicateDate` with the bar counted
  ///   from 0; the curve's `SeriesError` for invalid settlements.
  public func decisions(
    _ history: MarketHistory, in range: ClosedRange<CalendarDate>
  ) throws(SeriesError) -> [StandingDecision] {
    try SeriesValidation.requireAscending(history.bars.lazy.map(\.date))
    if !history.bars.isEmpty { try SeriesValidation.requirePrices(history.bars.map(\.close)) }
    var run = StandingRun(engine: self, provenance: history.provenance)
    var decisions: [StandingDecision] = []
    let first = account.snapshots.first?.date
    for session in SessionSequence(history) {
      let date = session.bar.date
      if date > range.upperBound { break }
      let isReported = range.contains(date)
      // Nothing can be held before there is a book.
      guard isReported || first.map({ date >= $0 }) ?? false else { continue }
      let market = try SessionMarket(
        session, account: account, calendar: calendar, model: plan.model)
      let decision = run.advance(market)
      if isReported { decisions.append(decision) }
    }
    return decisions
  }
}
