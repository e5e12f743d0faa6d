import Quant
import TestSupport
import Testing

@Suite struct ExchangeCalendarVectors {
  struct Case: Decodable {
    struct EarlyClose: Decodable {
      let date: CalendarDate
      let close: String
      let name: String
    }

    let year: Int
    let sessions: Int
    let holidays: [ExchangeHoliday]
    let earlyCloses: [EarlyClose]
  }

  @Test func holidaysEarlyClosesAndSessionCountsAgree() throws {
    let calendar = ExchangeCalendar.nyse
    for expected in try Vectors.cases("nyse_calendar", as: Case.self) {
      let holidays = calendar.holidays(year: expected.year)
      #expect(holidays.map(\.date) == expected.holidays.map(\.date), "\(expected.year)")
      // A closure without a rule is a date (methodology 2.7); what to call it is each list's choice.
      for (computed, expected) in zip(holidays, expected.holidays)
      where calendar.oneOffClosures[computed.date] == nil {
        #expect(computed.name == expected.name, "\(expected.date)")
      }
      #expect(
        calendar.earlyCloses(year: expected.year).map(\.date) == expected.earlyCloses.map(\.date))
      #expect(
        calendar.earlyCloses(year: expected.year).map(\.name) == expected.earlyCloses.map(\.name))
      for early in expected.earlyCloses {
        #expect(early.close == "13:00" && calendar.closeMinute(early.date) == 13 * 60)
      }
      let start = try #require(CalendarDate(year: expected.year, month: 1, day: 1))
      let end = try #require(CalendarDate(year: expected.year, month: 12, day: 31))
      #expect(calendar.sessions(in: start...end).count == expected.sessions)
    }
  }
}
