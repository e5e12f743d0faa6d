import Foundation
import MarketData
import Quant
import TestSupport
import Testing

/// Quotes around Black prices of one volatility and rate, with a spread of 0.20.
struct ModelChain {
  var date = CalendarDate(dayNumber: 20_644)  // 2026-07-10
  var rate = 0.04
  var quotes: [OptionQuote] = []

  mutating func add(
    _ root: OptionRoot, days: Int, forward: Double, volatility: Double, strikes: [Double]
  ) {
    let expiration = date.adding(days: days)
    let minutes = root.isMorningSettled ? 570 : 960
    guard
      let years = YearFraction.years(from: date, to: expiration, settleMinute: minutes)
    else { return }
    for strike in strikes {
      for right in OptionRight.allCases {
        let mid = Black76.price(
          right, future: forward, strike: strike, rate: rate, volatility: volatility, years: years)
        let contract = OptionContract(
          root: root, expiration: expiration, strike: strike, right: right)
        quotes.append(
          OptionQuote(date: date, contract: contract, bid: max(mid - 0.1, 0), ask: mid + 0.1))
      }
    }
  }

  /// Moves the bid and ask of one option.
  mutating func move(
    _ root: OptionRoot, days: Int, strike: Double, _ right: OptionRight, by points: Double
  ) {
    let contract = OptionContract(
      root: root, expiration: date.adding(days: days), strike: strike, right: right)
    for index in quotes.indices where quotes[index].contract == contract {
      quotes[index].bid += points
      quotes[index].ask += points
    }
  }

  /// Two S&P 500 expirations and one of the VIX.
  static var sound: ModelChain {
    var chain = ModelChain()
    let strikes = stride(from: 3600.0, through: 4400, by: 25).map { $0 }
    chain.add(.spxw, days: 14, forward: 4005, volatility: 0.18, strikes: strikes)
    chain.add(.spx, days: 70, forward: 4030, volatility: 0.19, strikes: strikes)
    chain.add(.vix, days: 40, forward: 20, volatility: 0.9, strikes: (12...30).map(Double.init))
    return chain
  }
}

@Suite struct ChainReportTests {
  private func report(_ chain: ModelChain, rate: Double? = nil) throws -> ChainReport {
    try ChainReport(of: chain.quotes, on: chain.date, rate: rate)
  }

  @Test func aSoundChainHasItsForwardsAndNoViolations() throws {
    let chain = ModelChain.sound
    for rate in [nil, 0.04] {
      let report = try report(chain, rate: rate)
      #expect(report.series.map(\.root) == [.spx, .spxw, .vix])
      for (series, forward) in zip(report.series, [4030, 4005, 20.0]) {
        #expect(abs(series.forward - forward) < 1e-6 * forward, "\(series)")
        #expect(abs(-log(series.discount) / series.years - 0.04) < 1e-6)
        #expect(series.discountSource == (rate == nil ? .implied : .given))
      }
      #expect(report.series.map(\.pairCount) == [33, 31, 18])
      #expect(report.unassessed.isEmpty)
      #expect(report.parityViolations.isEmpty)
      #expect(report.calendarViolations.isEmpty)
      #expect(report.diagnostics(file: "x.csv").isEmpty)
    }
  }

  @Test func theOrderOfTheQuotesDoesNotMatter() throws {
    var chain = ModelChain.sound
    chain.move(.spxw, days: 14, strike: 3900, .put, by: 30)
    let expected = try report(chain)
    var random = SplitMix64(seed: 5)
    for _ in 0..<5 {
      chain.quotes.shuffle(using: &random)
      #expect(try report(chain) == expected)
    }
  }

