import Quant
import TestSupport
import Testing

@Suite struct PriceToCashFlowTests {
  private let start = CalendarDate(dayNumber: 10_957)  // 2000-01-01

  private func table(_ rows: [FundamentalRecord]) throws -> FundamentalsTable {
    try FundamentalsTable(rows)
  }

  @Test func theRatioSumsBeforeItDivides() throws {
    let rows = [
      FundamentalRows.row(start, "B", cap: 300, flow: 20),
      FundamentalRows.row(start, "A", cap: 100, flow: 30),
      FundamentalRows.row(start, "D", cap: 50, flow: -10),
      FundamentalRows.row(start, "C", cap: 1000),
      FundamentalRows.row(start, "E", cap: nil, flow: 1),
    ]
    let aggregate = PriceToCashFlow(try table(rows).snapshot(on: start))
    // (300 + 100 + 50) / (20 + 30 − 10) = 11.25
    #expect(isClose(aggregate.ratio.value, 11.25, absolute: 1e-12))
    #expect(aggregate.members == 3 && aggregate.missing == ["C", "E"])
  }

  @Test func withoutAPositiveSumThereIsNoRatio() throws {
    func ratio(_ rows: [FundamentalRecord]) throws -> StatisticResult<Double> {
      PriceToCashFlow(try table(rows).snapshot(on: start)).ratio
    }
    let none = StatisticResult<Double>.undefined(.missingInput(name: "fundamentals"))
    #expect(try ratio([]) == none)
    #expect(try ratio([FundamentalRows.row(start, "A", cap: 1)]) == none)
    let notPositive = StatisticResult<Double>.undefined(.denominatorNotPositive(name: "cfo_ttm"))
    let balanced = [
      FundamentalRows.row(start, "A", cap: 1, flow: 2),
      FundamentalRows.row(start, "B", cap: 1, flow: -2),
    ]
    #expect(try ratio(balanced) == notPositive)
    #expect(try ratio([FundamentalRows.row(start, "A", cap: 1, flow: 0)]) == notPositive)
    let vast = [
      FundamentalRows.row(start, "A", cap: .greatestFiniteMagnitude, flow: 1e-300),
      FundamentalRows.row(start, "B", cap: .greatestFiniteMagnitude, flow: 1e-300),
    ]
    #expect(try ratio(vast).reason == .notRepresentable)
  }

  @Test func aMemberCountsFromItsKnownDateUntilItsRowIsOld() throws {
    let rows = [
      FundamentalRows.row(start, "A", cap: 10, flow: 1),
      FundamentalRows.row(start.adding(days: 30), "A", cap: 20, flow: 1),
      FundamentalRows.row(start.adding(days: 30), "B", cap: 5, flow: 1),
    ]
    let table = try table(rows)
    #expect(table.snapshot(on: start.adding(days: -1)).members.isEmpty)
    #expect(table.snapshot(on: start.adding(days: 29)).members == [rows[0]])
    #expect(table.snapshot(on: start.adding(days: 75)).members == [rows[1], rows[2]])
    let late = table.snapshot(on: start.adding(days: 76))
    #expect(late.members.isEmpty && late.stale == ["A", "B"])
  }

  @Test func thePercentileIsAMidRankOfMonthEnds() throws {
    // Month k (1…40) has ratio k, except that the last repeats 30.
    let rows = (1...40).map { month in
      FundamentalRows.row(
        start.adding(days: (month - 1) * 30), "A", cap: month == 40 ? 30 : Double(month), flow: 1)
    }
    let history = PriceToCashFlowHistory(try table(rows))
    // Days 0, 30 … 1170 from 2000-01-01; the month ends up to 2003-03-31 are 39, and not every
    // month sees a new row, so the sample is taken from the table itself.
    let date = start.adding(days: 1_185)
    let reading = history.reading(on: date)
    var sample: [Double] = []
    for day in 0...1_185 where start.adding(days: day + 1).day == 1 {
      let snapshot = try table(rows).snapshot(on: start.adding(days: day))
      if let ratio = PriceToCashFlow(snapshot).ratio.value { sample.append(ratio) }
    }
    let below = sample.count { $0 < 30 }
    let equal = sample.count { $0 == 30 }
    let expected = (Double(below) + Double(equal) / 2) / Double(sample.count)
    #expect(sample.count >= 36 && reading.aggregate.ratio == .defined(30))
    #expect(isClose(reading.percentile.value, expected, absolute: 1e-15))
    let early = history.reading(on: start.adding(days: 300))
    #expect(early.percentile.reason == .tooFewValues(known: 9, needed: 36))
  }

  @Test func aRisingRatioStandsAtTheTopOfTenYears() throws {
    let rows = (0..<150).map { month in
      FundamentalRows.row(
        start.adding(days: month * 30), "A", cap: 1 + Double(month), flow: 1)
    }
    let history = PriceToCashFlowHistory(try table(rows))
    // A value equal to the newest of 120 month ends: (119 + ½)/120. Before it, 120 lower ones.
    var date = start.adding(days: 149 * 30)
    #expect(history.reading(on: date).percentile == .defined(1))
    while date.adding(days: 1).day != 1 { date = date.adding(days: 1) }
    #expect(isClose(history.reading(on: date).percentile.value, 119.5 / 120, absolute: 1e-15))
  }

  @Test func invalidTablesAreNamed() throws {
    let good = FundamentalRows.row(start, "A", cap: 1, flow: 1)
    func expect(_ error: SeriesError, _ rows: [FundamentalRecord]) {
      #expect(throws: error) { try FundamentalsTable(rows) }
    }
    var bad = good
    bad.ticker = "B"
    bad.priceToEarnings = .infinity
    expect(.nonFinite(index: 1), [good, bad])
    bad.priceToEarnings = nil
    bad.price = 0
    expect(.nonPositivePrice(index: 1), [good, bad])
    bad.price = 1
    bad.shares = -1
    expect(.parameterOutOfRange(name: "shares[1]"), [good, bad])
    bad.shares = 1
    bad.known = start.adding(days: -1)
    expect(.unsortedDates(index: 1), [good, bad])
    expect(.duplicateDate(index: 1), [good, good])
    #expect(throws: SeriesError.parameterOutOfRange(name: "maximumAgeDays")) {
      try FundamentalsTable([], maximumAgeDays: -1)
    }
  }

  @Test func readingsUseOnlyRowsKnown() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let rows = FundamentalRows.random(&random, months: 50, from: start)
      let date = start.adding(days: Int(random.uniform(900...1600)))
      var history = MarketHistory()
      history.fundamentals = rows
      let full = PriceToCashFlowHistory(try table(rows)).reading(on: date)
      let cut = PriceToCashFlowHistory(try table(history.prefix(through: date).fundamentals))
      #expect(full == cut.reading(on: date), "seed \(seed)")
      #expect(full.aggregate.ratio.value?.isFinite ?? true)
      #expect(full.percentile.value.map { (0...1).contains($0) } ?? true)
    }
  }
}
