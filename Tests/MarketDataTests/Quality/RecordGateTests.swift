import MarketData
import Quant
import TestSupport
import Testing

/// The gates at their edges: what is rejected, what is kept, and the exact words.
@Suite struct RecordGateTests {
  private let gate = QualityGate()

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// Values on successive sessions from 2016-01-04.
  private func series(_ values: [Double]) throws -> [DatedValue] {
    var date = try day("2015-12-31")
    return values.map { value in
      date = ExchangeCalendar.nyse.next(after: date)
      return DatedValue(date: date, value: value)
    }
  }

  private func codes(_ values: [Double], _ bounds: SeriesBounds) throws -> [String] {
    try gate.check(series(values), name: "VIX", bounds: bounds, isDaily: true).findings
      .map { "\($0.date) \($0.code.rawValue) \($0.action.rawValue)" }
  }

  private func text(_ finding: QualityFinding) -> String {
    "\(finding.severity.rawValue) \(finding.code.rawValue) \(finding.action.rawValue): "
      + "\(finding.message). \(finding.remedy)"
  }

  @Test func nothingIsFoundInNothing() throws {
    #expect(try codes([], .volatilityIndex).isEmpty)
    #expect(try codes([20], .volatilityIndex).isEmpty)
    #expect(try codes([20, 40], .volatilityIndex).isEmpty)
    #expect(gate.check([FuturesSettlement](), name: "VX").findings.isEmpty)
    #expect(gate.check([OptionQuote](), name: "SPX").findings.isEmpty)
  }

  @Test func boundsAreInclusive() throws {
    #expect(try codes([5, 5, 5], .volatilityIndex).isEmpty)
    #expect(try codes([200, 200], .volatilityIndex).isEmpty)
    #expect(try codes([(5.0).nextDown], .volatilityIndex) == ["2016-01-04 out-of-bounds rejected"])
    #expect(try codes([(200.0).nextUp], .volatilityIndex) == ["2016-01-04 out-of-bounds rejected"])
    #expect(try codes([.nan], .volatilityIndex) == ["2016-01-04 out-of-bounds rejected"])
  }

