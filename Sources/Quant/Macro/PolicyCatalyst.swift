/// The policy events that may serve as a catalyst (methodology 1.12).
///
/// Dates come from an explicit calendar, which is published well in advance; nothing is derived.
public enum PolicyCatalyst {
  /// The first statement or minutes in the sessions after a date; O(events), to check their order.
  ///
  /// - Parameters:
  ///   - events: The policy calendar, ascending by date.
  ///   - date: The session; an event of its own day is over at its close and does not count.
  ///   - sessions: How many sessions ahead count, at least 0.
  ///   - calendar: The exchange's sessions.
  /// - Returns: The event, or `nil` in `defined` when none is scheduled; undefined with
  ///   `missingInput("policy calendar")` when the calendar begins after the date or ends before the
  ///   horizon without one.
  /// - Throws: `unsortedDates`.
  public static func next(
    in events: [PolicyEvent], after date: CalendarDate, sessions: Int = 10,
    calendar: ExchangeCalendar = .nyse
  ) throws(SeriesError) -> StatisticResult<PolicyEvent?> {
    try requireAscending(events)
    return next(inAscending: events, after: date, sessions: sessions, calendar: calendar)
  }

  /// The same for a calendar whose order has been checked, in O(log events).
  package static func next(
    inAscending events: [PolicyEvent], after date: CalendarDate, sessions: Int,
    calendar: ExchangeCalendar
  ) -> StatisticResult<PolicyEvent?> {
    precondition(sessions >= 0, "the horizon lies ahead")
    let ahead = events[events.partitioningIndex { $0.date > date }...]
    let next = ahead.first { $0.kind != .projections }
    // There is at most one session a day, so an event this near needs no calendar.
    if let next, date.days(until: next.date) <= sessions { return .defined(next) }
    let horizon = calendar.adding(sessions: sessions, to: date)
    if let next, next.date <= horizon { return .defined(next) }
    // Before its first event a calendar says nothing: one that was not listed may lie ahead.
    guard let last = events.last, last.date >= horizon, ahead.startIndex > events.startIndex else {
      return .undefined(.missingInput(name: "policy calendar"))
    }
    return .defined(nil)
  }

  /// The minutes that do not come out three weeks after a statement, for the data page.
  ///
  /// The rule is a check of the calendar file, never the source of a date.
  ///
  /// - Parameter events: The policy calendar, ascending by date.
  /// - Returns: One finding per mismatched minutes, ascending.
  /// - Throws: `unsortedDates`.
  public static func minutesOffSchedule(
    in events: [PolicyEvent]
  ) throws(SeriesError) -> [MinutesTiming] {
    try requireAscending(events)
    let statements = events.filter { $0.kind == .statement }.map(\.date)
    return events.filter { $0.kind == .minutes }.compactMap { minutes in
      let scheduled = minutes.date.adding(days: -MinutesTiming.normalDays)
      let upTo = statements[..<statements.partitioningIndex { $0 > minutes.date }]
      guard !upTo.contains(scheduled) else { return nil }
      // An extra statement between meetings may be later than the one the minutes belong to.
      let likeliest = upTo.min { abs($0.days(until: scheduled)) < abs($1.days(until: scheduled)) }
      return MinutesTiming(minutes: minutes.date, statement: likeliest)
    }
  }

  package static func requireAscending(_ events: [PolicyEvent]) throws(SeriesError) {
    for (index, pair) in zip(events, events.dropFirst()).enumerated()
    where pair.1.date < pair.0.date {
      throw .unsortedDates(index: index + 1)
    }
  }
}

/// Minutes whose distance from their statement is unusual.
public struct MinutesTiming: Sendable, Hashable, Codable {
  /// Calendar days from a statement to its minutes since 2005.
  public static let normalDays = 21

  /// The day the minutes are listed on.
  public var minutes: CalendarDate
  /// The statement whose distance is nearest to three weeks; `nil` when none precedes them.
  public var statement: CalendarDate?

  /// Calendar days between the two; `nil` without a statement.
  public var days: Int? { statement.map { $0.days(until: minutes) } }
}
