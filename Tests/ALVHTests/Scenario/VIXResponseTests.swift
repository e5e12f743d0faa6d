import ALVH
import Quant
import TestSupport
import Testing

@Suite struct VIXResponseTests {
  private let start = CalendarDate(dayNumber: 16_000)

  private func bar(_ day: Int, _ close: Double) -> DailyBar {
    DailyBar(
      date: start.adding(days: day), open: close, high: close, low: close, close: close,
      volume: nil)
  }

  /// Days of index and VIX with lnVIX = −`elasticity`·ln(index) plus noise.
  private func history(
    days: Int, elasticity: Double, noise: Double = 0, seed: UInt64 = 1
  ) -> (bars: [DailyBar], vix: [DatedValue]) {
    var random = SplitMix64(seed: seed)
    var (log, volatility) = (RealFunctions.log(2000), RealFunctions.log(16))
    var bars: [DailyBar] = []
    var vix: [DatedValue] = []
    for day in 0..<days {
      bars.append(bar(day, RealFunctions.exp(log)))
      vix.append(
        DatedValue(date: start.adding(days: day), value: RealFunctions.exp(volatility)))
      let move = random.uniform(-0.01...0.01)
      log += move
      volatility += elasticity * move + random.uniform(-1...1) * noise
    }
    return (bars, vix)
  }

  private func estimate(
    _ history: (bars: [DailyBar], vix: [DatedValue]), day: Int
  ) throws -> VIXResponse {
    try VIXResponse.estimated(
      bars: history.bars, vix: history.vix, asOf: start.adding(days: day))
  }

  @Test func exactRelationIsRecovered() throws {
    let found = try estimate(history(days: 253, elasticity: -3.5), day: 252)
    #expect(isClose(found.elasticity, -3.5, absolute: 1e-9))
    guard case .estimated(let sessions, let rSquared, let error) = found.source else {
      Issue.record("not estimated: \(found.source)")
      return
    }
    #expect(sessions == 252)
    #expect(isClose(rSquared, 1, absolute: 1e-9) && isClose(error, 0, absolute: 1e-6))
    #expect(found.provenance == .derived)
  }

  @Test func smallRegressionByHand() throws {
    // Index returns 0, ln 1.1, ln 1.1, 0; VIX returns 0, −ln 2, 0, 0: x = (0, a, a, 0), mean a/2;
    // Sxx = 4·a²/4 = a², Sxy = a/2·(−ln 2), slope = −ln 2/(2a).
    let closes = [100.0, 100, 110, 121, 121]
    let levels = [20.0, 20, 10, 10, 10]
    let found = try VIXResponse.estimated(
      bars: closes.enumerated().map { bar($0.offset, $0.element) },
      vix: levels.enumerated().map {
        DatedValue(date: start.adding(days: $0.offset), value: $0.element)
      },
      asOf: start.adding(days: 9), window: 4, fewest: 4)
    let expected = -RealFunctions.log(2) / (2 * RealFunctions.log(1.1))
    #expect(
      isClose(found.elasticity, expected, absolute: 1e-12),
      "computed \(found.elasticity), expected \(expected) ± 1e-12")
  }

  @Test func withoutEnoughHistoryTheValueIsAssumedAndSaysWhy() throws {
    let short = try estimate(history(days: 200, elasticity: -3), day: 199)
    #expect(short == .assumed(.tooFewSessions) && short.elasticity == -4.2)
    #expect(short.provenance == .assumed)
    #expect(try estimate(([], []), day: 0) == .assumed(.tooFewSessions))
    let rising = try estimate(history(days: 253, elasticity: 2), day: 252)
    #expect(rising == .assumed(.notNegative))
    var flat = history(days: 253, elasticity: -3)
    flat.bars = flat.bars.enumerated().map { bar($0.offset, 2000) }
    #expect(try estimate(flat, day: 252) == .assumed(.noVariation))
    flat.vix = flat.vix.enumerated().map {
      DatedValue(date: start.adding(days: $0.offset), value: 16)
    }
    #expect(try estimate(flat, day: 252) == .assumed(.noVariation))
  }

  @Test func laterRowsAreNeverRead() throws {
    let whole = history(days: 700, elasticity: -4, noise: 0.02)
    for day in stride(from: 0, to: 700, by: 7) {
      let date = start.adding(days: day)
      let cut = (
        bars: whole.bars.filter { $0.date <= date }, vix: whole.vix.filter { $0.known <= date }
      )
      #expect(try estimate(whole, day: day) == estimate(cut, day: day), "day \(day)")
    }
  }

  @Test func aVIXCloseCountsFromTheDayItIsKnown() throws {
    var late = history(days: 253, elasticity: -3.5)
    late.vix[252].known = start.adding(days: 254)
    guard case .estimated(let before, _, _) = try estimate(late, day: 253).source,
      case .estimated(let after, _, _) = try estimate(late, day: 254).source
    else {
      Issue.record("not estimated")
      return
    }
    #expect(before == 251 && after == 252)
  }

  @Test func missingVIXClosesAreLeftOut() throws {
    var gaps = history(days: 253, elasticity: -3.5)
    gaps.vix.remove(at: 100)
    guard case .estimated(let sessions, _, _) = try estimate(gaps, day: 252).source else {
      Issue.record("not estimated")
      return
    }
    #expect(sessions == 250)
  }

  @Test func invalidRowsAreNamed() {
    let good = history(days: 253, elasticity: -3)
    var bad = good
    bad.bars[5].close = .nan
    #expect(throws: SeriesError.nonFinite(index: 5)) { try estimate(bad, day: 252) }
    bad = good
    bad.vix[7].value = 0
    #expect(throws: SeriesError.nonPositivePrice(index: 7)) { try estimate(bad, day: 252) }
    bad = good
    bad.bars.swapAt(3, 4)
    #expect(throws: SeriesError.unsortedDates(index: 4)) { try estimate(bad, day: 252) }
    bad = good
    bad.vix[8].date = bad.vix[7].date
    #expect(throws: SeriesError.duplicateDate(index: 8)) { try estimate(bad, day: 252) }
    #expect(throws: SeriesError.parameterOutOfRange(name: "window")) {
      try VIXResponse.estimated(bars: [], vix: [], asOf: start, window: 2)
    }
    #expect(throws: SeriesError.parameterOutOfRange(name: "fewest")) {
      try VIXResponse.estimated(bars: [], vix: [], asOf: start, window: 100, fewest: 101)
    }
  }

  @Test func responseIsExponentialAndFloored() {
    let response = VIXResponse(elasticity: -4.2)
    // A fall of 1 %: 16·e^(4.2·0.01).
    let up = response.vix(from: 16, logReturn: -0.01)
    #expect(isClose(up, 16 * RealFunctions.exp(0.042), absolute: 1e-12))
    #expect(response.vix(from: 9, logReturn: 0.5) == 8)
    #expect(response.vix(from: 16, logReturn: 0) == 16)
    #expect(response.vix(from: 7, logReturn: 0) == 7 && response.vix(from: 7, logReturn: 1) == 7)
    #expect(response.vix(from: 16, logReturn: -1e300).isFinite)
  }
}
