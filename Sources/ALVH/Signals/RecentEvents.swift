import Quant

/// The sessions of one kind of event that can still confirm a divergence, oldest first.
struct RecentEvents: Sendable, Hashable {
  /// One session on which the event became known.
  struct Event: Sendable, Hashable {
    var bar: Int
    var date: CalendarDate
  }

  /// Sessions before the newest one that are kept.
  let sessions: Int
  private var events: [Event] = []

  init(sessions: Int) {
    self.sessions = sessions
  }

  /// Moves to the session `bar`, with its event if it has one.
  mutating func append(_ event: Event?, at bar: Int) {
    if let first = events.first, first.bar < bar - sessions { events.removeFirst() }
    if let event { events.append(event) }
  }

  /// The date of the first event not before a bar; `nil` when there is none.
  func first(since bar: Int) -> CalendarDate? {
    let index = events.partitioningIndex { $0.bar >= bar }
    return index < events.count ? events[index].date : nil
  }
}

/// The dates of the newest sessions, addressed by bar.
struct RecentDates: Sendable, Hashable {
  private let kept: Int
  private var dates: [CalendarDate] = []
  private var firstBar = 0

  /// Keeps at least the newest `kept` dates, and at most twice as many.
  init(keeping kept: Int) {
    self.kept = max(1, kept)
  }

  mutating func append(_ date: CalendarDate) {
    if dates.count / 2 >= kept {
      let surplus = dates.count - kept
      dates.removeFirst(surplus)
      firstBar += surplus
    }
    dates.append(date)
  }

  /// The date of a bar, which must be one of the kept ones.
  subscript(bar: Int) -> CalendarDate {
    precondition(bar >= firstBar, "bar is no longer kept")
    return dates[bar - firstBar]
  }
}
