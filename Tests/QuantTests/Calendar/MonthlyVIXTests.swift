import Quant
import Testing

struct MonthlyVIXTests {
  /// 2014-03-18 is a Tuesday, because the Friday 30 days later was Good Friday.
  @Test(arguments: ["2016-02-17", "2014-03-18", "2014-03-19", "2007-04-18"])
  func monthlyExpirations(_ text: String) throws {
    #expect(ContractCalendar.cboe.isMonthlyVIX(try #require(CalendarDate(text))))
  }

  @Test(arguments: ["2016-02-03", "2016-02-10", "2016-02-24", "2020-01-02", "2020-01-29"])
  func weeklyExpirations(_ text: String) throws {
    #expect(!ContractCalendar.cboe.isMonthlyVIX(try #require(CalendarDate(text))))
  }
}
