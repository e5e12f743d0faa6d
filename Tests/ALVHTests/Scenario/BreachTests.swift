import ALVH
import Quant
import TestSupport
import Testing

@Suite struct EmpiricalBreachTests {
  private let start = CalendarDate(dayNumber: 12_000)

  private func bars(_ closes: [Double], low: Double = 1, high: Double = 1) -> [DailyBar] {
    closes.enumerated().map { index, close in
      DailyBar(
        date: start.adding(days: index), open: close, high: close * high, low: close * low,
        close: close, volume: nil)
    }
  }

  private func walk(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    var log = RealFunctions.log(2000)
    return (0..<count).map { _ in
      log += random.uniform(-0.012...0.012)
      return RealFunctions.exp(log)
    }
  }

  private func frequency(
    _ level: Double, _ bars: [DailyBar], side: BreachSide = .below, sessions: Int = 10,
    day: Int? = nil
  ) throws -> Result<EmpiricalBreach, EmpiricalBreachIssue> {
    try EmpiricalBreach.frequency(
      of: level, side: side, sessions: sessions, bars: bars,
      asOf: start.adding(days: day ?? bars.count - 1))
  }

  /// The definition written out: scale every path and look at it.
  private func brute(_ level: Double, below: Bool, _ sessions: Int, _ bars: [DailyBar]) throws -> (
    windows: Int, ends: Int, touches: Int
  ) {
    let closes = bars.map(\.close)
    let volatility = try RealisedVolatility.series(close: closes)
    let today = try #require(volatility.last ?? nil)
    let spot = try #require(closes.last)
    var result = (windows: 0, ends: 0, touches: 0)
    for first in 0..<max(closes.count - sessions, 0) {
      guard let then = volatility[first], then > 0 else { continue }
      func scaled(_ price: Double) -> Double {
        spot * RealFunctions.exp(RealFunctions.log(price / closes[first]) * today / then)
      }
      let end = scaled(closes[first + sessions])
      let extremes = (first + 1...first + sessions).map {
        scaled(below ? bars[$0].low : bars[$0].high)
      }
      result.windows += 1
      if below ? end < level : end > level { result.ends += 1 }
      if extremes.contains(where: { below ? $0 <= level : $0 >= level }) { result.touches += 1 }
    }
    return result
  }

  @Test func frequencyIsTheShareOfScaledWindows() throws {
    for seed in 0..<4 {
      let history = bars(walk(1300, seed: UInt64(seed)), low: 0.995, high: 1.004)
      let spot = try #require(history.last?.close)
      for (ratio, side) in [(0.97, BreachSide.below), (0.99, .below), (1.02, .above)] {
        let found = try frequency(spot * ratio, history, side: side).get()
        let expected = try brute(spot * ratio, below: side == .below, 10, history)
        #expect(found.windows == expected.windows && found.windows == 1300 - 21 - 10)
        #expect(isClose(found.ends * Double(found.windows), Double(expected.ends), absolute: 1e-9))
        #expect(
          isClose(found.touches * Double(found.windows), Double(expected.touches), absolute: 1e-9))
        #expect(found.touches >= found.ends && found.independentWindows == found.windows / 10)
      }
    }
  }

  @Test func tooLittleHistoryGivesTheReason() throws {
    let history = bars(walk(1030, seed: 1))
    #expect(
      try frequency(1900, history) == .failure(.tooFewWindows(found: 999, needed: 1000)))
    #expect(try frequency(1900, bars(walk(1031, seed: 1))).get().windows == 1000)
    #expect(try frequency(1900, bars([2000])) == .failure(.noVolatility))
    #expect(try frequency(1900, bars([2000, 2010])) == .failure(.noVolatility))
    #expect(
      try frequency(1900, bars([Double](repeating: 2000, count: 1500)))
        == .failure(.noVolatility))
  }

  @Test func laterSessionsAreNeverRead() throws {
    let history = bars(walk(1600, seed: 9), low: 0.995)
    for day in stride(from: 1100, to: 1600, by: 50) {
      let cut = Array(history.prefix(day + 1))
      #expect(
        try frequency(1900, history, day: day) == frequency(1900, cut, day: day), "day \(day)")
    }
  }

  @Test func aLowAboveTheCloseDoesNotHideATouch() throws {
    let closes = walk(1300, seed: 2)
    let level = closes[1299] * 0.98
    let plain = try frequency(level, bars(closes)).get()
    let wrong = try frequency(level, bars(closes, low: 1.05)).get()
    #expect(plain == wrong && plain.touches >= plain.ends)
  }

  @Test func invalidInputIsNamed() {
    let history = bars(walk(30, seed: 1))
    #expect(throws: SeriesError.parameterOutOfRange(name: "level")) { try frequency(0, history) }
    #expect(throws: SeriesError.parameterOutOfRange(name: "sessions")) {
      try frequency(1, history, sessions: 0)
    }
    #expect(throws: SeriesError.emptySeries) { try frequency(1, [], day: 3) }
    var bad = history
    bad[4].close = -1
    #expect(throws: SeriesError.nonPositivePrice(index: 4)) { try frequency(1, bad) }
    bad = history
    bad[6].date = bad[5].date
    #expect(throws: SeriesError.duplicateDate(index: 6)) { try frequency(1, bad) }
  }
}

