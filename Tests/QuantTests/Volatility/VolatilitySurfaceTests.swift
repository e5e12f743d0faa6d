import Quant
import TestSupport
import Testing

@Suite struct VolatilitySurfaceTests {
  private let chain = SyntheticChain(date: CalendarDate(dayNumber: 16_834))
  private let strikes = stride(from: 1800, through: 2200, by: 25).map(Double.init)

  private func surface(
    _ quotes: [OptionQuote], forwards: [SeriesForward] = []
  ) throws -> VolatilitySurface {
    try VolatilitySurface(
      date: chain.date, spot: chain.spot, rate: chain.rate, quotes: quotes, forwards: forwards)
  }

  private func smile(_ k: Double) -> Double { 0.16 - 0.4 * k + 1.5 * k * k }

  @Test func emptySurfaceHasNoValue() throws {
    let empty = try surface([])
    #expect(empty.slices.isEmpty && empty.rejections.isEmpty && empty.calendarViolations.isEmpty)
    #expect(empty.atTheMoneyVolatility(years: 0.1) == nil)
    #expect(empty.slice(root: .spx, expiration: chain.date) == nil)
  }

  @Test func smileIsRecoveredAtItsStrikesAndFlatBeyondThem() throws {
    let one = try surface(chain.quotes(days: 36, strikes: strikes, volatility: smile))
    let slice = try #require(one.slices.first)
    #expect(isClose(slice.forward, chain.forward(slice.years), absolute: 1e-8))
    for strike in strikes {
      let expected = smile(BlackScholesMertonLog.moneyness(strike, slice.forward))
      let computed = slice.volatility(strike: strike)
      #expect(
        isClose(computed, expected, absolute: 1e-9),
        "\(strike): computed \(computed as Any), expected \(expected) ± 1e-9")
    }
    #expect(slice.volatility(strike: 1000) == slice.volatility(strike: 1800))
    #expect(slice.volatility(strike: 4000) == slice.volatility(strike: 2200))
    #expect(slice.volatility(strike: 0) == nil && slice.volatilitySlope(strike: -1) == nil)
  }

  @Test func totalVarianceIsLinearBetweenStrikes() throws {
    let one = try surface(chain.quotes(days: 36, strikes: strikes, volatility: smile))
    let slice = try #require(one.slices.first)
    let (a, b) = (slice.nodes[3], slice.nodes[4])
    let k = 0.25 * a.logMoneyness + 0.75 * b.logMoneyness
    let expected = 0.25 * a.totalVariance + 0.75 * b.totalVariance
    #expect(isClose(slice.totalVariance(logMoneyness: k), expected, absolute: 1e-15))
    let volatility = (expected / slice.years).squareRoot()
    #expect(isClose(slice.volatility(logMoneyness: k), volatility, absolute: 1e-14))
  }

  @Test func slopeIsTheDerivativeOfTheVolatility() throws {
    let one = try surface(chain.quotes(days: 36, strikes: strikes, volatility: smile))
    let slice = try #require(one.slices.first)
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let strike = random.uniform(1810...2190)
      guard strikes.allSatisfy({ abs($0 - strike) > 0.02 }) else { continue }
      let up = try #require(slice.volatility(strike: strike + 0.01))
      let down = try #require(slice.volatility(strike: strike - 0.01))
      let computed = slice.volatilitySlope(strike: strike)
      #expect(
        isClose(computed, (up - down) / 0.02, absolute: 1e-9),
        "\(strike): computed \(computed as Any), expected \((up - down) / 0.02) ± 1e-9")
    }
    #expect(slice.volatilitySlope(strike: 1500) == 0 && slice.volatilitySlope(strike: 2500) == 0)
    let left = try #require(slice.volatilitySlope(strike: 1999.999))
    let right = try #require(slice.volatilitySlope(strike: 2000.001))
    let node = slice.volatilitySlope(strike: 2000)
    #expect(isClose(node, (left + right) / 2, absolute: 1e-8), "a node takes the mean of its sides")
  }

  @Test func betweenExpirationsTotalVarianceIsLinearInTime() throws {
    let near = chain.quotes(days: 20, strikes: strikes) { _ in 0.2 }
    let far = chain.quotes(days: 60, strikes: strikes) { _ in 0.15 }
    let both = try surface(far + near)
    let (t1, t2) = (chain.years(days: 20), chain.years(days: 60))
    // Half way: w = (0.04·T₁ + 0.0225·T₂)/2.
    let middle = (t1 + t2) / 2
    let expected = ((0.04 * t1 + 0.0225 * t2) / 2 / middle).squareRoot()
    #expect(isClose(both.atTheMoneyVolatility(years: middle), expected, absolute: 1e-9))
    #expect(isClose(both.atTheMoneyVolatility(years: t1), 0.2, absolute: 1e-9))
    #expect(isClose(both.atTheMoneyVolatility(years: t1 / 3), 0.2, absolute: 1e-9))
    #expect(isClose(both.atTheMoneyVolatility(years: t2 * 5), 0.15, absolute: 1e-9))
    #expect(both.atTheMoneyVolatility(years: 0) == nil)
    #expect(both.calendarViolations.isEmpty)
  }

  @Test func calendarViolationIsReportedAndKept() throws {
    let near = chain.quotes(days: 20, strikes: strikes) { _ in 0.3 }
    let far = chain.quotes(.spxw, days: 27, strikes: strikes) { _ in 0.2 }
    let both = try surface(near + far)
    let violation = try #require(both.calendarViolations.first)
    #expect(both.calendarViolations.count == 1)
    #expect(violation.nearRoot == .spx && violation.farRoot == .spxw)
    // 0.09·T₁ − 0.04·T₂.
    let decrease = 0.09 * chain.years(days: 20) - 0.04 * chain.years(.spxw, days: 27)
    #expect(isClose(violation.decrease, decrease, absolute: 1e-9))
    #expect(isClose(both.slices[0].atTheMoneyVolatility, 0.3, absolute: 1e-9))
  }

  @Test func unusableSeriesAreRejectedWithTheReason() throws {
    let thin = chain.quotes(days: 20, strikes: [1900, 1950, 2000, 2050]) { _ in 0.2 }
    let enough = chain.quotes(days: 27, strikes: [1900, 1950, 2000, 2050, 2100]) { _ in 0.2 }
    let expired = chain.quotes(days: 0, strikes: [1900, 2000]) { _ in 0.2 }
    let oneSided = chain.quotes(days: 34, strikes: strikes) { _ in 0.2 }
      .filter { $0.contract.right == .put }
    let vix = chain.quotes(.vix, days: 41, strikes: strikes) { _ in 0.2 }
    let all = try surface(oneSided + thin + expired + vix + enough)
    #expect(all.slices.map(\.expiration) == [chain.date.adding(days: 27)])
    #expect(
      all.rejections.map(\.reason) == [
        .expired, .tooFewStrikes(found: 4), .noForward, .noForward,
      ])
  }

  @Test func wideCrossedAndForeignQuotesDoNotCount() throws {
    var quotes = chain.quotes(days: 36, strikes: strikes, volatility: smile)
    for index in quotes.indices where quotes[index].contract.strike == 1900 {
      quotes[index].ask = quotes[index].bid + 100
    }
    for index in quotes.indices where quotes[index].contract.strike == 1925 {
      quotes[index].bid = .nan
    }
    for index in quotes.indices where quotes[index].contract.strike == 1950 {
      quotes[index].date = chain.date.adding(days: -1)
    }
    let slice = try #require(try surface(quotes).slices.first)
    #expect(slice.nodes.map(\.strike) == strikes.filter { ![1900, 1925, 1950].contains($0) })
  }

  @Test func futuresServeAsForwardsOfVIXOptions() throws {
    let expiration = chain.date.adding(days: 35)
    let quotes = chain.quotes(.vix, days: 35, strikes: strikes) { _ in 0.2 }
    let forward = chain.forward(chain.years(.vix, days: 35))
    let one = try surface(
      quotes, forwards: [SeriesForward(root: .vix, expiration: expiration, forward: forward)])
    let slice = one.slice(root: .vix, expiration: expiration)
    #expect(isClose(slice?.atTheMoneyVolatility, 0.2, absolute: 1e-9))
  }

  @Test func invalidInputIsNamed() {
    let expiration = chain.date.adding(days: 35)
    func build(spot: Double = 2000, rate: Double = 0, forward: Double = 1) throws {
      let forwards = [
        SeriesForward(root: .spx, expiration: expiration, forward: 2000),
        SeriesForward(root: .vix, expiration: expiration, forward: forward),
      ]
      _ = try VolatilitySurface(
        date: chain.date, spot: spot, rate: rate, quotes: [], forwards: forwards)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "spot")) { try build(spot: 0) }
    #expect(throws: SeriesError.parameterOutOfRange(name: "rate")) { try build(rate: .infinity) }
    #expect(throws: SeriesError.nonFinite(index: 1)) { try build(forward: .nan) }
    #expect(throws: SeriesError.nonPositivePrice(index: 1)) { try build(forward: 0) }
  }

  @Test func everyReadingIsFiniteForRandomQuotes() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let scale = [1e-3, 1, 1e6][Int.random(in: 0...2, using: &random)]
      let quotes = (0..<30).map { _ in
        let bid = random.uniform(-0.5...3) * scale
        return OptionQuote(
          date: chain.date,
          contract: OptionContract(
            root: .spx, expiration: chain.date.adding(days: Int.random(in: 0...2, using: &random)),
            strike: (random.uniform(90...110)).rounded() * scale,
            right: Bool.random(using: &random) ? .call : .put),
          bid: bid, ask: bid + random.uniform(-0.1...0.6) * scale)
      }
      let found = try VolatilitySurface(
        date: chain.date, spot: 100 * scale, rate: 0, quotes: quotes)
      for slice in found.slices {
        #expect(slice.nodes.count >= 5)
        for k in [-3, -0.05, 0, 0.02, 3] {
          #expect(slice.volatility(logMoneyness: k).isFinite)
          let years = random.uniform(1e-4...2)
          #expect(try #require(found.volatility(logMoneyness: k, years: years)).isFinite)
        }
        for node in slice.nodes {
          #expect(slice.volatilitySlope(strike: node.strike)?.isFinite ?? true)
        }
      }
    }
  }
}
