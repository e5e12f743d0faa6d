import MarketData
import Quant
import TestSupport
import Testing

@Suite struct OptionQuoteReaderTests {
  private static let header = "date,root,expiration,strike,right,bid,ask\n"

  private func read(
    _ rows: String, roots: [OptionRoot] = OptionRoot.allCases
  ) -> (records: [OptionQuote], problems: [String]) {
    reading(Self.header + rows) {
      OptionQuoteReader.read($0, file: $1, roots: roots, into: &$2)
    }
  }

  @Test func readsQuotes() throws {
    let (records, problems) = read(
      "2016-01-04,VIX,2016-02-17,22.5,call,1.35,1.45\n2016-01-04,SPXW,2016-01-29,1900,P,0,0.05\n")
    #expect(problems.isEmpty)
    let day = try #require(CalendarDate("2016-01-04"))
    let vixDay = try #require(CalendarDate("2016-02-17"))
    let weekly = try #require(CalendarDate("2016-01-29"))
    #expect(
      records == [
        OptionQuote(
          date: day,
          contract: OptionContract(root: .vix, expiration: vixDay, strike: 22.5, right: .call),
          bid: 1.35, ask: 1.45),
        OptionQuote(
          date: day,
          contract: OptionContract(root: .spxw, expiration: weekly, strike: 1900, right: .put),
          bid: 0, ask: 0.05),
      ])
  }

  @Test func bidAboveAskIsReported() {
    let (records, problems) = read("2016-01-04,VIX,2016-02-17,22,call,1.50,1.45\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:35: error: bid 1.50 is above ask 1.45. A crossed quote cannot be used; correct "
          + "the row or remove it."
      ])
  }

  @Test func everyFaultOfARowIsReported() {
    let (records, problems) = read(
      "2016-01-04,SPY,2016-02-30,0,straddle,-1,-2\n2016-01-04,VIX,2015-12-16,20,call,1,2\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:12: error: root is unknown: \"SPY\". Use one of SPX, SPXW, VIX.",
        "x.csv:2:16: error: expiration does not exist in the calendar: \"2016-02-30\". Correct "
          + "the day, month or year.",
        "x.csv:2:27: error: strike is zero. Prices must be above zero; correct the row or remove "
          + "it.",
        "x.csv:2:29: error: right is unknown: \"straddle\". Use one of call, put, C, P.",
        "x.csv:2:38: error: bid is negative: -1. This price must be zero or above; correct the "
          + "row or remove it.",
        "x.csv:2:41: error: ask is negative: -2. This price must be zero or above; correct the "
          + "row or remove it.",
        "x.csv:3:16: error: expiration 2015-12-16 is before the date 2016-01-04. A contract has "
          + "no price after it expired; correct one of the two.",
      ])
  }

  @Test func oneContractIsQuotedOnceADate() {
    let (records, problems) = read(
      "2016-01-04,VIX,2016-02-17,20,call,1,2\n2016-01-04,VIX,2016-02-17,20,put,1,2\n"
        + "2016-01-04,VIX,2016-02-17,20,CALL,1,2\n2016-01-05,VIX,2016-02-17,20,call,1,2\n"
        + "2016-01-04,VIX,2016-02-17,22.5,call,1,2\n")
    #expect(records.count == 3)
    #expect(
      problems == [
        "x.csv:4:1: error: duplicate row for 2016-01-04 VIX 2016-02-17 20 call, which is already "
          + "on line 2. Keep one of the two rows.",
        "x.csv:6:1: error: date 2016-01-04 comes after 2016-01-05. Sort the rows by date, oldest "
          + "first.",
      ])
  }

  @Test func aFileMayBeLimitedToItsRoots() {
    let (_, problems) = read("2016-01-04,SPX,2016-02-19,1900,call,1,2\n", roots: [.vix])
    #expect(problems == ["x.csv:2:12: error: root is unknown: \"SPX\". Use one of VIX."])
  }

  @Test func repeatsAreFoundInAnyOrderOfContracts() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let rows = (0..<60).map { _ -> String in
        let strike = 10 + random.next() % 20
        let right = random.next() % 2 == 0 ? "call" : "put"
        let root = random.next() % 2 == 0 ? "SPX" : "SPXW"
        return "2016-01-04,\(root),2016-02-17,\(strike),\(right),1,2"
      }
      let (records, problems) = read(rows.joined(separator: "\n"))
      #expect(records.count == Set(rows).count)
      #expect(problems.count == rows.count - Set(rows).count)
    }
  }
}
