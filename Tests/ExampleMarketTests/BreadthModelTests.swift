import ExampleMarket
import Quant
import Testing

@Suite struct BreadthModelTests {
  private func bars(_ closes: [Double]) -> [DailyBar] {
    closes.enumerated().map { index, close in
      DailyBar(
        date: CalendarDate(dayNumber: 16_000 + index), open: close, high: close, low: close,
        close: close, volume: nil)
    }
  }

  @Test func aReturnNeedsTwoBars() {
    #expect(BreadthModel.counts([]).isEmpty)
    #expect(BreadthModel.counts(bars([2000])).isEmpty)
    #expect(BreadthModel.counts(bars([2000, 2001])).count == 1)
  }

  @Test func countsAddUpToTheListedIssues() throws {
    for count in try ExampleContent.model.get().breadth {
      #expect(count.advances + count.declines + count.unchanged == BreadthModel.issues)
      #expect(count.advances > 0 && count.declines > 0 && (60...130).contains(count.unchanged))
    }
  }

  @Test func largeMovesDecideTheBalance() {
    let counts = BreadthModel.counts(bars([2000, 2080, 2000]))
    #expect(counts[0].advances > 2 * counts[0].declines)
    #expect(counts[1].declines > 2 * counts[1].advances)
  }

  @Test func everySessionButTheFirstIsCovered() throws {
    let sessions = ExchangeCalendar.nyse.sessions(in: day("2014-01-03")...day("2018-12-31"))
    #expect(try ExampleContent.model.get().breadth.map(\.date) == sessions)
  }

  @Test func noiseIsAFunctionOfDateAndStreamInTheUnitInterval() {
    let values = (0..<1000).map {
      DateNoise.uniform(CalendarDate(dayNumber: 16_000 + $0), stream: 1)
    }
    #expect(values.allSatisfy { (0..<1).contains($0) })
    #expect(Set(values).count == 1000)
    #expect(abs(values.reduce(0, +) / 1000 - 0.5) < 0.03)
    #expect(
      DateNoise.uniform(day("2016-01-04"), stream: 1)
        != DateNoise.uniform(day("2016-01-04"), stream: 2))
  }
}
