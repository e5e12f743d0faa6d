public import Quant

/// What one profile of any kind does on one session.
public enum ProfileDecision: Sendable, Hashable, Codable {
  /// A decision of the rule table.
  case ruleTable(DailyDecision)
  /// A decision of a standing plan.
  case standing(StandingDecision)

  /// The session.
  public var date: CalendarDate {
    switch self {
    case .ruleTable(let decision): decision.date
    case .standing(let decision): decision.date
    }
  }

  /// `id@version` of the profile.
  public var profile: String {
    switch self {
    case .ruleTable(let decision): decision.profile
    case .standing(let decision): decision.profile
    }
  }
}

extension ProfileDefinition {
  /// The decisions of the sessions in `range` under this profile, ascending.
  ///
  /// - Parameters:
  ///   - history: market data; a day's decision reads only rows up to its close.
  ///   - account: the account whose book is watched.
  ///   - range: the sessions to report.
  ///   - calendar: exchange and contract calendar.
  ///   - declaresExchangeRate: whether the site declares a real effective exchange rate.
  /// - Returns: one decision per session of the range.
  /// - Throws: `SeriesError` when the history is invalid.
  public func decisions(
    _ history: MarketHistory, account: BookAccount, in range: ClosedRange<CalendarDate>,
    calendar: ContractCalendar = .cboe, declaresExchangeRate: Bool = false
  ) throws(SeriesError) -> [ProfileDecision] {
    switch plan {
    case .ruleTable(let profile):
      let engine = DailyEngine(
        profile: profile, account: account, calendar: calendar,
        declaresExchangeRate: declaresExchangeRate)
      return try engine.decisions(history, in: range).map { .ruleTable($0) }
    case .standing(let plan):
      let engine = StandingEngine(
        reference: reference, plan: plan, account: account, calendar: calendar)
      return try engine.decisions(history, in: range).map { .standing($0) }
    }
  }
}
