public import Quant

/// Turns a market history and a book into one decision per session, in one pass over the days.
///
/// A day's decision uses only rows up to its close: cutting the history at any session leaves every
/// earlier decision as it was. Orders decided at a close are filled at the next one.
public struct DailyEngine: Sendable {
  /// The profile that decides.
  public let profile: Profile
  /// The account whose book is watched.
  public let account: BookAccount
  /// Exchange and contract calendar.
  public let calendar: ContractCalendar
  /// Whether the site declares a real effective exchange rate, present or not.
  public let declaresExchangeRate: Bool

  /// Creates an engine.
  public init(
    profile: Profile = .seedOBV, account: BookAccount, calendar: ContractCalendar = .cboe,
    declaresExchangeRate: Bool = false
  ) {
    self.profile = profile
    self.account = account
    self.calendar = calendar
    self.declaresExchangeRate = declaresExchangeRate
  }

  /// The decisions of the sessions in `range`, ascending.
  ///
  /// The state machine runs from the first bar; sessions before the range only move its state.
  /// Complexity: O(sessions), the fold of ``DailyAccumulator`` over them.
  ///
  /// - Throws: `SeriesError` when the bars are invalid.
  public func decisions(
    _ history: MarketHistory, in range: ClosedRange<CalendarDate>
  ) throws(SeriesError) -> [DailyDecision] {
    var accumulator = try DailyAccumulator(
      engine: self,
      context: ContextSeries(history, declaresExchangeRate: declaresExchangeRate))
    var decisions: [DailyDecision] = []
    for session in SessionSequence(history) {
      if session.bar.date > range.upperBound { break }
      let isReported = range.contains(session.bar.date)
      if let decision = try accumulator.advance(session, isReported: isReported) {
        decisions.append(decision)
      }
    }
    return decisions
  }
}
