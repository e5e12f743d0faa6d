import Quant
import SVGCharts
import Testing

@Suite struct DateTextTests {
  @Test func formsOfOneDate() throws {
    let date = try #require(CalendarDate(year: 2016, month: 1, day: 4))
    #expect(NumberText.short(date) == "4 Jan")
    #expect(NumberText.long(date) == "4 Jan 2016")
    #expect(NumberText.full(date) == "Monday 4 January 2016")
    #expect(NumberText.weekdayShort(date) == "Mon 4 Jan")
    #expect(NumberText.month(date) == "January 2016")
    #expect(NumberText.monthShort(date) == "Jan 2016")
  }

  @Test func everyMonthAndWeekdayHasItsName() throws {
    let names = (1...12).map(NumberText.monthName)
    #expect(Set(names).count == 12)
    #expect(names[8] == "September")
    #expect(NumberText.monthName(13) == "–")
    #expect(Set(Weekday.allCases.map(NumberText.weekdayName)).count == 7)
    let december = try #require(CalendarDate(year: 2015, month: 12, day: 31))
    #expect(NumberText.weekdayShort(december) == "Thu 31 Dec")
  }
}
