import Quant
import TestSupport
import Testing

/// Samples of any finite size give finite statistics, or say why not.
@Suite struct ExtremeStatisticsTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  /// Odd seeds jump between all sizes; even ones stay near one.
  private func sample(_ random: inout SplitMix64, seed: UInt64, count: Int) -> [Double] {
    let home = random.signed()
    return (0..<count).map { _ in
      seed.isMultiple(of: 2) ? home * random.uniform(0.5...2) : random.signed()
    }
  }

  @Test func regressionsStayFinite() throws {
    var fitted = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let count = Int.random(in: 1...20, using: &random)
      let outcome = try OrdinaryLeastSquares.regress(
        sample(&random, seed: seed, count: count),
        on: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          sample(&random, seed: seed, count: count)
        })
      try requireFinite(outcome, seed)
      if let fit = outcome.fit {
        fitted += 1
        try #require(fit.rSquared.map { (0...1).contains($0) } ?? true, "seed \(seed)")
      }
    }
    #expect(fitted > 100, "\(fitted)")
  }

  @Test func blockLengthsStayFiniteAndPositive() throws {
    var found = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let series = sample(&random, seed: seed, count: Int.random(in: 1...60, using: &random))
      guard let length = try OptimalBlockLength.estimate(series) else { continue }
      found += 1
      try requireFinite(length, seed)
      try #require(length.stationary >= 0 && length.circular >= 0, "seed \(seed): \(length)")
    }
    #expect(found > 100, "\(found)")
  }

  @Test func exchangeRatesAndInflationStayFinite() throws {
    var scored = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let start = CalendarDate(dayNumber: 14_000)
      let home = random.magnitude()
      let months = (0..<30).map { month in
        DatedValue(
          date: start.adding(days: 31 * month),
          value: seed.isMultiple(of: 2)
            ? max(home * random.uniform(0.5...2), .leastNonzeroMagnitude) : random.magnitude())
      }
      let rate = try RealExchangeRate(months, windowMonths: 24, minimumMonths: 12)
      let score = rate.score(at: start.adding(days: 2000))
      try requireFinite(score, seed)
      if score.value != nil { scored += 1 }
      let values = sample(&random, seed: seed, count: 60)
      let releases = try InflationReleases(
        (0..<30).map { month in
          let date = start.adding(days: 31 * month)
          return MacroRelease(
            releaseDate: date, releaseTime: "08:30", series: .cpi,
            period: String(date.adding(days: -20).description.prefix(7)),
            actual: values[2 * month], consensus: values[2 * month + 1])
        })
      let date = start.adding(days: 31 * 29 + 3)
      try requireFinite(releases.surprise(of: .cpi, at: date), seed)
      try requireFinite(releases.naiveSurprise(of: .cpi, at: date), seed)
      if releases.surprise(of: .cpi, at: date).value != nil { scored += 1 }
    }
    #expect(scored > 200, "\(scored)")
  }

  @Test func rateDifferentialsStayFinite() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let dates = (0..<70).map { CalendarDate(dayNumber: 16_000 + $0) }
      func rates(_ name: String) throws -> RateSeries {
        try RateSeries(
          name: name, frequency: .daily,
          values: dates.map { DatedValue(date: $0, value: random.signed(or: 0...5)) })
      }
      let differential = try RateDifferential(
        minuend: try rates("a"), subtrahend: try rates("b"), sessions: dates)
      for index in [0, 1, 63, 69] {
        let reading = differential.reading(at: index)
        try requireFinite([reading.value, reading.change, reading.score], seed)
      }
    }
  }

  @Test func marketStructureStaysFinite() throws {
    var ratios = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let start = CalendarDate(dayNumber: 16_000)
      let records = (0..<30).map { row in
        FundamentalRecord(
          known: start.adding(days: 20 * (row / 6)), ticker: "T\(row % 6)", sector: "any",
          price: random.magnitude(or: 10...100), shares: random.magnitude(or: 1e6...1e9),
          operatingCashFlow: random.signed(or: 1e6...1e9),
          priceToEarnings: random.signed(or: 5...40))
      }
      let table = try FundamentalsTable(records)
      let sessions = (0..<40).map { start.adding(days: 3 * $0) }
      let history = PriceToCashFlowHistory(table)
      let track = try RotationTrack(table, sessions: sessions, lag: 5)
      for index in [0, 5, 20, 39] {
        let reading = history.reading(on: sessions[index])
        try requireFinite([reading.aggregate.ratio, reading.percentile], seed)
        if reading.aggregate.ratio.value != nil { ratios += 1 }
        let rotation = track.reading(at: index)
        try requireFinite(
          [
            rotation.rotation, rotation.directionalRotation, rotation.score,
            rotation.targetFraction,
          ], seed)
        try requireFinite(CapitalisationWeights(table.snapshot(on: sessions[index])), seed)
      }
      let prices = (0..<12).map { _ in (random.magnitude(), random.magnitude()) }
      let indices = try RotationTrack(
        capWeighted: prices.map(\.0), equalWeighted: prices.map(\.1), lag: 2)
      try requireFinite(indices.reading(at: 11).rotation, seed)
    }
    #expect(ratios > 100, "\(ratios)")
  }
}
