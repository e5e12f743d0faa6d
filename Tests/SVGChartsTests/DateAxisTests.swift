import Quant
import Testing

@testable import SVGCharts

@Suite struct DateAxisTests {
  private func weekdays(from text: String, count: Int) throws -> [CalendarDate] {
    var date = try #require(CalendarDate(text))
    var dates: [CalendarDate] = []
    while dates.count < count {
      if date.weekday != .saturday, date.weekday != .sunday { dates.append(date) }
      date = date.adding(days: 1)
    }
    return dates
  }

  private func labels(_ dates: [CalendarDate], width: Double, limit: Int) -> [String] {
    let step = width / Double(max(dates.count - 1, 1))
    return DateAxis.ticks(
      dates, x: { Double($0) * step }, limit: limit, gap: 18,
      measure: { TextWidth.of($0, size: 13) }
    ).map(\.label)
  }

  @Test func aMonthAndAHalfIsNamedByHalfMonths() throws {
    let dates = try weekdays(from: "2015-11-16", count: 36)
    #expect(labels(dates, width: 580, limit: 6) == ["16 Nov", "1 Dec", "16 Dec", "4 Jan"])
  }

  @Test func aWeekNamesEverySession() throws {
    let dates = try weekdays(from: "2016-01-04", count: 5)
    #expect(
      labels(dates, width: 580, limit: 6) == ["4 Jan", "5 Jan", "6 Jan", "7 Jan", "8 Jan"])
  }

  @Test func longAxesCarryYears() throws {
    let year = try labels(weekdays(from: "2015-01-05", count: 252), width: 580, limit: 6)
    #expect(year.first == "5 Jan 2015")
    #expect(year.contains("Jul 2015"))
    let decade = try labels(weekdays(from: "2006-01-02", count: 2600), width: 580, limit: 6)
    #expect(decade.count <= 6)
  }

  @Test func emptyOneAndTwo() throws {
    #expect(labels([], width: 580, limit: 6).isEmpty)
    #expect(try labels(weekdays(from: "2016-01-04", count: 1), width: 580, limit: 6) == ["4 Jan"])
    #expect(
      try labels(weekdays(from: "2016-01-04", count: 2), width: 580, limit: 6)
        == ["4 Jan", "5 Jan"])
  }

  @Test func labelsNeverTouch() throws {
    for count in [3, 7, 12, 20, 33, 60, 90, 130, 250, 500, 1300] {
      let dates = try weekdays(from: "2015-07-01", count: count)
      for (width, limit) in [(580.0, 6), (270.0, 4)] {
        let step = width / Double(count - 1)
        let ticks = DateAxis.ticks(
          dates, x: { Double($0) * step }, limit: limit, gap: 9,
          measure: { TextWidth.of($0, size: 13) })
        let spans = ticks.map { tick -> (Double, Double) in
          let x = Double(tick.index) * step
          let length = TextWidth.of(tick.label, size: 13)
          return switch tick.anchor {
          case .start: (x, x + length)
          case .middle: (x - length / 2, x + length / 2)
          case .end: (x - length, x)
          }
        }
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 + 9 <= $1.0 })
        #expect(ticks.count <= limit)
      }
    }
  }
}
