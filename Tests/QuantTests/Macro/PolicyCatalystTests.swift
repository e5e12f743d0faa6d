import Quant
import Testing

@Suite struct PolicyCatalystTests {
  private func event(_ text: String, _ kind: PolicyEvent.Kind) throws -> PolicyEvent {
    PolicyEvent(date: try #require(CalendarDate(text)), kind: kind)
  }

  @Test func theTenthSessionCountsAndTheEleventhDoesNot() throws {
    // From Monday 2016-01-04 ten sessions lead to Tuesday 2016-01-19; the 18th is a holiday.
    let monday = try #require(CalendarDate("2016-01-04"))
    let tenth = try event("2016-01-19", .minutes)
    #expect(try PolicyCatalyst.next(in: [tenth], after: monday) == .defined(tenth))
    let eleventh = try event("2016-01-20", .statement)
    let before = try event("2015-12-16", .statement)
    #expect(try PolicyCatalyst.next(in: [before, eleventh], after: monday) == .defined(nil))
    #expect(
      try PolicyCatalyst.next(in: [eleventh], after: monday, sessions: 11) == .defined(eleventh))
  }

  @Test func todaysEventAndProjectionsAreNoCatalyst() throws {
    let monday = try #require(CalendarDate("2016-01-04"))
    let events = [
      try event("2016-01-04", .statement), try event("2016-01-06", .projections),
      try event("2016-03-16", .statement),
    ]
    #expect(try PolicyCatalyst.next(in: events, after: monday) == .defined(nil))
  }

  @Test func aCalendarThatEndsTooEarlyCannotSayNo() throws {
    let monday = try #require(CalendarDate("2016-01-04"))
    let missing = StatisticResult<PolicyEvent?>.undefined(.missingInput(name: "policy calendar"))
    #expect(try PolicyCatalyst.next(in: [], after: monday) == missing)
    let early = try event("2016-01-03", .statement)
    #expect(try PolicyCatalyst.next(in: [early], after: monday) == missing)
  }

  @Test func aCalendarThatBeginsLaterCannotSayNo() throws {
    let monday = try #require(CalendarDate("2016-01-04"))
    let missing = StatisticResult<PolicyEvent?>.undefined(.missingInput(name: "policy calendar"))
    let late = try event("2016-01-27", .statement)
    #expect(try PolicyCatalyst.next(in: [late], after: monday) == missing)
    let today = try event("2016-01-04", .minutes)
    #expect(try PolicyCatalyst.next(in: [today, late], after: monday) == .defined(nil))
  }

  @Test func minutesOffTheirThreeWeeksAreReported() throws {
    let events = [
      try event("2015-10-07", .minutes),  // no statement before
      try event("2015-10-28", .statement), try event("2015-11-18", .minutes),  // 21 days
      try event("2015-12-16", .statement), try event("2016-01-05", .minutes),  // 20 days
      try event("2016-01-27", .statement), try event("2016-02-10", .statement),
      try event("2016-02-18", .minutes),  // 22 days after the meeting, 8 after an extra statement
    ]
    let found = try PolicyCatalyst.minutesOffSchedule(in: events)
    #expect(found.map(\.days) == [nil, 20, 22])
    #expect(found.map(\.minutes.description) == ["2015-10-07", "2016-01-05", "2016-02-18"])
    #expect(try PolicyCatalyst.minutesOffSchedule(in: []).isEmpty)
  }

  @Test func unsortedCalendarsAreNamed() throws {
    let events = [try event("2016-01-27", .statement), try event("2016-01-06", .minutes)]
    let monday = try #require(CalendarDate("2016-01-04"))
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try PolicyCatalyst.next(in: events, after: monday)
    }
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try PolicyCatalyst.minutesOffSchedule(in: events)
    }
  }
}
