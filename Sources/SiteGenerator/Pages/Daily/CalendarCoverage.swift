import Quant

/// Which days the calendars of a site's data speak of; of other days nothing is known.
struct CalendarCoverage {
  private let policy: ClosedRange<CalendarDate>?
  private let releases: ClosedRange<CalendarDate>?

  init(_ history: MarketHistory?) {
    policy = Self.span(of: history?.policy.map(\.date) ?? [])
    releases = Self.span(of: history?.releases.map(\.releaseDate) ?? [])
  }

  private static func span(of dates: [CalendarDate]) -> ClosedRange<CalendarDate>? {
    guard let first = dates.first, let last = dates.last else { return nil }
    return first...last
  }

  /// Whether a day without an entry is a day on which nothing is scheduled.
  func speaks(of day: CalendarDate) -> Bool {
    policy?.contains(day) == true && releases?.contains(day) == true
  }

  /// What the calendars lack for the days, in sentences that follow a note; empty when they lack nothing.
  func lack(for days: [CalendarDate]) -> String {
    sentence("FOMC meetings", policy, days) + sentence("releases", releases, days)
  }

  private func sentence(
    _ subject: String, _ span: ClosedRange<CalendarDate>?, _ days: [CalendarDate]
  ) -> String {
    guard let span else { return " No calendar of \(subject) is supplied." }
    guard days.allSatisfy(span.contains) else {
      return " The calendar of \(subject) does not reach all of these days."
    }
    return ""
  }
}
