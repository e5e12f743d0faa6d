import MarketData
import Quant
import Testing

/// The project's own formats: what is read, and every fault with its whole message.
@Suite struct OwnFormatReaderTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func seriesTakesKnownDateFromTheFileOrTheDefault() throws {
    let text = "date,value,known_date\n2016-01-01,100.5,2016-02-20\n2016-02-01,101,\n"
    let sameDay = reading(text) { DatedSeriesReader.read($0, file: $1, into: &$2) }
    #expect(sameDay.problems.isEmpty)
    #expect(
      sameDay.records == [
        DatedValue(
          date: try date("2016-01-01"), value: 100.5, known: try date("2016-02-20")),
        DatedValue(date: try date("2016-02-01"), value: 101),
      ])
    let lagged = reading(text) {
      DatedSeriesReader.read(
        $0, file: $1, knownDefault: .afterMonthEnd(days: 25), into: &$2)
    }
    #expect(lagged.records.map(\.known.description) == ["2016-02-20", "2016-03-25"])
  }

  @Test func seriesKeepsTheVintagesOfADate() throws {
    let text =
      "date,value,known_date\n2016-01-01,102,2017-02-20\n2016-01-01,100.5,2016-02-20\n"
      + "2016-01-01,7,2016-02-20\n"
    let (records, problems) = reading(text) { DatedSeriesReader.read($0, file: $1, into: &$2) }
    #expect(records.map(\.value) == [100.5, 102])
    #expect(
      problems.map(\.description) == [
        "x.csv:4:1: error: duplicate row for 2016-01-01, which is already on line 3. "
          + "Keep one of the two rows."
      ])
  }

  @Test func seriesRefusesAValueKnownBeforeItsDate() {
    let (records, problems) = reading("date,value,known_date\n2016-01-05,1,2016-01-04\n") {
      DatedSeriesReader.read($0, file: $1, into: &$2)
    }
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:14: error: known_date 2016-01-04 is before the date 2016-01-05. A value cannot "
          + "be known before the day it refers to; correct one of the two."
      ])
  }

  @Test(arguments: [
    ("-3.2", "negative: -3.2"), ("0", "zero"), ("-0", "zero"),
  ])
  func seriesOfPricesRefusesZeroAndNegative(text: String, fault: String) {
    let (records, problems) = reading("date,value\n2016-01-05,\(text)\n") {
      DatedSeriesReader.read($0, file: $1, bound: .price, into: &$2)
    }
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:12: error: value is \(fault). Prices must be above zero; correct the row or "
          + "remove it."
      ])
  }

  @Test func settlementsHoldSeveralContractsADate() throws {
    let (records, problems) = reading(
      "date,expiration,settle\n2016-01-04,2016-01-20,20.1\n2016-01-04,2016-02-17,20.4\n"
        + "2016-01-20,2016-01-20,27.1\n"
    ) { FuturesSettlementReader.read($0, file: $1, into: &$2) }
    #expect(problems.isEmpty)
    #expect(records.map(\.settle) == [20.1, 20.4, 27.1])
  }

  @Test func settlementsReportRepeatsAndExpiredContracts() {
    let (records, problems) = reading(
      "date,expiration,settle\n2016-01-04,2016-01-20,20.1\n2016-01-04,2016-01-20,20.1\n"
        + "2016-01-21,2016-01-20,20\n"
    ) { FuturesSettlementReader.read($0, file: $1, into: &$2) }
    #expect(records.count == 1)
    #expect(
      problems == [
        "x.csv:3:1: error: duplicate row for 2016-01-04 expiring 2016-01-20, which is already on "
          + "line 2. Keep one of the two rows.",
        "x.csv:4:12: error: expiration 2016-01-20 is before the date 2016-01-21. A contract has "
          + "no price after it expired; correct one of the two.",
      ])
  }

  @Test func breadthReadsCounts() throws {
    let (records, problems) = reading(
      "date,advances,declines,unchanged\n2016-01-04,500,2500,\n2016-01-05,1600,1500,80\n"
    ) { BreadthReader.read($0, file: $1, into: &$2) }
    #expect(problems.isEmpty)
    #expect(
      records == [
        BreadthCount(date: try date("2016-01-04"), advances: 500, declines: 2500),
        BreadthCount(date: try date("2016-01-05"), advances: 1600, declines: 1500),
      ])
  }

  @Test func breadthReportsEveryFaultOfARow() {
    let (records, problems) = reading(
      "date,advances,declines,unchanged\n2016-01-04,-1,1.5,x\n2016-01-05,0,0,9\n"
    ) { BreadthReader.read($0, file: $1, into: &$2) }
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:12: error: advances is negative: -1. Volumes and counts must be zero or above; "
          + "correct the row or remove it.",
        "x.csv:2:15: error: declines is not a whole number: 1.5. Write a whole number.",
        "x.csv:2:19: error: unchanged is not a decimal number: \"x\". Write it with digits and a "
          + "point, such as 17.25.",
        "x.csv:3:12: error: advances and declines are both zero. Enter the session's counts, or "
          + "remove the row if there was no session.",
      ])
  }

  @Test func policyEventsAreWords() throws {
    let (records, problems) = reading(
      "date,event,source\n2016-03-16,statement,fed\n2016-03-16,SEP,fed\n2016-04-06,minutes,fed\n"
    ) { PolicyEventReader.read($0, file: $1, into: &$2) }
    #expect(problems.isEmpty)
    #expect(records.map(\.kind) == [.statement, .projections, .minutes])
  }

  @Test func policyEventsReportUnknownAndRepeatedOnes() {
    let (records, problems) = reading(
      "date,event\n2016-03-16,meeting\n2016-03-16,statement\n2016-03-16,statement\n"
    ) { PolicyEventReader.read($0, file: $1, into: &$2) }
    #expect(records.count == 1)
    #expect(
      problems == [
        "x.csv:2:12: error: event is unknown: \"meeting\". Use one of statement, minutes, sep.",
        "x.csv:4:1: error: duplicate row for 2016-03-16 statement, which is already on line 3. "
          + "Keep one of the two rows.",
      ])
  }

  private static let releases =
    "release_date,release_time_et,series,period,actual,consensus,previous"

  @Test func releasesHoldMissingValues() throws {
    let (records, problems) = reading(
      Self.releases + ",source\n2016-01-15,08:30,PPI,2015-12,-0.2,-0.2,0.3,bls\n"
        + "2016-01-20,08:30,CPI core,2015-12,,,0.2,bls\n"
    ) { MacroReleaseReader.read($0, file: $1, into: &$2) }
    #expect(problems.isEmpty)
    #expect(
      records == [
        MacroRelease(
          releaseDate: try date("2016-01-15"), releaseTime: "08:30", series: .ppi,
          period: "2015-12", actual: -0.2, consensus: -0.2),
        MacroRelease(
          releaseDate: try date("2016-01-20"), releaseTime: "08:30", series: .coreCPI,
          period: "2015-12", actual: nil, consensus: nil),
      ])
  }

  @Test func releasesReportEveryFault() {
    let (records, problems) = reading(
      Self.releases + "\n2016-01-20,8:30,GDP,2015-13,x,,0\n2016-01-20,24:00,CPI,2016-01,0,0,0\n"
        + "2016-01-21,08:30,CPI,2015-12,0,0,0\n2016-01-22,08:30,CPI,2015-12,0,0,y\n"
    ) { MacroReleaseReader.read($0, file: $1, into: &$2) }
    #expect(records.count == 1)
    #expect(
      problems == [
        "x.csv:2:12: error: release_time_et is not a time of day: \"8:30\". Write it as HH:MM, "
          + "New York time, such as 08:30.",
        "x.csv:2:17: error: series is unknown: \"GDP\". Use one of CPI, CPI core, PPI, PPI core.",
        "x.csv:2:21: error: period is not a month: \"2015-13\". Write it as YYYY-MM, such as "
          + "2016-01.",
        "x.csv:2:29: error: actual is not a decimal number: \"x\". Write it with digits and a "
          + "point, such as 17.25.",
        "x.csv:3:12: error: release_time_et is not a time of day: \"24:00\". Write it as HH:MM, "
          + "New York time, such as 08:30.",
        "x.csv:3:22: error: period 2016-01 has not ended on the release date 2016-01-20. A month "
          + "is published after it ended; correct one of the two.",
        "x.csv:5:34: error: previous is not a decimal number: \"y\". Write it with digits and a "
          + "point, such as 17.25.",
        "x.csv:5:1: error: duplicate row for CPI of 2015-12, which is already on line 4. Keep one "
          + "of the two rows.",
      ])
  }
}
