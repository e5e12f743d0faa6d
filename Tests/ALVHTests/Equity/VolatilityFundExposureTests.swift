import ALVH
import Quant
import TestSupport
import Testing

@Suite struct VolatilityFundExposureTests {
  private let start = CalendarDate(dayNumber: 17_000)

  private func exposure(
    count: Int, beta: Double, quantity: Double = 100, through day: Int = 1000
  ) throws -> VolatilityFundExposure {
    var random = SplitMix64(seed: 71)
    var (price, vix) = (20.0, 16.0)
    var (prices, closes): ([DatedValue], [DatedValue]) = ([], [])
    for day in 0..<count {
      prices.append(DatedValue(date: start.adding(days: day), value: price))
      closes.append(DatedValue(date: start.adding(days: day), value: vix))
      let change = random.uniform(-0.08...0.08)
      vix *= 1 + change
      price *= 1 + beta * change
    }
    return try VolatilityFundExposure.estimate(
      quantityShares: quantity, prices: prices, vix: closes, through: start.adding(days: day))
  }

  @Test func exposureIsQuantityTimesPriceTimesBetaOverVIX() throws {
    // 100·20·0.5/16 at the first day's values; here at the last ones.
    guard case .estimated(let dollars, let fit) = try exposure(count: 121, beta: 0.5) else {
      Issue.record("121 closes were not enough")
      return
    }
    #expect(isClose(fit.slopes[0].estimate, 0.5, absolute: 1e-12) && fit.count == 120)
    let short = try exposure(count: 121, beta: 0.5, quantity: -200)
    #expect(isClose(short.dollarsPerVIXPoint, -2 * dollars, absolute: 0, relative: 1e-12))
    let inverse = try exposure(count: 121, beta: -0.5)
    #expect((inverse.dollarsPerVIXPoint ?? 0) < 0)
  }

  @Test func aFundThatFollowsVIXEarnsQuantityTimesPriceOverVIX() throws {
    // With β = 1 the fund stays at 20/16 of VIX: 100·(20/16) = 125 dollars per point.
    let dollars = try exposure(count: 200, beta: 1).dollarsPerVIXPoint
    #expect(isClose(dollars, 125, absolute: 1e-9), "\(dollars as Any), expected 125")
  }

  @Test func fewSessionsAndLaterRowsAreNotUsed() throws {
    #expect(try exposure(count: 120, beta: 1) == .tooFewSessions(count: 119))
    #expect(try exposure(count: 200, beta: 1, through: 50) == .tooFewSessions(count: 50))
    #expect(try exposure(count: 0, beta: 1) == .tooFewSessions(count: 0))
    #expect(!VolatilityFundExposure.entersSizing)
    #expect(throws: SeriesError.parameterOutOfRange(name: "quantityShares")) {
      try exposure(count: 200, beta: 1, quantity: .nan)
    }
    let still = (0..<130).map { DatedValue(date: start.adding(days: $0), value: 10) }
    #expect(
      try VolatilityFundExposure.estimate(
        quantityShares: 1, prices: still, vix: still, through: start.adding(days: 200))
        == .undetermined)
  }
}
