import Quant
import Testing

@testable import SiteGenerator

@Suite struct FeedTimestampTests {
  @Test(arguments: [
    ("2016-03-11", "05"), ("2016-03-14", "04"), ("2015-11-02", "05"), ("2015-10-30", "04"),
    ("2015-07-01", "04"), ("2016-01-04", "05"),
  ])
  func theOffsetIsThatOfNewYork(day: String, hours: String) {
    #expect(Feed.timestamp(CalendarDate(day)) == "\(day)T16:15:00-\(hours):00")
  }
}
