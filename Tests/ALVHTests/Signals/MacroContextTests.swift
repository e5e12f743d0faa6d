import ALVH
import Quant
import TestSupport
import Testing

@Suite("Macro context")
struct MacroContextTests {
  private let parameters = ContextParameters()

  private func context(_ history: MarketHistory, at date: CalendarDate) -> MacroContext {
    MacroContext.at(date, history: history, parameters: parameters, calendar: .nyse)
  }

  private func rates(_ values: [Double]) throws -> [DatedValue] {
    try values.enumerated().map { index, value in
      let date = try #require(CalendarDate(year: 2000 + index / 12, month: index % 12 + 1, day: 1))
      return DatedValue(date: date, value: value, known: PublicationMonth.defaultKnown(for: date))
    }
  }

  @Test("an empty history is insufficient everywhere, with a reason for each")
  func emptyHistory() {
    let context = context(MarketHistory(), at: CalendarDate(dayNumber: 16_800))
    #expect(context.catalystVerdict == .insufficientData)
    #expect(context.exchangeRateVerdict == .insufficientData)
    #expect(context.inflationVerdict == .insufficientData)
    #expect(context.catalystReason == .missingInput(name: "policy calendar"))
    #expect(context.exchangeRateReason == .missingInput(name: "realEffectiveExchangeRate"))
    #expect(context.inflationReason == .missingInput(name: "CPI"))
    #expect(!context.isAligned)
  }

  @Test("a rising exchange rate aligns until its series is too old")
  func exchangeRate() throws {
    var history = MarketHistory()
    history.realEffectiveExchangeRate = try rates((0..<80).map { 90 + Double($0) / 4 })
    let last = history.realEffectiveExchangeRate[79]
    let fresh = context(history, at: last.known)
    #expect(fresh.exchangeRateVerdict == .yes && fresh.isAligned)
    #expect(fresh.exchangeRateScore?.months == 80 && fresh.exchangeRateLast == last.date)
    #expect(fresh.exchangeRateReason == nil)
    let old = context(history, at: last.known.adding(days: 200))
    #expect(old.exchangeRateVerdict == .insufficientData && !old.isAligned)
    #expect(
      old.exchangeRateReason == .stale(name: "realEffectiveExchangeRate", asOf: last.date))
  }

  @Test("a refused series gives its refusal as the reason")
  func refusedSeries() throws {
    var history = MarketHistory()
    history.realEffectiveExchangeRate = try rates([100, -1])
    let context = context(history, at: CalendarDate(dayNumber: 16_800))
    #expect(
      context.exchangeRateReason
        == .invalidInput(
          name: "realEffectiveExchangeRate",
          problem: SeriesError.nonPositivePrice(index: 1).description))
  }

  @Test("a context depends on rows known by its date, and a reader equals single calls")
  func pointInTime() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      var history = MarketHistory()
      history.realEffectiveExchangeRate = try rates((0..<75).map { _ in random.uniform(80...120) })
      for index in 0..<75 {
        for (series, day) in [(InflationSeries.ppi, 13), (.cpi, 15)] {
          let date = try #require(
            CalendarDate(year: 2000 + index / 12, month: index % 12 + 1, day: day))
          history.releases.append(
            MacroRelease(
              releaseDate: date, releaseTime: "08:30", series: series,
              period: String(date.adding(days: -31).description.prefix(7)),
              actual: random.uniform(-0.5...0.5), consensus: random.uniform(-0.5...0.5)))
        }
      }
      let reader = MacroContextReader(
        ContextSeries(history, declaresExchangeRate: false), parameters: parameters, calendar: .nyse
      )
      let date = history.releases[0].releaseDate.adding(days: Int(random.uniform(0...2300)))
      let full = context(history, at: date)
      #expect(full == context(history.prefix(through: date), at: date), "seed \(seed)")
      #expect(full == reader.context(at: date))
    }
  }
}
