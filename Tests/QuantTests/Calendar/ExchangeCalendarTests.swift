import Quant
import TestSupport
import Testing

@Suite struct ExchangeCalendarTests {
  let calendar = ExchangeCalendar.nyse

  @Test(arguments: [
    (1999, "1999-04-04"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
    (2016, "2016-03-27"), (2024, "2024-03-31"), (2038, "2038-04-25"), (2285, "2285-03-22"),
  ])
  func easterFallsOnItsDate(year: Int, expected: String) throws {
    #expect(EasterSunday.date(year: year) == (try date(expected)))
  }

  @Test(arguments: [
    ("2016-01-01", "New Year's Day"), ("2017-01-02", "New Year's Day (observed)"),
    ("2020-07-03", "Independence Day (observed)"), ("2022-06-20", "Juneteenth (observed)"),
    ("2021-12-24", "Christmas Day (observed)"), ("2012-10-29", "Hurricane Sandy"),
    ("2018-12-05", "National Day of Mourning (G. H. W. Bush)"), ("2014-04-18", "Good Friday"),
  ])
  func closuresHaveTheirName(text: String, name: String) throws {
    let date = try date(text)
    #expect(calendar.holidayName(date) == name)
    #expect(!calendar.isSession(date))
    #expect(calendar.earlyClose(date) == nil)
  }

  @Test(arguments: [
    "2021-12-31",  // New Year's Day 2022 is a Saturday and is not observed.
    "2010-12-31", "2021-06-18",  // Juneteenth is kept from 2022.
    "2016-10-10", "2016-11-11",  // Columbus Day and Veterans Day are sessions.
  ])
  func theseDaysAreSessions(text: String) throws {
    #expect(calendar.isSession(try date(text)))
  }

  @Test func weekendsAreNeitherSessionsNorHolidays() throws {
    for text in ["2016-01-02", "2016-01-03", "2022-01-01", "2010-12-25"] {
      #expect(!calendar.isSession(try date(text)))
      #expect(calendar.holidayName(try date(text)) == nil)
    }
  }

  @Test func independenceEveRuleChangedIn2013() throws {
    // 4 July was a Thursday in both years, so 3 July was a Wednesday.
    #expect(calendar.earlyClose(try date("2002-07-03")) == nil)
    #expect(calendar.earlyClose(try date("2013-07-03")) == "Day before Independence Day")
    #expect(calendar.closeMinute(try date("2013-07-03")) == 780)
    #expect(calendar.closeMinute(try date("2013-07-05")) == 960)
  }

  @Test func walkingSessionsSkipsHolidaysAndWeekends() throws {
    let thursday = try date("2014-04-17")  // Good Friday follows.
    let monday = try date("2014-04-21")
    #expect(calendar.next(after: thursday) == monday)
    #expect(calendar.previous(before: monday) == thursday)
    #expect(calendar.next(after: try date("2014-04-19")) == monday)
    #expect(calendar.adding(sessions: 1, to: thursday) == monday)
    #expect(calendar.adding(sessions: -1, to: monday) == thursday)
    #expect(calendar.adding(sessions: 0, to: try date("2014-04-19")) == (try date("2014-04-19")))
    #expect(calendar.sessionCount(after: thursday, through: monday) == 1)
    #expect(calendar.sessionCount(after: thursday, through: thursday) == 0)
    #expect(calendar.sessionCount(after: monday, through: thursday) == 0)
  }

  @Test func countingAgreesWithListingAndStepping() throws {
    let start = try date("2012-01-01")
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let from = start.adding(days: Int.random(in: 0...2000, using: &random))
      let to = from.adding(days: Int.random(in: 1...400, using: &random))
      let sessions = calendar.sessions(in: from.adding(days: 1)...to)
      #expect(calendar.sessionCount(after: from, through: to) == sessions.count)
      if let last = sessions.last {
        #expect(calendar.adding(sessions: sessions.count, to: from) == last)
      }
    }
  }

  @Test func oneOffClosuresAreReplaceable() throws {
    let closed = try date("2016-03-15")
    let custom = ExchangeCalendar(oneOffClosures: [
      ExchangeHoliday(date: closed, name: "Test"),
      ExchangeHoliday(date: try date("2016-03-19"), name: "On a Saturday"),
    ])
    #expect(custom.holidayName(closed) == "Test")
    #expect(custom.holidayName(try date("2016-03-19")) == nil)
    #expect(custom.isSession(try date("2012-10-29")))
    #expect(custom.holidays(year: 2016).count == 10)
    #expect(calendar.isSession(closed))
  }

  @Test func datesBeyondThePublishedCalendarAreAssumed() throws {
    #expect(calendar.provenance(of: try date("2028-12-29")) == .quoted)
    #expect(calendar.provenance(of: try date("2029-01-02")) == .assumed)
  }
}
