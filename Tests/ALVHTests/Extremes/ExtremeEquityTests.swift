import ALVH
import Quant
import TestSupport
import Testing

/// Finite inputs of any size give finite figures of an equity book, or a documented refusal.
@Suite struct ExtremeEquityTests {
  private func requireFinite(_ value: Any, _ seed: UInt64) throws {
    let found = nonFiniteNumbers(in: value)
    try #require(found.isEmpty, "seed \(seed): computed \(found), expected finite numbers")
  }

  /// The value, or `nil` when figures are beyond a double, which must be the only error.
  private func representable<Value>(
    _ name: String, _ make: () throws(SeriesError) -> Value
  ) -> Value? {
    do throws(SeriesError) {
      return try make()
    } catch {
      #expect(error == .parameterOutOfRange(name: name))
      return nil
    }
  }

  /// Odd seeds jump between all sizes; even ones stay near one, so that ratios exist.
  private func series(
    _ random: inout SplitMix64, seed: UInt64, count: Int, step: Int = 1
  ) -> [DatedValue] {
    let home = random.magnitude()
    return (0..<count).map { index in
      let value =
        seed.isMultiple(of: 2)
        ? max(home * random.uniform(0.5...2), .leastNonzeroMagnitude) : random.magnitude()
      return DatedValue(date: ExtremeBook.date.adding(days: index * step), value: value)
    }
  }

  @Test func booksAndDividendsStayFinite() throws {
    var books = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let positions = (0..<4).map { number in
        EquityPosition(
          ticker: "T\(number)", quantityShares: random.signed(or: 1...1000),
          priceDollars: random.magnitude(or: 10...100),
          dividendPerShareDollars: random.magnitude(or: 0...2),
          payDates: [20, 50].map { ExtremeBook.date.adding(days: $0) })
      }
      if let book = representable(
        "marketValueDollars",
        { () throws(SeriesError) in
          try EquityBook(positions)
        })
      {
        books += 1
        try requireFinite(book, seed)
        try requireFinite(book.weights ?? [], seed)
      }
      let prices = series(&random, seed: seed, count: 60)
      let payments = try positions[0].payments(
        prices: prices, withholdingFraction: random.uniform(0...1),
        through: ExtremeBook.date.adding(days: 90))
      try requireFinite(payments, seed)
      for reinvests in [true, false] {
        let plan = representable("payments") { () throws(SeriesError) in
          try DividendReinvestment(
            shares: abs(positions[0].quantityShares), payments: payments, reinvests: reinvests)
        }
        try requireFinite(plan as Any, seed)
      }
    }
    #expect(books > 50, "\(books)")
  }

  @Test func regressionsStayFinite() throws {
    var targets = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let end = ExtremeBook.date.adding(days: 2000)
      let values = series(&random, seed: seed, count: 125)
      var vix = series(&random, seed: seed, count: 125)
      if seed.isMultiple(of: 4) {
        // A book that loses when VIX rises, so that a regression finds a target.
        for index in vix.indices {
          vix[index].value = 100 * (values[0].value / values[index].value)
        }
      }
      let moves = representable("valuesDollars") { () throws(SeriesError) in
        try BookVolatilityMove.series(valuesDollars: values, vix: vix, through: end)
      }
      if let moves {
        let target = try EquityHedgeTarget.regress(moves)
        try requireFinite(target, seed)
        if case .refused = target { continue }
        targets += 1
      }
      let exposure = try VolatilityFundExposure.estimate(
        quantityShares: random.signed(or: 1...1000), prices: values, vix: vix, through: end)
      try requireFinite(exposure, seed)
    }
    #expect(targets > 30, "\(targets)")
  }

  @Test func rateSensitivitiesStayFinite() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let weeks = (0..<106).map { _ in
        RateSensitivityWeek(
          returnFraction: random.signed(or: -0.1...0.1),
          yieldChangeBasisPoints: random.signed(or: -20...20),
          marketReturnFraction: random.signed(or: -0.1...0.1))
      }
      try requireFinite(try RateSensitivity.regress(weeks), seed)
      let prices = series(&random, seed: 0, count: 20, step: 7)
      let market = series(&random, seed: 0, count: 20, step: 7)
      let yields = prices.map { DatedValue(date: $0.date, value: random.signed(or: 0...5)) }
      let sampled = representable("yieldsPercent") { () throws(SeriesError) in
        try RateSensitivityWeek.series(
          prices: prices, yieldsPercent: yields, market: market,
          through: ExtremeBook.date.adding(days: 400))
      }
      try requireFinite(sampled as Any, seed)
    }
  }

  @Test func theCostOfCapitalStaysFinite() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let cost = try WeightedAverageCostOfCapital(
        equityDollars: random.magnitude(), debtDollars: random.magnitude(),
        equityCostPerYear: random.uniform(-100...100), debtCostPerYear: random.uniform(-100...100),
        taxFraction: random.uniform(0...1))
      try requireFinite(cost, seed)
      try #require((0...1).contains(cost.equityFraction) && abs(cost.costPerYear) <= 100)
    }
  }
}
