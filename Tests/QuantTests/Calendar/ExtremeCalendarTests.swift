import Quant
import TestSupport
import Testing

/// Dates, sessions and expirations answer for whole numbers of any size.
@Suite struct ExtremeCalendarTests {
  @Test func theCalendarHasAFirstAndALastDate() throws {
    #expect(CalendarDate.earliest.description == "0001-01-01")
    #expect(CalendarDate.latest.description == "9999-12-31")
    #expect(CalendarDate(dayNumber: .max) == .latest && CalendarDate(dayNumber: .min) == .earliest)
    #expect(CalendarDate.latest.adding(days: 1) == .latest)
    #expect(CalendarDate.earliest.adding(days: .min) == .earliest)
    // 719,162 days before the epoch and 2,932,896 after it.
    #expect(CalendarDate.earliest.days(until: .latest) == 3_652_058)
    #expect(CalendarDate.earliest.weekday == .monday && CalendarDate.latest.weekday == .friday)
  }

  @Test func datesOfAnyNumberAreDates() throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<1000 {
      let date = CalendarDate(dayNumber: random.integer())
      let other = date.adding(days: random.integer())
      for date in [date, other] {
        let (year, month, day) = date.components
        try #require(CalendarDate(year: year, month: month, day: day) == date)
        try #require(CalendarDate(date.description) == date)
      }
      try #require(date.adding(days: date.days(until: other)) == other)
      _ = CalendarDate(year: random.integer(), month: random.integer(), day: random.integer())
    }
  }

  @Test func sessionsOfAnyDateEnd() throws {
    let calendar = ExchangeCalendar.nyse
    var random = SplitMix64(seed: 62)
    for _ in 0..<300 {
      let date = CalendarDate(dayNumber: random.integer())
      let next = calendar.next(after: date)
      let previous = calendar.previous(before: date)
      try #require(next > date || date == .latest, "\(date)")
      try #require(previous < date || date == .earliest || previous == .earliest, "\(date)")
      try #require(next == .latest || calendar.isSession(next))
      try #require(previous == .earliest || calendar.isSession(previous))
      try #require([780, 960].contains(calendar.closeMinute(date)))
      // Steps beyond both ends of the calendar stop there, and do so soon.
      try #require(calendar.adding(sessions: random.positiveInteger(), to: .latest) == .latest)
      try #require(calendar.adding(sessions: .min, to: CalendarDate.earliest) == .earliest)
      try #require(calendar.sessionCount(after: date, through: date.adding(days: 7)) <= 5)
      let year = random.integer()
      if !(1...9999).contains(year) {
        try #require(calendar.holidays(year: year).isEmpty)
        try #require(calendar.earlyCloses(year: year).isEmpty)
      }
    }
    #expect(calendar.adding(sessions: .max, to: CalendarDate.latest.adding(days: -30)) == .latest)
    #expect(calendar.holidays(year: 9999).count == 10 && calendar.holidays(year: 1).count > 5)
  }

  @Test func expirationsOfAnyYearAreDates() throws {
    let calendar = ContractCalendar.cboe
    var random = SplitMix64(seed: 63)
    for _ in 0..<400 {
      let year = [random.integer(), 1, 9999, 0, 10_000].randomElement(using: &random) ?? 1
      let month = Int.random(in: 1...12, using: &random)
      let dates =
        [
          calendar.thirdFriday(year: year, month: month),
          calendar.vixNominalWednesday(year: year, month: month),
          calendar.vixExpiration(year: year, month: month),
          calendar.vixLastTradingDay(year: year, month: month),
          calendar.spxMonthly(year: year, month: month),
          calendar.spxMonthlyLastTradingDay(year: year, month: month),
          calendar.spxMonthlySymbolDate(year: year, month: month),
          calendar.spxwEndOfMonth(year: year, month: month), EasterSunday.date(year: year),
        ] + calendar.spxwFridays(year: year, month: month)
      for date in dates {
        try #require((CalendarDate.earliest...CalendarDate.latest).contains(date))
        if year > 9999 { try #require(date.year >= 9998, "\(year)-\(month): \(date)") }
      }
      _ = calendar.vixExpirationMove(year: year, month: month)
    }
  }

  @Test func expirationsEndWithTheCalendar() {
    let calendar = ContractCalendar.cboe
    let late = CalendarDate.latest.adding(days: -200)
    let found = calendar.vixExpirations(after: late, count: .max)
    #expect((6...7).contains(found.count) && found == found.sorted() && found[0] > late)
    #expect(calendar.vixExpirations(after: late, count: -1).isEmpty)
    #expect(calendar.vixExpirations(after: late, count: .min).isEmpty)
    #expect(calendar.vixExpirations(after: .earliest, count: 3).count == 3)
    #expect(calendar.vixExpirations(after: .latest, count: 1).isEmpty)
  }

  @Test func yearsToAnySettlementArePositiveAndFinite() throws {
    var random = SplitMix64(seed: 64)
    for _ in 0..<500 {
      let years = YearFraction.years(
        from: CalendarDate(dayNumber: random.integer()), minute: random.integer(),
        to: CalendarDate(dayNumber: random.integer()), settleMinute: random.integer())
      if let years { try #require(years > 0 && years.isFinite, "\(years)") }
    }
    // (3,652,058 days + 0 minutes)/365.
    #expect(
      YearFraction.years(from: .earliest, minute: 960, to: .latest, settleMinute: 960)
        == 3_652_058 / 365.0)
  }
}
