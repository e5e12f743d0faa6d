import ALVH
import Quant
import TestSupport
import Testing

@Suite struct RateSensitivityTests {
  // A Monday.
  private let start = CalendarDate(dayNumber: 16_804)

  private func weeks(
    _ count: Int, rate: Double, market: Double, noise: Double, seed: UInt64
  ) -> [RateSensitivityWeek] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let change = random.uniform(-30...30)
      let index = random.uniform(-0.04...0.04)
      let error = noise * random.uniform(-1...1)
      return RateSensitivityWeek(
        returnFraction: 0.001 + rate / 10_000 * change + market * index + error,
        yieldChangeBasisPoints: change, marketReturnFraction: index)
    }
  }

  @Test func slopesAreRecoveredInPercentPer100BasisPoints() throws {
    for seed in 0..<200 as Range<UInt64> {
      let (rate, market) = (-8 + Double(seed) / 20, 0.5 + Double(seed) / 200)
      let sample = weeks(104, rate: rate, market: market, noise: 0, seed: seed)
      let estimate = try #require(try RateSensitivity.regress(sample).estimate)
      #expect(
        isClose(estimate.percentPer100BasisPoints.estimate, rate, absolute: 1e-10),
        "computed \(estimate), expected \(rate), tolerance 1e-10")
      #expect(isClose(estimate.marketBeta.estimate, market, absolute: 1e-11))
      #expect(estimate.weeks == 104 && (estimate.rSquared ?? 0) > 1 - 1e-12)
    }
  }

  @Test func theTrueSlopeIsWithinItsErrors() throws {
    var misses = 0
    for seed in 0..<200 as Range<UInt64> {
      let sample = weeks(156, rate: -5, market: 0.8, noise: 0.02, seed: seed)
      let slope = try #require(
        try RateSensitivity.regress(sample).estimate?.percentPer100BasisPoints)
      let error = try #require(slope.standardError)
      if abs(slope.estimate + 5) > 1.96 * error { misses += 1 }
    }
    // 5 % of 200 are 10; 25 would be five standard deviations off.
    #expect(misses < 25, "\(misses) of 200 outside ±1.96 standard errors")
  }

  @Test func shortOrDegenerateSamplesSayWhy() throws {
    let sample = weeks(103, rate: -5, market: 1, noise: 0, seed: 1)
    #expect(try RateSensitivity.regress(sample) == .tooFewWeeks(count: 103))
    #expect(try RateSensitivity.regress([]) == .tooFewWeeks(count: 0))
    let still = weeks(110, rate: -5, market: 1, noise: 0, seed: 1).map { week in
      var week = week
      week.yieldChangeBasisPoints = 0
      return week
    }
    #expect(try RateSensitivity.regress(still) == .undetermined)
    var broken = sample
    broken[7].marketReturnFraction = .nan
    #expect(throws: SeriesError.nonFinite(index: 7)) { try RateSensitivity.regress(broken) }
  }

  private func value(_ day: Int, _ value: Double) -> DatedValue {
    DatedValue(date: start.adding(days: day), value: value)
  }

  @Test func weeksEndAtTheirLastCommonDate() throws {
    // Week 0 ends on Thursday, because Friday has no yield; week 1 on Friday; week 2 is missing.
    let prices = [value(3, 50), value(4, 99), value(9, 60), value(11, 55), value(25, 66)]
    let yields = [value(3, 2), value(11, 2.25), value(25, 2)]
    let market = [value(3, 100), value(4, 1), value(11, 105), value(25, 100)]
    func sample(through day: Int) throws -> [RateSensitivityWeek] {
      try RateSensitivityWeek.series(
        prices: prices, yieldsPercent: yields, market: market, through: start.adding(days: day))
    }
    let all = try sample(through: 100)
    #expect(all.count == 1)
    #expect(isClose(all.first?.returnFraction, 0.1, absolute: 1e-15))
    #expect(all.first?.yieldChangeBasisPoints == 25)
    #expect(isClose(all.first?.marketReturnFraction, 0.05, absolute: 1e-15))
    #expect(try sample(through: 11) == all && sample(through: 10).isEmpty)
  }

  @Test func laterRowsChangeNothing() throws {
    var random = SplitMix64(seed: 62)
    func series(_ range: ClosedRange<Double>) -> [DatedValue] {
      (0..<200).filter { $0 % 7 < 5 }.compactMap { day in
        let date = start.adding(days: day)
        guard random.uniform(0...1) > 0.1 else { return nil }
        let isLate = random.uniform(0...1) > 0.8
        return DatedValue(
          date: date, value: random.uniform(range), known: isLate ? date.adding(days: 3) : nil)
      }
    }
    let (prices, yields, market) = (series(20...30), series(1...5), series(900...1100))
    for day in 0..<200 {
      let date = start.adding(days: day)
      let known = { (rows: [DatedValue]) in rows.filter { $0.known <= date } }
      let cut = try RateSensitivityWeek.series(
        prices: known(prices), yieldsPercent: known(yields), market: known(market), through: date)
      let whole = try RateSensitivityWeek.series(
        prices: prices, yieldsPercent: yields, market: market, through: date)
      #expect(whole == cut, "day \(day)")
    }
  }

  @Test func invalidSeriesAreNamed() {
    let good = [value(3, 1), value(10, 2)]
    func refuses(
      _ error: SeriesError, prices: [DatedValue]? = nil, yields: [DatedValue]? = nil,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(throws: error, sourceLocation: sourceLocation) {
        try RateSensitivityWeek.series(
          prices: prices ?? good, yieldsPercent: yields ?? good, market: good,
          through: start.adding(days: 99))
      }
    }
    refuses(.nonPositivePrice(index: 1), prices: [value(3, 1), value(10, 0)])
    refuses(.nonFinite(index: 0), yields: [value(3, .nan)])
    refuses(.unsortedDates(index: 1), yields: [value(3, 0), value(2, -1)])
    refuses(.duplicateDate(index: 1), prices: [value(3, 1), value(3, 1)])
    refuses(.parameterOutOfRange(name: "prices"), prices: [value(3, 1e-300), value(10, 1e300)])
  }
}
