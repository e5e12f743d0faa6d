import Quant
import TestSupport
import Testing

@Suite struct ParityResidualTests {
  private let date = CalendarDate(dayNumber: 16_834)
  private var expiration: CalendarDate { date.adding(days: 30) }

  private func quote(
    _ right: OptionRight, _ strike: Double, _ bid: Double, _ ask: Double,
    root: OptionRoot = .spx
  ) -> OptionQuote {
    OptionQuote(
      date: date,
      contract: OptionContract(root: root, expiration: expiration, strike: strike, right: right),
      bid: bid, ask: ask)
  }

  private func residuals(
    _ quotes: [OptionQuote], forward: Double = 100, discount: Double = 0.99
  ) throws -> [ParityResidual] {
    try ParityResidual.residuals(
      of: quotes, root: .spx, expiration: expiration, forward: forward, discount: discount)
  }

  @Test func residualIsComparedWithBothHalfSpreads() throws {
    // Call mid 5, put mid 10, D(F − K) = 0.99·(100 − 105) = −4.95: residual −0.05.
    // Half-spreads 0.1 + 0.2 = 0.3.
    let inside = try residuals([quote(.call, 105, 4.9, 5.1), quote(.put, 105, 9.8, 10.2)])
    #expect(inside.count == 1)
    #expect(isClose(inside.first?.residual, -0.05, absolute: 1e-12))
    #expect(isClose(inside.first?.halfSpread, 0.3, absolute: 1e-12))
    #expect(inside.first?.status == .withinSpread)
    // Call mid 6: residual 0.95.
    let outside = try residuals([quote(.call, 105, 5.9, 6.1), quote(.put, 105, 9.8, 10.2)])
    #expect(isClose(outside.first?.residual, 0.95, absolute: 1e-12))
    #expect(outside.first?.status == .outside)
  }

  @Test func onlyTwoSidedPairsOfTheSeriesCount() throws {
    let quotes = [
      quote(.call, 110, 1, 2), quote(.put, 110, 11, 12), quote(.call, 95, 1, 2),
      quote(.put, 90, 0, 0.1), quote(.call, 90, 11, 12), quote(.call, 100, 1, 2),
      quote(.put, 100, 1, 2, root: .spxw), quote(.put, 105, 7, 8), quote(.call, 105, 2, 3),
    ]
    #expect(try residuals(quotes).map(\.strike) == [105, 110])
    #expect(try residuals([]).isEmpty)
  }

  @Test func invalidInputIsNamed() {
    #expect(throws: SeriesError.parameterOutOfRange(name: "forward")) {
      try residuals([], forward: 0)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "discount")) {
      try residuals([], discount: .nan)
    }
  }

  @Test func pricesOfOneModelHaveNoResidual() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let forward = random.uniform(10...6000)
      let strike = forward * random.uniform(0.8...1.2)
      let rate = random.uniform(0...0.08)
      let price = { (right: OptionRight) in
        Black76.price(
          right, future: forward, strike: strike, rate: rate, volatility: 0.5, years: 1)
      }
      let quotes = OptionRight.allCases.map { right in
        quote(right, strike, price(right) * 0.99, price(right) * 1.01)
      }
      let discount = 1 / BlackScholesMertonLog.forward(1, rate)
      let found = try residuals(quotes, forward: forward, discount: discount)
      #expect(isClose(found.first?.residual, 0, absolute: 1e-10 * forward), "\(found)")
      #expect(found.first?.status == .withinSpread)
    }
  }
}
