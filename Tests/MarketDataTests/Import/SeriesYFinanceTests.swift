import MarketData
import Quant
import Testing

/// Files of the Python package yfinance, whose header has three lines.
@Suite struct SeriesYFinanceTests {
  private static let header = """
    Price,Close,High,Low,Open,Volume
    Ticker,^GSPC,^GSPC,^GSPC,^GSPC,^GSPC
    Date,,,,,

    """

  @Test func theColumnsAreFoundInAnyOrder() throws {
    let reading = try imported(
      Self.header + "2016-01-04,2012.66,2038.2,1989.68,2038.2,4304880000\n"
        + "2016-01-05 00:00:00+00:00,2016.71,2021.94,2004.17,2013.78,\n")
    #expect(reading.kind == .yahooBars)
    #expect(reading.symbols == ["^GSPC"])
    #expect(
      reading.bars == [
        "^GSPC: 2016-01-04 2038.2 2038.2 1989.68 2012.66 4304880000.0",
        "^GSPC: 2016-01-05 2013.78 2021.94 2004.17 2016.71 -",
      ])
    #expect(reading.rowCount == 2)
    #expect(reading.texts == [])
  }

  @Test func theTwoFirstLinesMayChangePlaces() throws {
    let reading = try imported(
      "Ticker,^VIX,^VIX,^VIX,^VIX\nPrice,Open,High,Low,Close\nDate,,,,\n2016-01-04,22,23,20,20.7\n")
    #expect(reading.bars == ["^VIX: 2016-01-04 22.0 23.0 20.0 20.7 -"])
  }

  @Test func severalTickersAreSeriesOfTheirOwn() throws {
    let reading = try imported(
      """
      Price,Close,Close,High,High,Low,Low,Open,Open
      Ticker,^GSPC,^VIX,^GSPC,^VIX,^GSPC,^VIX,^GSPC,^VIX
      Date,,,,,,,,
      2016-01-04,2012,20.7,2038,23,1989,20,2038,22
      2016-01-05,2016,,2021,,2004,,2013,
      2016-01-06,1990,20,2011,19,1979,21,2011,21

      """)
    #expect(
      reading.bars == [
        "^GSPC: 2016-01-04 2038.0 2038.0 1989.0 2012.0 -",
        "^GSPC: 2016-01-05 2013.0 2021.0 2004.0 2016.0 -",
        "^GSPC: 2016-01-06 2011.0 2011.0 1979.0 1990.0 -",
        "^VIX: 2016-01-04 22.0 23.0 20.0 20.7 -",
      ])
    #expect(
      reading.texts == [
        "x.csv:5:1: warning: the row of 2016-01-05 has no prices of ^VIX and is skipped. \(unfilled)",
        "x.csv:6:25: error: High ^VIX 19 is below Low ^VIX 21. Correct the row or remove it.",
      ])
    #expect(reading.rowCount == 3)
    #expect(reading.symbols == ["^GSPC", "^VIX"])
  }

  @Test func adjustedPricesAreSaidToBe() throws {
    let header = "Price,Close,High,Low,Open\nTicker,SPY,SPY,SPY,SPY\nDate,,,,\n"
    #expect(
      try imported(header + "2016-01-04,201,203,199,200\n").texts == [
        "x.csv:1:1: warning: the prices of \"SPY\" may be adjusted for later dividends: the file has "
          + "no Adj Close. For prices as traded download it with auto_adjust=False."
      ])
    let both = "Price,Adj Close,Close,High,Low,Open\nTicker,SPY,SPY,SPY,SPY,SPY\nDate,,,,,\n"
    let reading = try imported(both + "2016-01-04,180,201,203,199,200\n")
    #expect(reading.bars == ["SPY: 2016-01-04 200.0 203.0 199.0 201.0 -"])
    #expect(
      reading.texts == [
        "x.csv:4:12: warning: Adj Close 180 is not Close 201; prices are read as traded, without "
          + "dividends. For returns with dividends import a file of Date and Adj Close alone."
      ])
  }

  @Test func aHeaderWithoutRowsIsAFault() throws {
    #expect(
      try imported(Self.header).texts == [
        "x.csv:3:1: error: the file has a header but no rows. Add the rows, or remove the file from "
          + "the sources."
      ])
  }

  @Test func moreTickersThanAreReadIsAFault() throws {
    let tickers = (1...17).flatMap { Array(repeating: "T\($0)", count: 4) }
    let names = (1...17).flatMap { _ in ["Close", "High", "Low", "Open"] }
    let text =
      "Price,\(names.joined(separator: ","))\nTicker,\(tickers.joined(separator: ","))\nDate"
      + String(repeating: ",", count: 68) + "\n"
    #expect(
      try imported(text).texts == [
        "x.csv:1:1: error: the file has 17 tickers; at most 16 are read. Download fewer tickers at a "
          + "time."
      ])
  }

  @Test(arguments: [
    "Price,Close,High,Low,Open\nTicker,,,,\nDate,,,,\n",
    "Price,Close,Close,High,Low,Open\nTicker,A,A,A,A,A\nDate,,,,,\n",
    "Price,Close\nTicker,A\nDate,\n", "Price,Close,High,Low,Open\nTicker,A,A,A\nDate,,,\n",
    "Price,Close,High,Low,Open\nTicker,A,A,A,A\nDatetime,,,,\n",
    "Price,Close,High,Low,Open\nTicker,A\u{1B},A\u{1B},A\u{1B},A\u{1B}\nDate,,,,\n",
    "Price\nTicker\nDate\n", "\"Price,Close\nTicker,A\nDate,\n",
  ])
  func otherHeadersAreNotTakenForIt(_ text: String) {
    #expect(throws: Diagnostic.self) { try imported(text + "2016-01-04,1,1,1,1\n") }
  }
}
