import ALVH
import Quant
import TestSupport
import Testing

@Suite struct EquityHedgeTargetTests {
  private let start = CalendarDate(dayNumber: 17_000)

  private func moves(
    _ count: Int, slope: Double, noise: Double, seed: UInt64 = 1
  ) -> [BookVolatilityMove] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let change = random.uniform(-3...3)
      return BookVolatilityMove(
        profitDollars: 20 + slope * change + noise * random.uniform(-1...1), vixChange: change)
    }
  }

  @Test func theTargetIsWhatTheBookLosesPerPoint() throws {
    for seed in 0..<200 as Range<UInt64> {
      let slope = -1 - 20 * Double(seed)
      let target = try EquityHedgeTarget.regress(moves(60, slope: slope, noise: 0, seed: seed))
      #expect(
        isClose(target.dollarsPerVIXPoint, -slope, absolute: 1e-9, relative: 1e-12),
        "computed \(target), expected \(-slope), tolerance 1e-9")
      #expect(
        isClose(target.bookVegaDollarsPerVolPoint, slope, absolute: 1e-9, relative: 1e-12))
      #expect(target.provenance == .derived)
    }
  }

  // Profit = −(ΔVIX) + e with ΔVIX = ±1 and e = ±s independent of it: R² = 1/(1 + s²).
  @Test func regressionsBelowATenthAreRefused() throws {
    func target(_ size: Double) throws -> EquityHedgeTarget {
      try EquityHedgeTarget.regress(
        (0..<64).map { index in
          let change: Double = index % 2 == 0 ? 1 : -1
          let error: Double = index % 4 < 2 ? size : -size
          return BookVolatilityMove(profitDollars: error - change, vixChange: change)
        })
    }
    #expect(isClose(try target(2.9).dollarsPerVIXPoint, 1, absolute: 1e-12))
    guard case .refused(.unexplained(let rSquared)) = try target(3.1) else {
      Issue.record("R² below 0.1 was not refused")
      return
    }
    let expected = 1 / (1 + 3.1 * 3.1)
    #expect(
      isClose(rSquared, expected, absolute: 1e-12),
      "computed \(rSquared as Any), expected \(expected), tolerance 1e-12")
  }

  @Test func everyRefusalSaysWhy() throws {
    let few = try EquityHedgeTarget.regress(moves(59, slope: -1, noise: 0))
    #expect(few == .refused(.tooFewSessions(count: 59)) && few.dollarsPerVIXPoint == nil)
    #expect(few.bookVegaDollarsPerVolPoint == nil && few.provenance == nil)
    let still = moves(60, slope: -1, noise: 0).map {
      BookVolatilityMove(profitDollars: $0.profitDollars, vixChange: 0)
    }
    #expect(try EquityHedgeTarget.regress(still) == .refused(.undetermined))
    let cash = moves(60, slope: 0, noise: 0)
    #expect(try EquityHedgeTarget.regress(cash) == .refused(.unexplained(rSquared: nil)))
    let gains = try EquityHedgeTarget.regress(moves(60, slope: 4, noise: 0))
    guard case .refused(.gainsWithVIX(let dollars)) = gains else {
      Issue.record("a book that gains was given the target \(gains)")
      return
    }
    #expect(isClose(dollars, 4, absolute: 1e-12))
  }

  @Test func theOwnerMayNameATarget() throws {
    let target = try EquityHedgeTarget.naming(dollarsPerVIXPoint: 250)
    #expect(target.dollarsPerVIXPoint == 250 && target.bookVegaDollarsPerVolPoint == -250)
    #expect(target.provenance == .assumed)
    for bad in [0, -1, Double.nan] {
      #expect(throws: SeriesError.parameterOutOfRange(name: "dollarsPerVIXPoint")) {
        try EquityHedgeTarget.naming(dollarsPerVIXPoint: bad)
      }
    }
    #expect(throws: SeriesError.nonFinite(index: 0)) {
      try EquityHedgeTarget.regress([BookVolatilityMove(profitDollars: .nan, vixChange: 1)])
    }
  }

  @Test func movesJoinBookAndVIXOnCommonDates() throws {
    func value(_ day: Int, _ value: Double) -> DatedValue {
      DatedValue(date: start.adding(days: day), value: value)
    }
    // Day 2 has no VIX, so one move spans days 1 to 3; from 3 to 9 is too long.
    let values = [value(0, 100), value(1, 90), value(2, 95), value(3, 97), value(9, -50)]
    let vix = [value(0, 15), value(1, 17), value(3, 16), value(9, 30)]
    func series(through day: Int) throws -> [BookVolatilityMove] {
      try BookVolatilityMove.series(
        valuesDollars: values, vix: vix, through: start.adding(days: day))
    }
    let moves = [
      BookVolatilityMove(profitDollars: -10, vixChange: 2),
      BookVolatilityMove(profitDollars: 7, vixChange: -1),
    ]
    #expect(try series(through: 9) == moves)
    #expect(try series(through: 2) == [moves[0]] && series(through: 0).isEmpty)
    #expect(throws: SeriesError.parameterOutOfRange(name: "valuesDollars")) {
      try BookVolatilityMove.series(
        valuesDollars: [value(0, -1.7e308), value(1, 1.7e308)], vix: vix,
        through: start.adding(days: 9))
    }
  }
}