  @Test func aQuoteOffParityIsListedWithItsResidual() throws {
    var chain = ModelChain.sound
    chain.move(.vix, days: 40, strike: 25, .call, by: 0.15)
    chain.move(.spx, days: 70, strike: 4300, .call, by: 3)
    let report = try report(chain, rate: 0.04)
    #expect(report.calendarViolations.isEmpty)
    let violation = try #require(report.parityViolations.first)
    #expect(report.parityViolations.count == 1)
    #expect(violation.root == .spx && violation.residual.strike == 4300)
    #expect(abs(violation.residual.residual - 3) < 1e-6)
    #expect(abs(violation.residual.halfSpread - 0.2) < 1e-9)
    #expect(abs(violation.excess - 2.8) < 1e-6)
    #expect(
      report.diagnostics(file: "x.csv").map(\.description) == [
        "x.csv: warning: 2026-07-10: call and put of SPX 2026-09-18 4300 are 3.00 points off "
          + "parity, their half-spreads are 0.20. The quotes are used as they are; check them if "
          + "a figure rests on them."
      ])
    #expect(report.diagnostics(file: "x.csv").map(\.code) == [.parityResidual])
  }

  @Test func aNearBidAboveTheFarAskIsListed() throws {
    var chain = ModelChain.sound
    chain.move(.spx, days: 70, strike: 3900, .put, by: -75)
    chain.move(.spx, days: 70, strike: 3925, .put, by: -75)
    let report = try report(chain, rate: 0.04)
    // 3875 of the nearer expiration corresponds to 3899 of the farther one, 3900 to 3924.
    #expect(report.calendarViolations.map(\.near.strike) == [3875, 3900])
    let violation = try #require(report.calendarViolations.last)
    #expect(violation.near.root == .spxw)
    #expect(violation.near.right == .put)
    #expect(violation.farRoot == .spx)
    #expect(abs(violation.farStrike - 3900 * 4030 / 4005) < 1e-6)
    #expect(violation.excess > 0)
    let (near, far) = (violation.nearTotalVariance, violation.farTotalVariance)
    #expect(try #require(near) > #require(far))
    #expect(report.parityViolations.count == 2)
    let text = try #require(report.diagnostics(file: "x.csv").last?.description)
    #expect(text.hasPrefix("x.csv: warning: 2026-07-10: the put SPXW 2026-07-24 3900 is bid "))
    #expect(
      text.hasSuffix(
        " for which SPX 2026-09-18 is offered at the same moneyness. The quotes are used as they "
          + "are; check them if a figure rests on them."))
  }

  @Test func totalVarianceThatDecreasesIsListedAtEveryComparableStrike() throws {
    var chain = ModelChain()
    let strikes = stride(from: 3800.0, through: 4200, by: 50).map { $0 }
    chain.add(.spx, days: 30, forward: 4000, volatility: 0.30, strikes: strikes)
    chain.add(.spx, days: 60, forward: 4000, volatility: 0.10, strikes: strikes)
    let report = try report(chain, rate: 0.04)
    #expect(report.calendarViolations.map(\.near.strike) == strikes)
    #expect(report.parityViolations.isEmpty)
  }

  @Test func volatilityIndexOptionsAreNotComparedInTime() throws {
    var chain = ModelChain()
    let strikes = (12...30).map(Double.init)
    chain.add(.vix, days: 30, forward: 20, volatility: 1.2, strikes: strikes)
    chain.add(.vix, days: 60, forward: 20, volatility: 0.5, strikes: strikes)
    #expect(try report(chain).calendarViolations.isEmpty)
  }

  @Test func seriesThatCannotBeCheckedAreListed() throws {
    var chain = ModelChain()
    chain.add(.spx, days: 70, forward: 4000, volatility: 0.2, strikes: [3900, 4000, 4100])
    chain.add(.spxw, days: 14, forward: 4000, volatility: 0.2, strikes: [4000])
    chain.quotes.removeAll { $0.contract.root == .spxw && $0.contract.right == .put }
    let expired = OptionContract(
      root: .spxw, expiration: chain.date, strike: 4000, right: .call)
    chain.quotes.append(OptionQuote(date: chain.date, contract: expired, bid: 1, ask: 2))
    let report = try report(chain)
    #expect(report.series.isEmpty)
    let remedy = "The quotes are used as they are; check them if a figure rests on them."
    #expect(
      report.diagnostics(file: "x.csv").map(\.description) == [
        "x.csv: warning: 2026-07-10: SPX 2026-09-18 is not checked: its quotes imply no discount "
          + "factor and no rate is given. \(remedy)",
        "x.csv: warning: 2026-07-10: SPXW 2026-07-10 is not checked: it had settled at the time "
          + "of the quotes. \(remedy)",
        "x.csv: warning: 2026-07-10: SPXW 2026-07-24 is not checked: no strike has two-sided "
          + "quotes of call and put. \(remedy)",
      ])
    #expect(try self.report(chain, rate: 0.04).series.map(\.root) == [.spx])
  }

  @Test func factorsOverSeveralYearsAreImpliedStepByStep() throws {
    var chain = ModelChain(rate: 0.06)
    let strikes = stride(from: 3000.0, through: 5400, by: 100).map { $0 }
    for days in [70, 365, 730, 1095] {
      chain.add(.spx, days: days, forward: 4000, volatility: 0.2, strikes: strikes)
    }
    let report = try report(chain)
    #expect(report.series.map(\.discountSource) == Array(repeating: .implied, count: 4))
    #expect(report.series.allSatisfy { abs(-log($0.discount) / $0.years - 0.06) < 1e-6 })
    #expect(report.series.last.map { $0.discount < 0.9 } == true)
    #expect(report.parityViolations.isEmpty)
  }

  @Test func aSlopeOfNoUseTakesTheRateOfTheSeriesBeforeAndIsNotJudged() throws {
    var chain = ModelChain.sound
    chain.add(.spx, days: 365, forward: 4100, volatility: 0.2, strikes: [4000, 4100, 4200])
    chain.move(.spx, days: 365, strike: 4200, .call, by: 50)
    let report = try report(chain)
    let far = try #require(report.series.first { $0.expiration == chain.date.adding(days: 365) })
    #expect(far.discountSource == .extrapolated)
    #expect(abs(-log(far.discount) / far.years - 0.04) < 1e-6)
    #expect(report.parityViolations.isEmpty)
  }

  @Test func quotesOfOtherDatesAreNotLookedAt() throws {
    let chain = ModelChain.sound
    let report = try ChainReport(of: chain.quotes, on: chain.date.adding(days: 3))
    #expect(report.series.isEmpty && report.unassessed.isEmpty)
    #expect(try ChainReport(of: [], on: chain.date).diagnostics(file: "x.csv").isEmpty)
  }

  @Test(arguments: [Double.nan, .infinity]) func aRateThatIsNotFiniteIsRefused(rate: Double) {
    #expect(throws: SeriesError.parameterOutOfRange(name: "rate")) {
      try self.report(.sound, rate: rate)
    }
  }

  @Test func quotesOfAnySizeDoNotTrap() throws {
    var random = SplitMix64(seed: 6)
    let sizes = [0, 1e-300, 0.1, 1, 4000, 1e16, 1e300, .greatestFiniteMagnitude, .infinity, .nan]
    for _ in 0..<300 {
      let quotes = (0..<20).map { _ in
        func pick() -> Double { sizes[Int(random.next() % UInt64(sizes.count))] }
        let contract = OptionContract(
          root: OptionRoot.allCases[Int(random.next() % 3)],
          expiration: CalendarDate(dayNumber: 20_650 + Int(random.next() % 3)), strike: pick(),
          right: random.next() % 2 == 0 ? .call : .put)
        return OptionQuote(
          date: CalendarDate(dayNumber: 20_644), contract: contract, bid: pick(), ask: pick())
      }
      for rate in [nil, 0.04, 1e6] {
        let report = try ChainReport(of: quotes, on: CalendarDate(dayNumber: 20_644), rate: rate)
        #expect(report.diagnostics(file: "x").allSatisfy { !$0.message.isEmpty })
      }
    }
  }
}
