extension ExchangeCalendar {
  /// The sessions of a closed range of dates, ascending; empty when the range has none.
  public func sessions(in range: ClosedRange<CalendarDate>) -> [CalendarDate] {
    (range.lowerBound.dayNumber...range.upperBound.dayNumber).lazy
      .map(CalendarDate.init(dayNumber:)).filter(isSession)
  }

  /// The first session later than the date; `CalendarDate.latest` when there is none.
  public func next(after date: CalendarDate) -> CalendarDate {
    var candidate = date.adding(days: 1)
    while !isSession(candidate), candidate < .latest { candidate = candidate.adding(days: 1) }
    return candidate
  }

  /// The last session earlier than the date; `CalendarDate.earliest` when there is none.
  public func previous(before date: CalendarDate) -> CalendarDate {
    var candidate = date.adding(days: -1)
    while !isSession(candidate), candidate > .earliest { candidate = candidate.adding(days: -1) }
    return candidate
  }

  /// The session `sessions` steps after the date, or before it when negative.
  ///
  /// The date itself need not be a session: one step forward is `next(after:)`, one step back is
  /// `previous(before:)`. Zero steps return the date unchanged. Where the sessions end, so do the
  /// steps.
  public func adding(sessions: Int, to date: CalendarDate) -> CalendarDate {
    var result = date
    for _ in 0..<sessions.magnitude {
      let step = sessions > 0 ? next(after: result) : previous(before: result)
      guard step != result else { break }
      result = step
    }
    return result
  }

  /// The number of sessions in (`start`, `end`]; 0 when `end` is not later than `start`.
  public func sessionCount(after start: CalendarDate, through end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    return (start.dayNumber + 1...end.dayNumber).count { dayNumber in
      isSession(CalendarDate(dayNumber: dayNumber))
    }
  }
}
