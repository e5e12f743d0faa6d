import Quant
import TestSupport
import Testing

@Suite struct RateDifferentialTests {
  private let start = CalendarDate(dayNumber: 15_000)

  private func daily(_ name: String, _ values: [Double]) throws -> RateSeries {
    try RateSeries(
      name: name, frequency: .daily,
      values: values.enumerated().map { DatedValue(date: start.adding(days: $0), value: $1) })
  }

  private func sessions(_ count: Int) -> [CalendarDate] {
    (0..<count).map { start.adding(days: $0) }
  }

  @Test func valueChangeAndScoreOfARamp() throws {
    // Difference t/100: change over 63 sessions 0.63; z of the last of n consecutive integers is
    // ((n − 1)/2) / √(n(n + 1)/12) = 377.5/√47691 for n = 756.
    let first = try daily("DGS10", (0..<800).map { 2 + Double($0) / 50 })
    let second = try daily("foreign", (0..<800).map { 1 + Double($0) / 100 })
    let track = try RateDifferential(
      minuend: first, subtrahend: second, sessions: sessions(800))
    let reading = track.reading(at: 780)
    #expect(isClose(reading.value.value, 1 + 7.8, absolute: 1e-12))
    #expect(isClose(reading.change.value, 0.63, absolute: 1e-12))
    let expected = 377.5 / 47_691.0.squareRoot()
    #expect(
      isClose(reading.score.value, expected, absolute: 1e-10),
      "computed \(String(describing: reading.score)), expected \(expected), tolerance 1e-10")
    #expect(track.reading(at: 62).change.reason == .tooFewValues(known: 63, needed: 64))
    #expect(track.reading(at: 63).change.value != nil)
    #expect(track.reading(at: 754).score.reason == .tooFewValues(known: 755, needed: 756))
    #expect(track.reading(at: 755).score.value != nil)
    #expect(
      try RateDifferential.value(of: first, less: second, on: sessions(800)[780])
        == reading.value.value)
  }

  @Test func aDailyValueIsStaleOnTheEighthDay() throws {
    let first = try daily("DGS10", [2, 3])
    let second = try daily("DGS2", Array(repeating: 1, count: 30))
    let last = start.adding(days: 1)
    #expect(try RateDifferential.value(of: first, less: second, on: last.adding(days: 7)) == 2)
    #expect(throws: SeriesError.stale(name: "DGS10", asOf: last)) {
      try RateDifferential.value(of: first, less: second, on: last.adding(days: 8))
    }
    #expect(throws: SeriesError.missingInput(name: "DGS10")) {
      try RateDifferential.value(of: first, less: second, on: start.adding(days: -1))
    }
    let track = try RateDifferential(
      minuend: first, subtrahend: second, sessions: sessions(20))
    #expect(track.reading(at: 9).value.reason == .stale(name: "DGS10", asOf: last))
    #expect(track.reading(at: 9).score.reason == .stale(name: "DGS10", asOf: last))
  }

  @Test func aMonthlyAgeCountsFromTheEndOfItsMonth() throws {
    let january = try #require(CalendarDate("2015-01-01"))
    let known = try #require(CalendarDate("2015-02-15"))
    let series = try RateSeries(
      name: "foreign", frequency: .monthly,
      values: [DatedValue(date: january, value: 0.5, known: known)])
    let limit = try #require(CalendarDate("2015-03-17"))  // 31 January + 45 days
    #expect(try series.value(on: limit).value == 0.5)
    #expect(throws: SeriesError.stale(name: "foreign", asOf: january)) {
      try series.value(on: limit.adding(days: 1))
    }
    #expect(throws: SeriesError.missingInput(name: "foreign")) {
      try series.value(on: known.adding(days: -1))
    }
  }

  @Test func differencesThatOverflowOrDoNotVaryAreUndefined() throws {
    let high = try daily("high", Array(repeating: .greatestFiniteMagnitude, count: 800))
    let low = try daily("low", Array(repeating: -.greatestFiniteMagnitude, count: 800))
    let track = try RateDifferential(minuend: high, subtrahend: low, sessions: sessions(800))
    #expect(track.reading(at: 799).value.reason == .notRepresentable)
    #expect(throws: SeriesError.parameterOutOfRange(name: "rateDifferential")) {
      try RateDifferential.value(of: high, less: low, on: start)
    }
    // 0.3 − 0.2 and 0.2 − 0.1 differ by rounding only.
    let first = try daily("first", (0..<800).map { $0 % 2 == 0 ? 0.3 : 0.2 })
    let second = try daily("second", (0..<800).map { $0 % 2 == 0 ? 0.2 : 0.1 })
    let flat = try RateDifferential(minuend: first, subtrahend: second, sessions: sessions(800))
    #expect(flat.reading(at: 799).score.reason == .zeroVariance)
  }

  @Test func aRevisionCountsFromTheDayItIsKnown() throws {
    let rows = [
      DatedValue(date: start, value: 1),
      DatedValue(date: start, value: 2, known: start.adding(days: 3)),
      DatedValue(date: start.adding(days: 1), value: 5),
    ]
    let series = try RateSeries(name: "x", frequency: .daily, values: rows)
    #expect(try series.value(on: start).value == 1)
    #expect(try series.value(on: start.adding(days: 3)).value == 5)
    let old = try RateSeries(name: "x", frequency: .daily, values: Array(rows[..<2]))
    #expect(try old.value(on: start.adding(days: 2)).value == 1)
    #expect(try old.value(on: start.adding(days: 3)).value == 2)
  }

  @Test func invalidInputIsNamed() throws {
    #expect(throws: SeriesError.nonFinite(index: 1)) { try daily("x", [1, .infinity]) }
    let row = DatedValue(date: start, value: 1)
    #expect(throws: SeriesError.duplicateDate(index: 1)) {
      try RateSeries(name: "x", frequency: .daily, values: [row, row])
    }
    let series = try daily("x", [1, 2])
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try RateDifferential(
        minuend: series, subtrahend: series, sessions: [start, start.adding(days: -1)])
    }
    let empty = try RateSeries(name: "none", frequency: .daily, values: [])
    let track = try RateDifferential(minuend: series, subtrahend: empty, sessions: [start])
    #expect(track.reading(at: 0).value.reason == .missingInput(name: "none"))
  }

  @Test func readingsUseOnlyWhatWasKnown() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      func series(_ name: String, _ frequency: RateSeries.Frequency) throws -> RateSeries {
        let step = frequency == .daily ? 1 : 31
        let values = (0..<(120 / step)).map { index in
          let date = start.adding(days: index * step)
          return DatedValue(
            date: date, value: random.uniform(-2...5),
            known: date.adding(days: Int(random.uniform(0...4))))
        }
        return try RateSeries(name: name, frequency: frequency, values: values)
      }
      let first = try series("first", .daily)
      let second = try series("second", .monthly)
      let dates = sessions(150)
      let track = try RateDifferential(minuend: first, subtrahend: second, sessions: dates)
      let last = Int(random.uniform(0...149))
      func cut(_ series: RateSeries) throws -> RateSeries {
        try RateSeries(
          name: series.name, frequency: series.frequency,
          values: series.values.filter { $0.known <= dates[last] })
      }
      let known = try RateDifferential(
        minuend: cut(first), subtrahend: cut(second), sessions: Array(dates[...last]))
      #expect(track.reading(at: last) == known.reading(at: last), "seed \(seed)")
      guard let value = track.reading(at: last).value.value else { continue }
      #expect(
        try RateDifferential.value(of: first, less: second, on: dates[last]) == value)
    }
  }
}
