import MarketData
import Quant
import TestSupport
import Testing

/// What a gate says about values that every reader accepts.
struct QualityGateTests {
  private let gate = QualityGate()

  private func series(_ values: [(String, Double)]) throws -> [DatedValue] {
    try values.map { DatedValue(date: try #require(CalendarDate($0.0)), value: $0.1) }
  }

  private func said(
    _ values: [(String, Double)], bounds: SeriesBounds = .volatilityIndex, isDaily: Bool = false
  ) throws -> [String] {
    gate.findings(of: try series(values), name: "vix", bounds: bounds, isDaily: isDaily).map {
      "\($0.code.rawValue) \($0.severity.rawValue) \($0.action.rawValue): \($0.message). \($0.remedy)"
    }
  }

  @Test func aValueNoMarketHasShownIsRejected() throws {
    #expect(
      try said([("2016-01-04", 20.7), ("2016-01-05", 1), ("2016-01-06", 20.6)]) == [
        "out-of-bounds warning rejected: vix of 2016-01-05 is 1.0, which no market has shown: it "
          + "should lie between 5.0 and 200.0. The value is not used; correct the row or remove it."
      ])
    #expect(try said([("2016-01-04", 5), ("2016-01-05", 5.0)]).isEmpty)
  }

  @Test func aSettlementApartFromItsNeighboursIsKeptAndNamed() throws {
    #expect(
      try said(
        [("2013-05-24", 20.05), ("2013-05-28", 10.25), ("2013-05-29", 20.2)], bounds: .future) == [
          "outlier warning kept: vix of 2013-05-28 is 10.25, between 20.05 of 2013-05-24 and "
            + "20.2 of 2013-05-29. The value is used as it stands; correct the row, or remove it to have "
            + "it missing."
        ])
  }

  /// Days that look like errors and were none.
  @Test(arguments: [
    [("2018-02-02", 17.31), ("2018-02-05", 37.32), ("2018-02-06", 29.98)],
    [("2024-08-02", 23.39), ("2024-08-05", 38.57), ("2024-08-06", 27.71)],
    [("2020-03-13", 57.83), ("2020-03-16", 82.69), ("2020-03-17", 75.91)],
    [("2015-08-21", 28.03), ("2015-08-24", 40.74), ("2015-08-25", 36.02)],
  ])
  func realExtremesPass(_ values: [(String, Double)]) throws {
    #expect(try said(values).isEmpty)
  }

  @Test func theFallOf1987Passes() throws {
    #expect(
      try said(
        [("1987-10-16", 282.70), ("1987-10-19", 224.84), ("1987-10-20", 236.83)],
        bounds: .equityIndex
      ).isEmpty)
  }

  @Test func aChangeOfUnitIsAnErrorAndChangesNothing() throws {
    let values = [
      ("2007-03-22", 131.0), ("2007-03-23", 129.5), ("2007-03-26", 13.1), ("2007-03-27", 13.4),
      ("2007-03-28", 14.0),
    ]
    #expect(
      try said(values) == [
        "unit-jump error kept: vix steps from 129.5 of 2007-03-23 to 13.1 of 2007-03-26 and stays "
          + "there: a factor of 1/10. Bring both sides to one unit; which one is right cannot be told "
          + "from the values."
      ])
  }

  @Test func sessionsWithoutAValueAndDaysWithoutASessionAreNamed() throws {
    let values = [
      ("2016-01-15", 27.0), ("2016-01-18", 27.0), ("2016-01-19", 26.0), ("2016-01-22", 22.0),
    ]
    #expect(
      try said(values, isDaily: true) == [
        "not-a-session warning kept: 2016-01-18 was no session of the exchange and has a value of "
          + "vix. The value stays and no session uses it.",
        "missing-session warning kept: 2 sessions have no value of vix: 2016-01-20 to 2016-01-21. "
          + "Import the missing values if you have them; nothing is filled in.",
      ])
    let equity = try gate.findings(
      of: series(values), name: "spx", bounds: .equityIndex, isDaily: true)
    #expect(equity.first?.action == .rejected)
  }

  @Test func oneMissingSessionIsSaidInTheSingular() throws {
    #expect(
      try said([("2016-01-04", 20), ("2016-01-06", 20)], isDaily: true).first?.contains(
        "1 session has no value of vix: 2016-01-05") == true)
  }

  @Test func daysBeforeTheCheckedCalendarAreNotJudged() throws {
    #expect(try said([("1952-01-05", 20), ("1952-02-05", 20)], isDaily: true).isEmpty)
  }

  @Test func aSeriesIsStaleFromTheDayAfterItsLimit() throws {
    let last = try #require(CalendarDate("2016-01-04"))
    let name = "reer"
    #expect(gate.staleness(of: last, name: name, at: last.adding(days: 100), limit: 100) == nil)
    let finding = try #require(
      gate.staleness(of: last, name: name, at: last.adding(days: 101), limit: 100))
    #expect(
      finding.message
        == "the last value of reer is of 2016-01-04, 101 days before 2016-04-14; at most 100 are "
        + "usual")
    #expect(gate.staleness(of: nil, name: name, at: last, limit: 0) == nil)
  }

  @Test func anEmptyOrShortSeriesSaysNothing() throws {
    #expect(try said([]).isEmpty)
    #expect(try said([("2016-01-04", 20)], isDaily: true).isEmpty)
  }

  @Test func aRandomWalkWithinItsBoundsIsNeverRejected() throws {
    let start = try #require(CalendarDate("2010-01-04"))
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var value = 20.0
      let values = (0..<120).map { step in
        value = min(max(value * Double.random(in: 0.85...1.17, using: &random), 9), 80)
        return DatedValue(date: start.adding(days: step), value: value)
      }
      let rejected = gate.findings(
        of: values, name: "x", bounds: .volatilityIndex, isDaily: false
      ).filter { $0.action == .rejected }
      #expect(rejected.isEmpty, "seed \(seed): \(rejected)")
    }
  }
}
