import Quant
import TestSupport
import Testing

@Suite struct InflationReleasesTests {
  /// One release a month from January 2010 for December 2009, on the 15th.
  private func releases(
    _ series: InflationSeries, _ values: [(actual: Double?, consensus: Double?)]
  ) throws -> [MacroRelease] {
    try values.enumerated().map { index, value in
      let date = try #require(
        CalendarDate(year: 2010 + index / 12, month: index % 12 + 1, day: 15))
      let described = 2010 * 12 + index - 1
      let month = described % 12 + 1
      return MacroRelease(
        releaseDate: date, releaseTime: "08:30", series: series,
        period: "\(described / 12)-\(month < 10 ? "0" : "")\(month)", actual: value.actual,
        consensus: value.consensus)
    }
  }

  private func merged(_ parts: [MacroRelease]...) -> [MacroRelease] {
    parts.flatMap { $0 }.sorted { $0.releaseDate < $1.releaseDate }
  }

  /// Twelve earlier surprises of ±0.1 in turn, then `last`.
  private func alternating(_ last: Double) -> [(actual: Double?, consensus: Double?)] {
    (0..<12).map { (actual: $0 % 2 == 0 ? 0.1 : -0.1, consensus: 0) } + [(last, 0)]
  }

  @Test func theDeviationIsThatOfTheEarlierSurprises() throws {
    let rows = try releases(.cpi, alternating(0.3))
    let surprise = try #require(
      InflationReleases(rows).surprise(of: .cpi, at: rows[12].releaseDate).value)
    // Mean 0, squares 12·0.01, divisor 11: sd = √(0.12/11), z = 0.3/sd.
    let expected = 0.3 / (0.12 / 11).squareRoot()
    #expect(
      isClose(surprise.z, expected, absolute: 1e-12),
      "computed \(surprise.z), expected \(expected), tolerance 1e-12")
    #expect(surprise.pastSurprises == 12 && surprise.period == "2010-12")
    #expect(surprise.percentagePoints == 0.3)
  }

  @Test func anExtraordinarySurpriseIsNotBoundedByItsOwnSize() throws {
    let rows = try releases(.cpi, alternating(50))
    let z = try #require(
      InflationReleases(rows).surprise(of: .cpi, at: rows[12].releaseDate).value?.z)
    #expect(z > 400)
  }

  @Test func atMostSixtyEarlierSurprisesCount() throws {
    var values: [(actual: Double?, consensus: Double?)] = (0..<40).map { _ in (1000, 0) }
    values += (0..<60).map { (actual: $0 % 2 == 0 ? 0.1 : -0.1, consensus: 0) }
    values.append((0.3, 0))
    let rows = try releases(.cpi, values)
    let surprise = try #require(
      InflationReleases(rows).surprise(of: .cpi, at: rows[100].releaseDate).value)
    #expect(surprise.pastSurprises == 60)
    #expect(isClose(surprise.z, 0.3 / (0.6 / 59).squareRoot(), absolute: 1e-12))
  }

  @Test func missingDataHasAReasonAndNeverPasses() throws {
    let rows = try releases(.cpi, alternating(0.3))
    let calendar = try InflationReleases(rows)
    let last = rows[12].releaseDate
    #expect(
      calendar.surprise(of: .cpi, at: last.adding(days: -1)).reason
        == .tooFewValues(known: 11, needed: 12))
    #expect(calendar.surprise(of: .cpi, at: last.adding(days: 30)).value != nil)
    #expect(
      calendar.surprise(of: .cpi, at: last.adding(days: 31)).reason
        == .stale(name: "CPI", asOf: last))
    #expect(calendar.surprise(of: .ppi, at: last).reason == .missingInput(name: "PPI"))
    #expect(calendar.reinforcement(at: last).reinforces.reason == .missingInput(name: "PPI"))
    var flat = rows
    for index in 0..<12 { flat[index].actual = 0.3; flat[index].consensus = 0.2 }
    #expect(try InflationReleases(flat).surprise(of: .cpi, at: last).reason == .zeroVariance)
    #expect(
      try InflationReleases([]).surprise(of: .cpi, at: last).reason == .missingInput(name: "CPI"))
  }

  @Test func aNewestReleaseWithoutConsensusIsNotReplacedByAnOlderOne() throws {
    var rows = try releases(.cpi, alternating(0.3) + [(0.9, nil)])
    rows[13].releaseDate = rows[12].releaseDate.adding(days: 20)
    let calendar = try InflationReleases(rows)
    #expect(
      calendar.surprise(of: .cpi, at: rows[13].releaseDate).reason
        == .missingInput(name: "CPI consensus"))
    #expect(calendar.surprise(of: .cpi, at: rows[13].releaseDate.adding(days: -1)).value != nil)
    #expect(calendar.knownSurprises(of: .cpi, at: rows[13].releaseDate) == 13)
  }

  @Test func theNaiveSurpriseComparesWithTheThreeMonthsBefore() throws {
    let rows = try releases(.cpi, [(0.1, nil), (0.2, nil), (0.6, nil), (0.7, nil), (nil, nil)])
    let calendar = try InflationReleases(rows)
    let naive = try #require(calendar.naiveSurprise(of: .cpi, at: rows[4].releaseDate).value)
    // 0.7 − (0.1 + 0.2 + 0.6)/3 = 0.4; the fifth release has no print.
    #expect(isClose(naive.percentagePoints, 0.4, absolute: 1e-12))
    #expect(naive.period == "2010-03")
    #expect(
      calendar.naiveSurprise(of: .cpi, at: rows[2].releaseDate).reason
        == .tooFewValues(known: 2, needed: 3))
    // A missing month is not replaced by the one before it.
    let gap = try InflationReleases(rows.enumerated().filter { $0.offset != 1 }.map(\.element))
    #expect(
      gap.naiveSurprise(of: .cpi, at: rows[3].releaseDate).reason
        == .tooFewValues(known: 2, needed: 3))
  }

  @Test(arguments: [
    (0.06, -0.05, true), (-0.05, 0.06, true), (0.04, 0.04, false), (0.2, -0.06, false),
    (0.2, 0.2, true),
  ])
  func reinforcementNeedsOneClearSurpriseAndNoneAgainst(cpi: Double, ppi: Double, holds: Bool)
    throws
  {
    // The deviation is √(0.12/11) = 0.1044, so ±0.5 lies at ±0.0522.
    let cpiRows = try releases(.cpi, alternating(cpi))
    let rows = merged(cpiRows, try releases(.ppi, alternating(ppi)))
    let result = try InflationReleases(rows).reinforcement(at: cpiRows[12].releaseDate)
    #expect(result.reinforces == .defined(holds))
  }

  @Test func invalidCalendarsAreNamed() throws {
    var rows = try releases(.cpi, [(0.1, 0), (0.2, 0)])
    #expect(throws: SeriesError.unsortedDates(index: 1)) {
      try InflationReleases([rows[1], rows[0]])
    }
    rows[1].consensus = .nan
    #expect(throws: SeriesError.nonFinite(index: 1)) { try InflationReleases(rows) }
  }

  @Test func resultsUseOnlyReleasesOfThePast() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      func values() -> [(actual: Double?, consensus: Double?)] {
        (0..<40).map { _ in
          (
            random.uniform(0...1) < 0.1 ? nil : random.uniform(-1e200...1e200),
            random.uniform(0...1) < 0.2 ? nil : random.uniform(-1...1)
          )
        }
      }
      let rows = merged(try releases(.cpi, values()), try releases(.ppi, values()))
      let date = rows[Int(random.uniform(0...79))].releaseDate.adding(
        days: Int(random.uniform(0...40)))
      var history = MarketHistory()
      history.releases = rows
      let full = try InflationReleases(rows)
      let cut = try InflationReleases(history.prefix(through: date).releases)
      #expect(full.reinforcement(at: date) == cut.reinforcement(at: date), "seed \(seed)")
      #expect(full.naiveSurprise(of: .cpi, at: date) == cut.naiveSurprise(of: .cpi, at: date))
      for surprise in [full.surprise(of: .cpi, at: date), full.surprise(of: .ppi, at: date)] {
        #expect(surprise.value?.z.isFinite ?? true)
      }
    }
  }
}
