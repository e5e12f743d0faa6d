import Quant
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RealExchangeRateTests {
  /// One value a month from January 2000, dated by the first, known 25 days after month end.
  private func months(_ values: [Double]) throws -> [DatedValue] {
    try values.enumerated().map { index, value in
      let date = try #require(CalendarDate(year: 2000 + index / 12, month: index % 12 + 1, day: 1))
      return DatedValue(date: date, value: value, known: PublicationMonth.defaultKnown(for: date))
    }
  }

  @Test func theDefaultKnownDateIsTwentyFiveDaysAfterTheMonth() throws {
    let february = try #require(CalendarDate("2024-02-01"))
    #expect(PublicationMonth.defaultKnown(for: february) == CalendarDate("2024-03-25"))
    let december = try #require(CalendarDate("2023-12-31"))
    #expect(PublicationMonth.defaultKnown(for: december) == CalendarDate("2024-01-25"))
  }

  @Test func aRampHasItsHandComputedScore() throws {
    // ln R = 1…60: mean 30.5, sample variance 60·61/12 = 305, z = 29.5/√305 = 1.689147…
    let series = try months((1...60).map { exp(Double($0) / 100) })
    let rate = try RealExchangeRate(series)
    let score = try #require(rate.score(at: series[59].known).value)
    let expected = 29.5 / 305.0.squareRoot()
    #expect(
      isClose(score.z, expected, absolute: 1e-12),
      "computed \(score.z), expected \(expected), tolerance 1e-12")
    #expect(score.months == 60 && score.isElevated && score.month == series[59].date)
  }

  @Test func aMonthCountsFromItsKnownDateAndNotBefore() throws {
    let series = try months((1...61).map { exp(Double($0) / 100) })
    let rate = try RealExchangeRate(series)
    let dayBefore = series[60].known.adding(days: -1)
    #expect(rate.score(at: dayBefore).value?.month == series[59].date)
    #expect(rate.score(at: series[60].known).value?.month == series[60].date)
    #expect(
      rate.score(at: series[59].known.adding(days: -1)).reason
        == .tooFewValues(known: 59, needed: 60))
    #expect(
      rate.score(at: series[0].date).reason == .missingInput(name: "realEffectiveExchangeRate"))
  }

  @Test func aKnownDateInsideItsMonthTakesTheDefault() throws {
    let plain = try months((1...60).map { exp(Double($0) / 100) })
    let claimed = plain.map { DatedValue(date: $0.date, value: $0.value) }
    let rate = try RealExchangeRate(claimed)
    for row in plain.suffix(2) {
      #expect(
        rate.score(at: row.known.adding(days: -1))
          == (try RealExchangeRate(plain)).score(
            at: row.known.adding(days: -1)))
    }
    #expect(rate.score(at: plain[59].known).value?.known == plain[59].known)
  }

  @Test func onlyTheLastHundredAndTwentyMonthsCount() throws {
    let values = (1...150).map { exp(Double($0) / 100) }
    let all = try months(values)
    let late = Array(all.suffix(120))
    let date = all[149].known
    let score = try RealExchangeRate(all).score(at: date).value
    #expect(score == (try RealExchangeRate(late)).score(at: date).value)
    #expect(score?.months == 120)
    // A gap does not lengthen the window: ten years of calendar, not 120 rows.
    let gappy = all.enumerated().filter { $0.offset < 40 || $0.offset >= 70 }.map(\.element)
    #expect(try RealExchangeRate(gappy).score(at: date).value?.months == 90)
  }

  @Test(arguments: [1e-300, 1.0, 100, 1e300])
  func aConstantSeriesIsUndefinedAtEveryScale(level: Double) throws {
    let series = try months(Array(repeating: level, count: 70))
    #expect(
      try RealExchangeRate(series).score(at: series[69].known).reason == .zeroVariance)
  }

  @Test func anOldSeriesIsStaleWhenAnAgeIsGiven() throws {
    let series = try months((1...60).map { exp(Double($0) / 100) })
    let rate = try RealExchangeRate(series)
    let end = PublicationMonth.lastDay(ofMonthOf: series[59].date)
    #expect(rate.score(at: end.adding(days: 100), maximumAgeDays: 100).value != nil)
    #expect(
      rate.score(at: end.adding(days: 101), maximumAgeDays: 100).reason
        == .stale(name: "realEffectiveExchangeRate", asOf: series[59].date))
    #expect(rate.score(at: end.adding(days: 4000)).value != nil)
  }

  @Test func invalidSeriesAreNamed() throws {
    let good = try months([1, 2, 3])
    var bad = good
    bad[1].value = .nan
    #expect(throws: SeriesError.nonFinite(index: 1)) { try RealExchangeRate(bad) }
    bad[1].value = 0
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) { try RealExchangeRate(bad) }
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try RealExchangeRate([good[1], good[0]])
    }
    let second = DatedValue(date: good[0].date.adding(days: 20), value: 1)
    #expect(throws: SeriesError.duplicateDate(index: 1)) {
      try RealExchangeRate([good[0], second])
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "minimumMonths")) {
      try RealExchangeRate(good, minimumMonths: 1)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "windowMonths")) {
      try RealExchangeRate(good, windowMonths: 59)
    }
  }

  @Test func aRevisionCountsFromTheDayItIsKnown() throws {
    let first = try months((0..<80).map { 100 + Double($0 % 7) })
    let revised = DatedValue(
      date: first[70].date, value: 140, known: first[70].known.adding(days: 200))
    let withVintages = first[...70] + [revised] + first[71...]
    let once = try RealExchangeRate(first)
    let twice = try RealExchangeRate(Array(withVintages))
    let eve = revised.known.adding(days: -1)
    #expect(twice.score(at: eve).value == once.score(at: eve).value)
    var corrected = first
    corrected[70].value = 140
    let after = try RealExchangeRate(corrected).score(at: revised.known).value
    #expect(twice.score(at: revised.known).value == after)
    #expect(after != once.score(at: revised.known).value)
    #expect(throws: SeriesError.duplicateDate(index: 72)) {
      try RealExchangeRate(first[...70] + [revised, revised] + first[71...])
    }
  }

  @Test func laterRowsNeverChangeAScore() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let scale = exp(random.uniform(-600...600))
      var series = try months((0..<90).map { _ in scale * random.uniform(0.5...2) })
      // Some months come out late, so that knowledge is not in date order.
      for index in series.indices where random.uniform(0...1) < 0.2 {
        series[index].known = series[index].known.adding(days: Int(random.uniform(0...70)))
      }
      let full = try RealExchangeRate(series)
      let date = series[60].date.adding(days: Int(random.uniform(0...800)))
      let cut = try RealExchangeRate(series.filter { $0.known <= date })
      #expect(full.score(at: date) == cut.score(at: date), "seed \(seed)")
      if let score = full.score(at: date).value { #expect(score.z.isFinite) }
    }
  }
}
