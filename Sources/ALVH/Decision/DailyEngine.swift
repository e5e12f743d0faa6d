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
  /// Complexity: O(bars) for the indicators and O(1) for each session's decision.
  ///
  /// - Throws: `SeriesError` when the bars are invalid.
  public func decisions(
    _ history: MarketHistory, in range: ClosedRange<CalendarDate>
  ) throws(SeriesError) -> [DailyDecision] {
    let track = try SignalTrack(history, profile: profile)
    let columns = DashboardColumns(history, track: track)
    var vixByDate: [CalendarDate: Double] = [:]
    for value in history.vix where value.known <= value.date { vixByDate[value.date] = value.value }
    var run = EngineRun(engine: self, history: history)
    var decisions: [DailyDecision] = []
    for (index, bar) in history.bars.enumerated() where bar.date <= range.upperBound {
      let market = try SessionMarket(
        bar: bar, vix: vixByDate[bar.date], history: history, account: account, calendar: calendar,
        model: profile.model)
      let isReported = range.contains(bar.date)
      // Without a book and a hedge only the counters of the rule table move.
      var decision = run.advance(
        market, signals: track.state(at: index), isReported: isReported)
      guard isReported else { continue }
      decision.previousDate = index > 0 ? history.bars[index - 1].date : nil
      decision.dashboard = columns.rows(at: index, declaresExchangeRate: declaresExchangeRate)
      decisions.append(decision)
    }
    return decisions
  }
}
