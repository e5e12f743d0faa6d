import MarketData
import Quant
import Testing

@Suite struct SeriesMeetingsAndCompaniesTests {
  @Test func scheduledMeetingsAreStatements() throws {
    let reading = try imported(
      "decision_date,meeting_start,type,source\n2015-01-28,2015-01-27,scheduled,a\n"
        + "2015-03-18,,Scheduled,b\n")
    #expect(reading.kind == .fomcMeetings)
    #expect(
      reading.records
        == .policy(
          ["2015-01-28", "2015-03-18"].compactMap { CalendarDate($0) }
            .map { PolicyEvent(date: $0, kind: .statement) }))
    #expect(reading.texts == [])
  }

  @Test func meetingsNobodyKnewOfAreLeftOut() throws {
    let reading = try imported(
      "decision_date,meeting_start,type,source\n2020-03-03,2020-03-02,unscheduled,a\n"
        + "2020-03-18,2020-03-17,cancelled,a\n2020-04-29,2020-04-30,scheduled,a\n"
        + "2020-06-10,2020-06-09,virtual,a\n2020-07-29,2020-07-28,scheduled,a\n"
        + "2020-07-29,2020-07-28,scheduled,b\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:2:23: warning: the meeting of 2020-03-03 was unscheduled and is left out: the "
          + "calendar looks ahead, and nobody knew of it before. Nothing needs to be done.",
        "x.csv:3:23: warning: the meeting of 2020-03-18 was cancelled and is skipped. Nothing "
          + "needs to be done.",
        "x.csv:4:12: error: meeting_start 2020-04-30 is after decision_date 2020-04-29. Correct "
          + "one of the two.",
        "x.csv:5:23: error: type is unknown: \"virtual\". Use one of scheduled, unscheduled, "
          + "cancelled, canceled.",
        "x.csv:7:1: error: the row for 2020-07-29 disagrees with line 6, which is used. Keep the "
          + "right one of the two rows.",
      ])
    #expect(
      reading.codes == [
        "out-of-time rejected", "not-a-row skipped", "invalid-value rejected",
        "invalid-value rejected", "conflicting-row rejected",
      ])
  }

  private let constituents =
    "Symbol,Name,Sector,Price,Dividend Yield,Price/Earnings,Market Cap\n"
    + "BBB,\"Bee, Inc.\",Energy,50,,25.5,10\nAAA,Ay,Energy,20,1,,5\n"

  @Test func constituentsTakeTheirDateFromTheNameOrThePublisher() throws {
    let day = try #require(CalendarDate("2016-03-01"))
    for (file, context) in [
      ("members-2016-03-01.csv", ReadingContext()), ("m.csv", ReadingContext(quoteDate: day)),
    ] {
      let reading = try imported(constituents, file: file, context: context)
      #expect(reading.kind == .constituents)
      #expect(reading.symbols == ["AAA", "BBB"])
      #expect(reading.rowCount == 2)
      #expect(reading.first == nil)
      #expect(reading.texts == [])
      guard case .fundamentals(let rows) = reading.records else {
        Issue.record("no fundamentals")
        return
      }
      #expect(
        rows == [
          FundamentalRecord(
            known: day, ticker: "AAA", sector: "Energy", price: 20, shares: 0.25,
            operatingCashFlow: nil, priceToEarnings: nil),
          FundamentalRecord(
            known: day, ticker: "BBB", sector: "Energy", price: 50, shares: 0.2,
            operatingCashFlow: nil, priceToEarnings: 25.5),
        ])
    }
  }

  @Test func constituentsWithoutADateAreRefused() throws {
    let reading = try imported(constituents, file: "members_2016.csv")
    #expect(reading.rowCount == 0)
    #expect(
      reading.texts == [
        "members_2016.csv: error: neither the file nor its name tells when its figures were known. "
          + "Put the date into the file's name, such as constituents-2016-03-01.csv, or name it "
          + "with --quote-date."
      ])
    #expect(reading.codes == ["unclear-name rejected"])
  }

  @Test func constituentsWithFaults() throws {
    let reading = try imported(
      constituents + ",No,Energy,5,,1,1\nCCC,Cee,Energy,0,,1,1\nAAA,Ay,Energy,20,1,,5\n"
        + "AAA,Ay,Energy,21,1,,5\n", file: "2016-03-01.csv")
    #expect(reading.rowCount == 2)
    #expect(
      reading.texts == [
        "2016-03-01.csv:4:1: error: Symbol is empty. Enter the ticker or remove the row.",
        "2016-03-01.csv:5:16: error: Price is zero. Prices must be above zero; correct the row or "
          + "remove it.",
        "2016-03-01.csv:6:1: warning: the row for AAA repeats line 3 and is skipped. Remove one of "
          + "the two.",
        "2016-03-01.csv:7:1: error: the row for AAA disagrees with line 3, which is used. Keep the "
          + "right one of the two rows.",
      ])
  }

  @Test(arguments: ["operating_cash_flow,price_to_earnings", "cfo_ttm,pe_ttm"])
  func ownFundamentals(names: String) throws {
    let reading = try imported(
      "known_date,ticker,sector,price,shares,\(names)\n2016-03-01,AAA,Energy,20,0.25,-3,\n"
        + "2016-03-01,BBB,,,,,12\n2016-06-01,AAA,Energy,21,0.25,2,10\n")
    #expect(reading.kind == .fundamentals)
    #expect(reading.rowCount == 3)
    #expect(reading.symbols == ["AAA", "BBB"])
    #expect(reading.last?.description == "2016-06-01")
    #expect(reading.texts == [])
  }

  @Test func ownFundamentalsAreReadStrictly() throws {
    let header =
      "known_date,ticker,sector,price,shares,operating_cash_flow,price_to_earnings\n"
    let reading = try imported(
      header + "2016-03-01,,Energy,20,1,1,1\n3/1/2016,AAA,Energy,20,1,1,1\n"
        + "2016-03-01,AAA,Energy,-1,0,\"1,000\",1\n2016-03-01,BBB,Energy,1,1,1,1\n"
        + "2016-03-01,BBB,Energy,1,1,1,1\n2016-02-01,BBB,Energy,1,1,1,1\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:2:12: error: ticker is empty. Enter the ticker or remove the row.",
        "x.csv:3:1: error: known_date is not a date: \"3/1/2016\". Write it as YYYY-MM-DD.",
        "x.csv:4:23: error: price is negative: -1. Prices must be above zero; correct the row or "
          + "remove it.",
        "x.csv:4:26: error: shares is zero. Prices must be above zero; correct the row or remove "
          + "it.",
        "x.csv:4:28: error: operating_cash_flow has a thousands separator: \"1,000\". Write the "
          + "number without it, such as 1050.25.",
        "x.csv:6:1: error: duplicate row for BBB known 2016-03-01, which is already on line 5. "
          + "Keep one of the two rows.",
        "x.csv:7:1: error: known_date 2016-02-01 comes after 2016-03-01. Sort the rows by date, "
          + "oldest first.",
      ])
  }
}
