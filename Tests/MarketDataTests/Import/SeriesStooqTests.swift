import MarketData
import Quant
import Testing

@Suite struct SeriesStooqTests {
  private let header =
    "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"

  @Test func bulkHoldsSeveralSymbols() throws {
    let reading = try imported(
      header
        + "SPY.US,D,20160104,000000,10,12,9,11,500,0\nSPY.US,D,20160105,000000,11,12,9,10,4,0\n"
        + "QQQ.US,D,20160104,000000,20,22,19,21,7.5,0\n")
    #expect(reading.kind == .stooqBars)
    #expect(reading.symbols == ["QQQ.US", "SPY.US"])
    #expect(
      reading.bars == [
        "QQQ.US: 2016-01-04 20.0 22.0 19.0 21.0 7.5",
        "SPY.US: 2016-01-04 10.0 12.0 9.0 11.0 500.0", "SPY.US: 2016-01-05 11.0 12.0 9.0 10.0 4.0",
      ])
    #expect(reading.texts == [])
    #expect(reading.first?.description == "2016-01-04")
    #expect(reading.last?.description == "2016-01-05")
  }

  @Test func everyRowLeftOutIsSaid() throws {
    let reading = try imported(
      header
        + "SPY.US,D,20160104,000000,10,12,9,11,500,0\nSPY.US,5,20160104,093500,10,12,9,11,5,0\n"
        + ",D,20160104,000000,10,12,9,11,5,0\nSPY.US,D,20160104,000000,10,12,9,11,500,0\n"
        + "SPY.US,D,20160104,000000,10,12,9,12,500,0\nSPY.US,D,20161304,000000,10,12,9,12,500,0\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:3:8: error: <PER> is \"5\", not D. Only daily bars can be used; download the daily "
          + "file.",
        "x.csv:4:1: error: <TICKER> is empty. Enter the symbol or remove the row.",
        "x.csv:5:10: warning: the row for SPY.US on 2016-01-04 repeats line 2 and is skipped. "
          + "Remove one of the two.",
        "x.csv:6:10: error: the row for SPY.US on 2016-01-04 disagrees with line 2, which is used. "
          + "Keep the right one of the two rows.",
        "x.csv:7:10: error: <DATE> is not a date: \"20161304\". Write it as YYYY-MM-DD or "
          + "MM/DD/YYYY.",
      ])
    #expect(reading.codes.prefix(2) == ["invalid-value rejected", "missing-value rejected"])
  }

  @Test func aDownloadIsKnownByFractionsOfShares() throws {
    let header = "Date,Open,High,Low,Close,Volume\n"
    let stooq = try imported(header + "2016-01-04,10,12,9,11,500.25\n2016-01-05,10,12,9,11,\n")
    #expect(stooq.kind == .stooqBars)
    #expect(
      stooq.bars == [
        ": 2016-01-04 10.0 12.0 9.0 11.0 500.25", ": 2016-01-05 10.0 12.0 9.0 11.0 -",
      ])
    let whole = header + "2016-01-04,10,12,9,11,500.0\n"
    #expect(try imported(whole).kind == .yahooBars)
    let told = try imported(whole, kind: .stooqBars)
    #expect(told.bars == [": 2016-01-04 10.0 12.0 9.0 11.0 500.0"])
  }
}
