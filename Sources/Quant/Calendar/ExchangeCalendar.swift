/// The trading sessions of the New York Stock Exchange (methodology 2.7).
///
/// Full closures follow the exchange's rules plus a list of one-off closures passed in. Verified
/// against published calendars for 2005-2030; full closures hold back to 1998, 13:00 closes only
/// back to 2005. Every query is O(1) in the date; walks are O(calendar days walked).
public struct ExchangeCalendar: Sendable, Hashable {
  /// The calendar with the known one-off closures.
  public static let nyse = ExchangeCalendar()

  /// The last date of the holiday calendar the exchange has published; later dates are assumed.
  public static let publishedThrough = CalendarDate(uncheckedYear: 2028, month: 12, day: 31)

  /// Closures that no rule predicts, by date.
  public let oneOffClosures: [CalendarDate: String]
  // The same dates ascending: a walk over the calendar asks for every day, and a dozen dates are
  // searched faster than hashed.
  private let closureDates: [CalendarDate]

  /// Creates a calendar; `oneOffClosures` replaces the known list of closures without a rule.
  public init(oneOffClosures: [ExchangeHoliday] = ExchangeHoliday.knownClosures) {
    self.oneOffClosures = Dictionary(
      oneOffClosures.map { ($0.date, $0.name) }, uniquingKeysWith: { first, _ in first })
    closureDates = self.oneOffClosures.keys.sorted()
  }

  /// Whether the exchange opens on the date.
  public func isSession(_ date: CalendarDate) -> Bool {
    !date.isWeekend && HolidayRules.holidayName(on: date) == nil && !isOneOffClosure(date)
  }

  private func isOneOffClosure(_ date: CalendarDate) -> Bool {
    let index = closureDates.partitioningIndex { $0 >= date }
    return index < closureDates.count && closureDates[index] == date
  }

  /// Why the exchange is closed on a weekday; `nil` on sessions and on weekends.
  public func holidayName(_ date: CalendarDate) -> String? {
    if let name = HolidayRules.holidayName(on: date) { return name }
    guard let name = oneOffClosures[date] else { return nil }
    return date.isWeekend ? nil : name
  }

  /// The occasion of a 13:00 close; `nil` on full sessions and when the exchange is closed.
  public func earlyClose(_ date: CalendarDate) -> String? {
    guard let name = HolidayRules.earlyCloseName(onSession: date), isSession(date) else {
      return nil
    }
    return name
  }

  /// The close in minutes after midnight, New York: 960 (16:00), or 780 (13:00) on early closes.
  ///
  /// A date that is not a session gives 960.
  public func closeMinute(_ date: CalendarDate) -> Int {
    earlyClose(date) == nil ? 960 : 780
  }

  /// `quoted` for dates of published calendars, `assumed` for later ones, which rest on the rules.
  public func provenance(of date: CalendarDate) -> Provenance {
    date <= Self.publishedThrough ? .quoted : .assumed
  }
}

extension ExchangeCalendar {
  /// The year's full closures on weekdays, ascending; none for a year outside 1...9999.
  public func holidays(year: Int) -> [ExchangeHoliday] {
    entries(year: year) { holidayName($0) }
  }

  /// The year's 13:00 closes, ascending; none for a year outside 1...9999.
  public func earlyCloses(year: Int) -> [ExchangeHoliday] {
    entries(year: year) { earlyClose($0) }
  }

  private func entries(
    year: Int, name: (CalendarDate) -> String?
  ) -> [ExchangeHoliday] {
    guard (1...9999).contains(year) else { return [] }
    let first = CalendarDate(uncheckedYear: year, month: 1, day: 1)
    let last = CalendarDate(uncheckedYear: year, month: 12, day: 31)
    return (first.dayNumber...last.dayNumber).compactMap { dayNumber in
      let date = CalendarDate(dayNumber: dayNumber)
      return name(date).map { ExchangeHoliday(date: date, name: $0) }
    }
  }
}
