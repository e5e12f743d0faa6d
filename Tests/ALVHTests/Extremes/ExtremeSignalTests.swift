import ALVH
import Quant
import TestSupport
import Testing

/// Whatever finite bars the signals accept, every figure of a session's state is finite.
@Suite struct ExtremeSignalTests {
  @Test func statesStayFinite() throws {
    var leads = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let home = random.magnitude()
      var signals = try SignalAccumulator(profile: SignalHistory.busyProfile)
      for day in 0..<60 {
        let close =
          seed.isMultiple(of: 2)
          ? max(home * random.uniform(0.5...2), .leastNonzeroMagnitude) : random.magnitude()
        let date = ExtremeBook.date.adding(days: day)
        let state = try signals.append(
          DailyBar(
            date: date, open: random.signed(), high: random.signed(), low: random.signed(),
            close: close, volume: random.uniform(0...1) < 0.1 ? 0 : random.magnitude()),
          breadth: BreadthCount(
            date: date, advances: abs(random.quantity()), declines: abs(random.quantity())))
        if state.lead != nil { leads += 1 }
        // Reflection is slow: every twelfth state, which carries the running sums of those before.
        guard day % 12 == 11 else { continue }
        let found = nonFiniteNumbers(in: state)
        try #require(found.isEmpty, "seed \(seed), bar \(day): \(found)")
      }
    }
    #expect(leads > 500, "\(leads)")
  }

  @Test func theContextStaysFinite() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var series = ContextSeries()
      let start = CalendarDate(dayNumber: 14_000)
      for month in 0..<70 {
        let date = start.adding(days: month * 31)
        series.realEffectiveExchangeRate.append(
          DatedValue(
            date: date, value: random.magnitude(or: 90...110), known: date.adding(days: 60)))
        for kind in [InflationSeries.cpi, .ppi] {
          series.releases.append(
            MacroRelease(
              releaseDate: date, releaseTime: "08:30", series: kind,
              period: String(date.adding(days: -20).description.prefix(7)),
              actual: random.signed(or: 0...4), consensus: random.signed(or: 0...4)))
        }
      }
      let reader = MacroContextReader(
        series, parameters: Profile.seedOBV.context, calendar: .nyse)
      let context = reader.context(at: start.adding(days: 69 * 31 + 5))
      let found = nonFiniteNumbers(in: context)
      try #require(found.isEmpty, "seed \(seed): \(found)")
    }
  }
}
