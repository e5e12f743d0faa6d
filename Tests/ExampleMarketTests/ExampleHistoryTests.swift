import ExampleMarket
import Quant
import Testing

@Suite struct ExampleHistoryTests {
  private func bars(_ count: Int) -> [DailyBar] {
    (0..<count).map { index in
      DailyBar(
        date: CalendarDate(dayNumber: 16_000 + index), open: 1, high: 1, low: 1,
        close: 2000 + Double(index), volume: nil)
    }
  }

  private func closes(_ count: Int, value: (Int) -> Double = { _ in 15 }) -> [DatedValue] {
    (0..<count).map {
      DatedValue(date: CalendarDate(dayNumber: 16_000 + $0), value: value($0))
    }
  }

  @Test func emptyAndShortHistoriesHaveNoStates() throws {
    #expect(try ExampleHistory(bars: [], vix: []).states.isEmpty)
    #expect(try ExampleHistory(bars: bars(125), vix: closes(125)).states.isEmpty)
  }

  @Test func firstStateNeeds126Closes() throws {
    let states = try ExampleHistory(bars: bars(126), vix: closes(126) { Double($0) + 1 }).states
    #expect(states.count == 1)
    #expect(states[0].date == CalendarDate(dayNumber: 16_125))
    #expect(states[0].spot == 2125)
    #expect(states[0].slowVIX == 63.5)
    #expect(states[0].vix == 126)
    // A ramp lags its exponential mean by (span − 1)/2 steps.
    #expect(abs(states[0].recentVIX - 121.5) < 1e-6)
  }

  @Test func statesDoNotDependOnLaterCloses() throws {
    let long = try ExampleHistory(bars: bars(200), vix: closes(200) { 10 + Double($0 % 7) })
    let short = try ExampleHistory(bars: bars(150), vix: closes(150) { 10 + Double($0 % 7) })
    #expect(Array(long.states.prefix(short.states.count)) == short.states)
  }

  @Test func unsortedDatesAreRefused() {
    let vix = closes(3)
    #expect(
      throws: ExampleMarketError.unsortedDates(series: "the VIX", at: vix[1].date)
    ) { try ExampleHistory(bars: [], vix: [vix[0], vix[1], vix[1]]) }
  }

  @Test func aSessionWithoutVIXIsRefused() {
    var vix = closes(3)
    vix.remove(at: 1)
    #expect(throws: ExampleMarketError.missingVIX(CalendarDate(dayNumber: 16_001))) {
      try ExampleHistory(bars: bars(3), vix: vix)
    }
  }

  @Test func aShortHistoryDoesNotCoverThePeriod() throws {
    let history = try ExampleHistory(bars: bars(130), vix: closes(130))
    #expect(
      throws: ExampleMarketError.periodNotCovered(
        first: day("2015-03-02"), last: day("2016-04-29"))
    ) { try ExampleModel(history) }
  }
}
