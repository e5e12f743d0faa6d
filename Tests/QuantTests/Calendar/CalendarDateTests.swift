import Quant
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test func partsAndDayNumberRoundTripOverTwoCenturies() throws {
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2100, month: 12, day: 31))
    var expected = (year: 1900, month: 1, day: 1)
    var weekday = Weekday.monday.rawValue  // 1 January 1900 was a Monday.
    for dayNumber in first.dayNumber...last.dayNumber {
      let date = CalendarDate(dayNumber: dayNumber)
      let parts = date.components
      try #require(parts == expected)
      try #require(date.weekday.rawValue == weekday)
      try #require(CalendarDate(year: parts.year, month: parts.month, day: parts.day) == date)
      try #require(CalendarDate(date.description) == date)
      weekday = weekday % 7 + 1
      expected.day += 1
      if expected.day > CalendarDate.daysIn(month: expected.month, year: expected.year) {
        expected.day = 1
        expected.month += 1
      }
      if expected.month > 12 {
        expected.month = 1
        expected.year += 1
      }
    }
  }

  @Test(arguments: [
    (1900, false), (1999, false), (2000, true), (2004, true), (2023, false), (2024, true),
    (2100, false),
  ])
  func leapYearsFollowTheGregorianRule(year: Int, isLeap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(CalendarDate.daysIn(month: 2, year: year) == (isLeap ? 29 : 28))
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("2000-02-29", .tuesday), ("2008-09-15", .monday),
    ("1987-10-19", .monday), ("2015-08-24", .monday), ("1969-12-31", .wednesday),
  ])
  func knownDatesHaveTheirWeekday(text: String, weekday: Weekday) throws {
    #expect(try #require(CalendarDate(text)).weekday == weekday)
  }

  @Test func dayNumbersCountFromTheEpoch() throws {
    #expect(try #require(CalendarDate("1970-01-01")).dayNumber == 0)
    #expect(try #require(CalendarDate("1969-12-31")).dayNumber == -1)
    #expect(try #require(CalendarDate("2000-03-01")).dayNumber == 11_017)
    let start = try #require(CalendarDate("2016-02-28"))
    #expect(start.adding(days: 2) == CalendarDate("2016-03-01"))
    #expect(start.days(until: start.adding(days: -5)) == -5)
  }

  @Test(arguments: [
    "", "2016-1-04", "2016-01-4", "2016/01/04", "2016-13-01", "2016-02-30", "2015-02-29",
    "2016-00-10", "2016-01-00", "20160104", "2016-01-04 ", "２016-01-04", "-016-01-04",
  ])
  func anythingButAnExistingIsoDateIsRefused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func datesOrderByTime() throws {
    let early = try #require(CalendarDate("2015-12-31"))
    let late = try #require(CalendarDate("2016-01-01"))
    #expect(early < late)
    #expect([late, early].sorted() == [early, late])
  }
}
