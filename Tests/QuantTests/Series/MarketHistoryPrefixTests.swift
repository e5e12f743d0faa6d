import Quant
import Testing

@Suite struct MarketHistoryPrefixTests {
  @Test func contextSeriesAreCutByTheirKnownDates() throws {
    let start = CalendarDate(dayNumber: 16_000)
    // Each value is known two days after the date it refers to.
    let values = (0..<10).map {
      DatedValue(
        date: start.adding(days: $0), value: Double($0) + 1, known: start.adding(days: $0 + 2))
    }
    var history = MarketHistory()
    history.minuendRate = try RateSeries(name: "DGS10", frequency: .daily, values: values)
    history.subtrahendRate = try RateSeries(name: "foreign", frequency: .monthly, values: values)
    history.capWeightedIndex = values
    history.equalWeightedIndex = values
    let known = history.prefix(through: start.adding(days: 5))
    let expected = Array(values[...3])
    #expect(known.minuendRate?.values == expected && known.minuendRate?.name == "DGS10")
    #expect(known.subtrahendRate?.values == expected)
    #expect(known.subtrahendRate?.frequency == .monthly)
    #expect(known.capWeightedIndex == expected && known.equalWeightedIndex == expected)
    #expect(MarketHistory().prefix(through: start).minuendRate == nil)
  }
}