  @Test func anOutlierNeedsNeighboursThatAgree() throws {
    let slip = try gate.check(
      series([20, 10.25, 20.25]), name: "VX", bounds: .future, isDaily: true)
    #expect(slip.records.map(\.value) == [20, 10.25, 20.25])
    #expect(
      slip.findings.map(text) == [
        "warning outlier kept: VX of 2016-01-05 is 10.25, between 20.0 of 2016-01-04 and 20.25 "
          + "of 2016-01-06. The value is used as it stands; correct the row, or remove it to have it "
          + "missing."
      ])
    // Exactly the factor is no outlier, and a spike is none when its neighbours differ.
    #expect(try codes([20, 30, 20], .volatilityIndex).isEmpty)
    #expect(try codes([20, (30.0).nextUp, 20], .volatilityIndex).count == 1)
    #expect(try codes([20, 40, 24], .volatilityIndex).isEmpty)
    // The last value has no neighbour after it.
    #expect(try codes([20, 20, 10.25], .volatilityIndex).isEmpty)
  }

  @Test func aStepThatStaysIsAnErrorAndChangesNothing() throws {
    let found = try gate.check(
      series([14, 14.1, 140, 141, 142]), name: "VX", bounds: .volatilityIndex, isDaily: true)
    #expect(found.records.count == 5)
    #expect(
      found.findings.map(text) == [
        "error unit-jump kept: VX steps from 14.1 of 2016-01-05 to 140.0 of 2016-01-06 and stays "
          + "there: a factor of 10. Bring both sides to one unit; which one is right cannot be told "
          + "from the values."
      ])
    #expect(try codes([140, 141, 142, 14, 14, 14], .volatilityIndex).count == 1)
  }

  @Test func gapsAndOtherDaysAreReported() throws {
    let dates = ["2016-01-04", "2016-01-09", "2016-01-11", "2016-01-15", "2016-01-19"]
    let values = try dates.map { DatedValue(date: try day($0), value: 2_000) }
    let found = gate.check(values, name: "SPX", bounds: .equityIndex, isDaily: true)
    #expect(found.records.map(\.date.description) == dates.filter { $0 != "2016-01-09" })
    #expect(
      found.findings.map(text) == [
        "warning missing-session kept: 4 sessions have no value of SPX: 2016-01-05 to 2016-01-08. "
          + "Import the missing values if you have them; nothing is filled in.",
        "warning not-a-session rejected: 2016-01-09 was no session of the exchange and has a value "
          + "of SPX. The value is not used; remove the row.",
        "warning missing-session kept: 3 sessions have no value of SPX: 2016-01-12 to 2016-01-14. "
          + "Import the missing values if you have them; nothing is filled in.",
      ])
    let monthly = gate.check(values, name: "X", bounds: .exchangeRate, isDaily: false)
    #expect(monthly.findings.allSatisfy { $0.code == .outOfBounds })
  }

  @Test func aValueIsStaleOneDayAfterItsLimit() throws {
    let last = try day("2016-01-04")
    let stale = { (date: CalendarDate) in
      gate.staleness(of: last, name: "VIX", at: date, limit: 7)
    }
    #expect(stale(try day("2016-01-11")) == nil)
    #expect(gate.staleness(of: nil, name: "VIX", at: last, limit: 7) == nil)
    #expect(
      text(try #require(stale(try day("2016-01-12")))) == "warning stale kept: the last value of "
        + "VIX is of 2016-01-04, 8 days before 2016-01-12; at most 7 are usual. Import newer "
        + "values, or expect the pages to say that it is stale.")
  }

  @Test func repeatsAreSkippedAndContradictionsRejected() throws {
    var values = try series([20, 21, 22])
    values.insert(values[0], at: 1)
    values.insert(DatedValue(date: values[0].date, value: 25), at: 2)
    let found = gate.check(values, name: "VIX", bounds: .volatilityIndex, isDaily: true)
    #expect(found.records.map(\.value) == [20, 21, 22])
    #expect(
      found.findings.map(text) == [
        "warning duplicate-row skipped: VIX of 2016-01-04 is there twice. The repeat is not used; "
          + "nothing needs to be done.",
        "error conflicting-row rejected: VIX of 2016-01-04 is there with different values. The "
          + "first is used; keep the right one.",
      ])
  }

  @Test func settlementsAreJudgedByContract() throws {
    let (near, far) = (try day("2016-02-17"), try day("2016-03-16"))
    var rows: [FuturesSettlement] = []
    for (value, other) in zip(try series([20, 1, 20, 20]), [30, 30, 30, 30.5]) {
      rows.append(FuturesSettlement(date: value.date, expiration: near, settle: value.value))
      rows.append(FuturesSettlement(date: value.date, expiration: far, settle: other))
    }
    let found = gate.check(rows, name: "the settlement")
    #expect(found.records.count == 7)
    #expect(!found.records.contains { $0.settle == 1 })
    #expect(
      found.findings.map(text) == [
        "warning out-of-bounds rejected: the settlement for the contract of 2016-02-17 of "
          + "2016-01-05 is 1.0, which no market has shown: it should lie between 5.0 and 150.0. "
          + "The value is not used; correct the row or remove it."
      ])
    #expect(found.findings.map(\.expiration) == [near])
  }

  @Test func barsOfAnImpossibleRangeAreRejected() throws {
    let values = try series([2_000, 2_010, 2_020])
    let bars = values.map { value in
      DailyBar(
        date: value.date, open: value.value, high: value.value == 2_010 ? 1_990 : value.value + 5,
        low: value.value - 5, close: value.value, volume: nil)
    }
    let found = gate.check(bars, name: "SPX", bounds: .equityIndex)
    #expect(found.records.map(\.close) == [2_000, 2_020])
    #expect(
      found.findings.map(text) == [
        "warning high-below-low rejected: SPX of 2016-01-05 has a high of 1990.0 below its low of "
          + "2005.0. The value is not used; correct the row or remove it."
      ])
  }

  @Test func crossedQuotesAreRejected() throws {
    let (date, expiration) = (try day("2016-01-04"), try day("2016-02-17"))
    let quote = { (strike: Double, bid: Double, ask: Double) in
      OptionQuote(
        date: date,
        contract: OptionContract(root: .vix, expiration: expiration, strike: strike, right: .call),
        bid: bid, ask: ask)
    }
    let found = gate.check(
      [quote(20, 2, 2), quote(21, 2, 1.95), quote(22, 2, 0), quote(23, -1, 1)], name: "VIX options")
    #expect(found.records.map(\.contract.strike) == [20, 22])
    #expect(
      found.findings.map(text) == [
        "warning crossed-quote rejected: VIX options of 2016-01-04 for the 2016-02-17 21.0 call has "
          + "a bid of 2.0 and an ask of 1.95. The value is not used; correct the row or remove it.",
        "warning crossed-quote rejected: VIX options of 2016-01-04 for the 2016-02-17 23.0 call has "
          + "a bid of -1.0 and an ask of 1.0. The value is not used; correct the row or remove it.",
      ])
  }

  @Test func breadthOfNoSessionOrNoIssueIsRejected() throws {
    let counts = try [("2016-01-08", 900), ("2016-01-09", 900), ("2016-01-11", 0)].map {
      BreadthCount(date: try day($0.0), advances: $0.1, declines: $0.1)
    }
    let found = gate.check(counts, name: "breadth")
    #expect(found.records.map(\.date.description) == ["2016-01-08"])
    #expect(found.findings.map(\.code) == [.notASession, .outOfBounds])
    #expect(
      found.findings.last.map(text)
        == "warning out-of-bounds rejected: breadth of 2016-01-11 counts no issue that advanced or "
        + "declined. The value is not used; correct the row or remove it.")
  }

  /// Closes of the worst days, with a day or two on either side, rounded: none is touched.
  @Test(arguments: [
    ([36.4, 150.2, 140, 73.9], SeriesBounds.volatilityIndex),  // 1987-10-19
    ([13.5, 17.3, 37.3, 30, 27.7], .volatilityIndex),  // 2018-02-05
    ([57.8, 75.5, 82.7, 75.9, 76.5], .volatilityIndex),  // 2020-03-16
    ([37.6, 68, 43.4], .shortVolatilityIndex), ([150, 207.6, 194.4], .volatilityOfVolatility),
    ([298.1, 282.7, 224.8, 236.8, 258.4], .equityIndex),  // 1987-10-19
  ])
  func realExtremesPass(closes: [Double], bounds: SeriesBounds) throws {
    #expect(try codes(closes, bounds).isEmpty)
  }

  @Test func whatIsLeftIsFoundNoWorse() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let values = (0..<30).map { _ in
        random.uniform(0...1) < 0.1 ? random.uniform(-50...400) : random.uniform(15...18)
      }
      let once = gate.check(
        try series(values), name: "VIX", bounds: .volatilityIndex, isDaily: false)
      #expect(once.records.allSatisfy { SeriesBounds.volatilityIndex.range.contains($0.value) })
      let rejected = once.findings.count { $0.action == .rejected }
      #expect(once.records.count + rejected == values.count)
    }
  }
}