@Suite struct BreachOutlookTests {
  private let series = OptionSeries(root: .spx, expiration: Positions.expiration)

  @Test func skewComesFromTheSeriesOwnSmile() throws {
    let market = try ScenarioFixture.market()
    let surface = try #require(market.indexSurface)
    let slice = try #require(surface.slice(root: .spx, expiration: Positions.expiration))
    let breach = try #require(
      RiskNeutralBreach(
        level: 1883.2, side: .below, series: series, market: market.index, surface: surface))
    #expect(breach.volatility == slice.volatility(strike: 1883.2))
    #expect(breach.volatilitySlope == slice.volatilitySlope(strike: 1883.2))
    #expect(breach.volatilitySlope < 0)
    let model = BreachProbability(
      spot: 2000, rate: 0.005, dividendYield: 0.02, volatility: breach.volatility,
      years: slice.years)
    let expected = model.endsBelow(1883.2, volatilitySlope: breach.volatilitySlope)
    #expect(isClose(breach.ends, expected, absolute: 1e-9))
    #expect(breach.ends < model.endsBelow(1883.2), "a falling smile has less mass below than flat")
    #expect(isClose(breach.touches, model.touchesBelow(1883.2), absolute: 1e-9))
    // The skewed probability is the slope of the put's price: e^(−rT)·P = ∂P/∂K.
    let discount = RealFunctions.exp(-0.005 * slice.years)
    func put(_ strike: Double) throws -> Double {
      BlackScholesMerton.price(
        .put, spot: 2000, strike: strike, rate: 0.005, dividendYield: 0.02,
        volatility: try #require(slice.volatility(strike: strike)), years: slice.years)
    }
    let slope = (try put(1883.3) - put(1883.1)) / 0.2 / discount
    #expect(
      isClose(breach.ends, slope, absolute: 1e-6),
      "computed \(breach.ends), expected \(slope) ± 1e-6")
  }

  @Test func fallbackAndAbsence() throws {
    let market = ScenarioFixture.index()
    #expect(
      RiskNeutralBreach(
        level: 1900, side: .below, series: series, market: market, surface: nil) == nil)
    let flat = RiskNeutralBreach(
      level: 2150, side: .above, series: series, market: market, surface: nil,
      fallbackVolatility: 0.15)
    #expect(flat?.volatilitySlope == 0 && (flat?.touches ?? 0) > (flat?.ends ?? 1))
    let settled = OptionSeries(root: .spx, expiration: ScenarioFixture.date)
    #expect(
      RiskNeutralBreach(
        level: 1900, side: .below, series: settled, market: market, surface: nil,
        fallbackVolatility: 0.15) == nil)
  }

  @Test func bothSidesStandSideBySide() throws {
    let market = try ScenarioFixture.market()
    let outlook = try BreachOutlook.at(
      level: 1883.2, side: .below, series: series, market: market.index,
      surface: market.indexSurface,
      bars: [
        DailyBar(
          date: ScenarioFixture.date, open: 2000, high: 2000, low: 2000, close: 2000, volume: nil)
      ])
    #expect(outlook.riskNeutral != nil && outlook.empirical == nil)
    #expect(outlook.empiricalIssue == .noVolatility)
  }
}
