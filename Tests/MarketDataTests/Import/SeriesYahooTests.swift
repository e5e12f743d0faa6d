import MarketData
import Quant
import Testing

@Suite struct SeriesYahooTests {
  @Test(arguments: [
    ("Date,Open,High,Low,Close", "10,12,9,11", "-"),
    ("Date,Open,High,Low,Close,Volume", "10,12,9,11,500", "500.0"),
    ("Date,Open,High,Low,Close,Adj Close,Volume", "10,12,9,11,11.0,500", "500.0"),
    ("Date,Open,High,Low,Close*,Adj Close**,Volume", "10,12,9,11,11,\"1,500\"", "1500.0"),
    ("date,volume,close,low,high,open", "500,11,9,12,10", "500.0"),
  ])
  func bars(header: String, row: String, volume: String) throws {
    let reading = try imported("\(header)\n2016-01-04,\(row)\n")
    #expect(reading.kind == .yahooBars)
    #expect(reading.bars == [": 2016-01-04 10.0 12.0 9.0 11.0 \(volume)"])
    #expect(reading.texts == [])
  }

  @Test func closesAloneBecomeNoBars() throws {
    let close = try imported("Date,Close\n2016-01-04,11\n2016-01-05,12\n")
    #expect(close.kind == .yahooBars)
    #expect(close.values == ["Close: 2016-01-04 11.0", "Close: 2016-01-05 12.0"])
    let volume = try imported("Date,Close,Volume\n2016-01-04,11,5\n2016-01-05,12,\n")
    #expect(volume.kind == .yahooBars)
    #expect(
      volume.values == [
        "Close: 2016-01-04 11.0", "Close: 2016-01-05 12.0", "Volume: 2016-01-04 5.0",
      ])
    #expect(volume.rowCount == 2)
  }

  @Test func rowsWithoutPricesAreSkippedOneByOne() throws {
    let bars = try imported(
      "Date,Open,High,Low,Close,Adj Close,Volume\n2016-01-04,null,null,null,null,null,null\n"
        + "2016-01-05,,,,,,\n2016-01-06,1,2,1,2,2,null\n")
    #expect(bars.bars == [": 2016-01-06 1.0 2.0 1.0 2.0 -"])
    #expect(
      bars.texts == [
        "x.csv:2:1: warning: the row of 2016-01-04 has no prices and is skipped. " + unfilled,
        "x.csv:3:1: warning: the row of 2016-01-05 has no prices and is skipped. " + unfilled,
      ])
    #expect(bars.codes == ["missing-value skipped", "missing-value skipped"])
    let closes = try imported("Date,Close,Volume\n2016-01-04,null,7\n")
    #expect(
      closes.texts == [
        "x.csv:2:1: warning: the row of 2016-01-04 has no Close and is skipped. " + unfilled
      ])
  }

  @Test func thePageHasDividendsSplitsAndFootnotes() throws {
    let reading = try imported(
      "Date,Open,High,Low,Close*,Adj Close**,Volume\n"
        + "\"Feb 12, 2024\",10,12,9,11,11,\"1,000\"\n"
        + "\"Feb 09, 2024\",0.25 Dividend,0.25 Dividend,,,,\n"
        + "\"Feb 8, 2024\",2:1 Stock Splits,,,,,\n"
        + "2024-02-07,10,12,9,11,11,900\n"
        + "*Close price adjusted for splits.,,,,,,\n"
        + "Total,,,,,,\n")
    #expect(
      reading.bars == [
        ": 2024-02-07 10.0 12.0 9.0 11.0 900.0", ": 2024-02-12 10.0 12.0 9.0 11.0 1000.0",
      ])
    #expect(
      reading.texts == [
        "x.csv:3:16: warning: the row is not prices but \"0.25 Dividend\", and is skipped. Nothing "
          + "needs to be done.",
        "x.csv:4:15: warning: the row is not prices but \"2:1 Stock Splits\", and is skipped. "
          + "Nothing needs to be done.",
        "x.csv:5:1: warning: the rows are not in the order of their dates; they are read as "
          + "sorted. Nothing needs to be done.",
        "x.csv:6:1: warning: the row is not prices but a footnote, and is skipped. Nothing needs "
          + "to be done.",
        "x.csv:7:1: error: Date is not a date: \"Total\". Write it as YYYY-MM-DD or MM/DD/YYYY.",
      ])
    #expect(reading.codes.prefix(2) == ["not-a-row skipped", "not-a-row skipped"])
    #expect(reading.rowCount + linesLeftOut(reading) - 1 == 6 - 1)
  }

  @Test func anAdjustedCloseThatDiffersIsSaid() throws {
    let header = "Date,Open,High,Low,Close,Adj Close,Volume\n"
    let one = try imported(header + "2016-01-04,10,12,9,11,11.00,5\n2016-01-05,10,12,9,11,10.5,5\n")
    #expect(
      one.texts == [
        "x.csv:3:23: warning: Adj Close 10.5 is not Close 11; prices are read as traded, without "
          + "dividends. For returns with dividends import a file of Date and Adj Close alone."
      ])
    let rows = (4...7).map { "2016-01-0\($0),10,12,9,11,10.5,5\n" }
    #expect(
      try imported(header + rows[0] + rows[1]).texts == [
        "x.csv:2:23: warning: Adj Close 10.5 is not Close 11 and 1 more row differs; prices are "
          + "read as traded, without dividends. For returns with dividends import a file of Date "
          + "and Adj Close alone."
      ])
    #expect(
      try imported(header + rows.joined()).texts == [
        "x.csv:2:23: warning: Adj Close 10.5 is not Close 11 and 3 more rows differ; prices are "
          + "read as traded, without dividends. For returns with dividends import a file of Date "
          + "and Adj Close alone."
      ])
  }

  @Test func pythonsTimestampsAreDatesAtMidnightOnly() throws {
    let reading = try imported(
      "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n"
        + "2024-01-02 00:00:00-05:00,1,2,1,2,5,0.0,0.0\n2024-01-03T00:00:00,1,2,1,2,5,0,0\n"
        + "2024-01-04 09:30:00-05:00,1,2,1,2,5,0,0\n")
    #expect(reading.kind == .yahooBars)
    #expect(reading.bars.map { $0.prefix(12) } == [": 2024-01-02", ": 2024-01-03"])
    #expect(
      reading.texts == [
        "x.csv:1:1: warning: columns that this format does not know are ignored: \"Dividends\", "
          + "\"Stock Splits\". Check that the file is the one you meant.",
        "x.csv:4:1: error: Date is not a date: \"2024-01-04 09:30:00-05:00\". Write it as "
          + "YYYY-MM-DD or MM/DD/YYYY.",
      ])
  }

  @Test func aHighBelowTheLowIsRejected() throws {
    let reading = try imported(
      "Date,Open,High,Low,Close\n2016-01-04,10,9,11,10\n2016-01-05,10,12,9,13\n")
    #expect(reading.bars == [": 2016-01-05 10.0 12.0 9.0 13.0 -"])
    #expect(
      reading.texts == [
        "x.csv:2:15: error: High 9 is below Low 11. Correct the row or remove it.",
        "x.csv:3:20: warning: Close 13 is above High 12; the bar is kept. Check the row against "
          + "its source if the range of the bar is used.",
      ])
    #expect(reading.codes == ["high-below-low rejected", "outside-range kept"])
  }

  @Test func onlyAHeader() throws {
    let reading = try imported("Date,Close\n")
    #expect(reading.rowCount == 0)
    #expect(reading.first == nil)
    #expect(
      reading.texts == [
        "x.csv:1:1: error: the file has a header but no rows. Add the rows, or remove the file "
          + "from the sources."
      ])
  }
}
