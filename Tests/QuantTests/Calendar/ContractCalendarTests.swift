import Quant
import TestSupport
import Testing

@Suite struct ContractCalendarTests {
  let calendar = ContractCalendar.cboe

  @Test(arguments: [
    "2008-02-19", "2014-03-18", "2019-03-19", "2022-03-15", "2024-06-18", "2025-03-18",
    "2026-05-19", "2027-05-18", "2030-03-19", "2030-06-18",
  ])
  func movedExpirationsAreOnTheTuesday(text: String) throws {
    let expected = try date(text)
    let (year, month, _) = expected.components
    #expect(calendar.vixExpiration(year: year, month: month) == expected)
    #expect(calendar.vixExpirationMove(year: year, month: month) != nil)
  }

  @Test func onlyTheListedMonthsMoveBetween2005And2030() {
    let moved = (2005...2030).flatMap { year in
      (1...12).filter { calendar.vixExpirationMove(year: year, month: $0) != nil }
        .map { year * 100 + $0 }
    }
    #expect(
      moved == [
        200802, 201403, 201903, 202203, 202406, 202503, 202605, 202705, 203003, 203006,
      ])
    #expect(calendar.vixExpirationMove(year: 2024, month: 6) == .wednesdayIsHoliday)
  }

  @Test(arguments: [
    "2008-03-20", "2014-04-17", "2019-04-18", "2022-04-14", "2025-04-17", "2026-06-18",
    "2027-06-17", "2030-04-18",
  ])
  func monthliesMoveToTheThursday(text: String) throws {
    let expected = try date(text)
    #expect(
      calendar.spxMonthly(year: expected.year, month: expected.month) == expected)
  }

  @Test func nextExpirationsAreLaterThanTheDate() throws {
    let expiration = try date("2016-01-20")
    #expect(
      calendar.vixExpirations(after: expiration.adding(days: -1), count: 2)
        == [expiration, try date("2016-02-17")])
    #expect(
      calendar.vixExpirations(after: expiration, count: 1) == [try date("2016-02-17")])
    #expect(
      calendar.vixExpirations(after: try date("2015-12-31"), count: 12).last
        == calendar.vixExpiration(year: 2016, month: 12))
    #expect(calendar.vixExpirations(after: expiration, count: 0).isEmpty)
  }

  @Test func symbolDateSwitchesFromSaturdayInFebruary2015() throws {
    #expect(calendar.spxMonthlySymbolDate(year: 2015, month: 1) == (try date("2015-01-17")))
    #expect(calendar.spxMonthlySymbolDate(year: 2015, month: 2) == (try date("2015-02-20")))
  }

  @Test func aFridayOnNewYearsDayGivesTheYearBefore() throws {
    #expect(calendar.spxwFridays(year: 2021, month: 1).first == (try date("2020-12-31")))
  }
}
