import MarketData
import Quant
import Testing

/// The gates between the files and the history: a rejected value reaches no computation.
struct HistoryGateTests {
  private func load(_ files: [String: (SourceFormat, String)]) -> (
    history: MarketHistory, problems: [String]
  ) {
    let entries = files.keys.sorted().map { id in
      SourceEntry(
        id: id, file: "\(id).csv", format: files[id]?.0, kind: .published,
        location: SourceLocation(file: "sources.yml"))
    }
    var problems: [Diagnostic] = []
    let history = MarketHistoryLoader(catalogue: SourceCatalogue(entries: entries)) { path in
      Array((files[String(path.dropLast(4))]?.1 ?? "").utf8)
    }.load(into: &problems)
    return (history, problems.map { "\($0) [\($0.code?.rawValue ?? "")]" })
  }

  @Test func aTypingErrorOfOneSettlementIsNamedWithItsLine() {
    let (history, problems) = load([
      "vx": (
        .futuresSettlements,
        "date,expiration,settle\n2013-05-24,2014-02-19,20.05\n2013-05-28,2014-02-19,10.25\n"
          + "2013-05-28,2014-03-18,20.4\n2013-05-29,2014-02-19,20.2\n"
      )
    ])
    #expect(history.futures.values.reduce(0) { $0 + $1.count } == 4)
    #expect(
      problems == [
        "vx.csv:3:1: warning: vx for the contract of 2014-02-19 of 2013-05-28 is "
          + "10.25, between 20.05 of 2013-05-24 and 20.2 of 2013-05-29. The value is used as "
          + "it stands; correct the row, or remove it to have it missing. [outlier]"
      ])
  }

  @Test func aVIXOfOneIsLeftOut() {
    let (history, problems) = load([
      "vix": (.series, "date,value\n2016-01-04,20.7\n2016-01-05,1.00\n2016-01-06,20.59\n")
    ])
    #expect(history.vix.map(\.value) == [20.7, 20.59])
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("vix.csv:3:1: warning: vix of 2016-01-05 is 1.0"))
  }

  @Test func breadthOfAHolidayIsLeftOut() {
    let (history, problems) = load([
      "breadth": (
        .breadth,
        "date,advances,declines\n2015-12-24,1700,1300\n2015-12-25,1700,1300\n2015-12-28,900,2200\n"
      )
    ])
    #expect(history.breadth.count == 2)
    #expect(
      problems == [
        "breadth.csv:3:1: warning: 2015-12-25 was no session of the exchange and has a value of "
          + "breadth. The value is not used; remove the row. [not-a-session]"
      ])
  }

  @Test func aGapThatARejectedRowExplainsIsNotSaidTwice() {
    let (_, problems) = load([
      "vix": (.series, "date,value\n2016-01-04,20.7\n2016-01-05,x\n2016-01-06,20.59\n")
    ])
    #expect(problems.count == 1)
    #expect(problems[0].hasSuffix("[invalid-number]"))
  }
}
