import MarketData
import Quant
import Testing

/// tastytrade's export of positions, with made-up positions.
@Suite struct BrokerTastytradeTests {
  private static let header =
    "Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put,Trade Price,Mark"
  private static let file = "positions_2026-03-16.csv"

  private func read(_ rows: String, header: String = header) throws -> BrokerImport {
    try BrokerImport("\(header)\n\(rows)\n", file: Self.file)
  }

  @Test func readsSymbolsAndColumns() throws {
    let result = try read(
      """
      5WX12345,SPXW  260331P05900000,OPTION,-2,2026-03-31,15,5900,Put,12.25,8.5
      5WX12345,.SPXW260331P5800,OPTION,2,,,,,-10.5 db,8.5
      5WX12345,SPX,OPTION,1,3/31/26,15d,"6,500",CALL,1.25 cr,
      5WX12345,VIX,OPTION,4,"Apr 15, 2026",30d,20,C,2.5,2.4
      5WX12345,VIX,OPTION,4,Apr 22,37,20,C,2.5,2.4
      5WX12345,SPY,EQUITY,100,,,,,590,591
      5WX12345,/VXJ6,FUTURE,-1,,,,,21.5,21
      5WX12345,./ESM6 EW3H6 260320P5800,FUTURE_OPTION,1,,,,,10,9
      5WX12345,/ESM6 EW3H6,Future Option,1,,,,,10,9
      5WX12345,BTC/USD,CRYPTOCURRENCY,.5,,,,,60000,61000
      """)
    #expect(result.reading.kind == .tastytradePositions)
    #expect(result.problems.isEmpty)
    #expect(
      result.lines == [
        "SPXW 2026-03-31 5900.0 put x100.0 -2.0 at 12.25 mark 8.5",
        "SPXW 2026-03-31 5800.0 put x100.0 2.0 at 10.5 mark 8.5",
        "SPXW 2026-03-31 6500.0 call x100.0 1.0 at 1.25",
        "VIX 2026-04-15 20.0 call x100.0 4.0 at 2.5 mark 2.4",
        "VIXW 2026-04-22 20.0 call x100.0 4.0 at 2.5 mark 2.4", "SPY 100.0 at 590.0 mark 591.0",
        "future /VXJ6 ? x? -1.0 at 21.5 mark 21.0",
        "option on a future: ./ESM6 EW3H6 260320P5800 1.0 at 10.0 mark 9.0",
        "option on a future: /ESM6 EW3H6 1.0 at 10.0 mark 9.0",
        "cryptocurrency: BTC/USD 0.5 at 60000.0 mark 61000.0",
      ])
    #expect(Set(result.holdings.map(\.account)) == ["…2345"])
    #expect(Set(result.holdings.map(\.date.description)) == ["2026-03-16"])
  }

  @Test func twoColumnsAreEnough() throws {
    let result = try BrokerImport(
      "Symbol,Quantity,DTE\nSPXW  260331P05900000,-2,\nSPY,3,\n", file: Self.file)
    #expect(
      result.lines == ["SPXW 2026-03-31 5900.0 put x100.0 -2.0 at ?", "SPY 3.0 at ?"])
    #expect(result.holdings.map(\.account) == ["", ""])
  }

  @Test(arguments: [
    (
      "a,SPX,OPTION,1,4/17/26,32,5900,P,1,1",
      "3: error: an SPX option of 2026-04-17 may settle in the morning (SPX) or in the afternoon "
        + "(SPXW), and the row does not tell. Export the positions with their full option symbols."
    ),
    (
      "a,SPX,OPTION,1,,,5900,P,1,1",
      "3: error: the option of \"SPX\" has no option symbol and lacks Exp Date, Strike Price or "
        + "Call/Put. Export the positions again with these columns."
    ),
    (
      "a,SPXW  260331P05900000,OPTION,1,,,5950,P,1,1",
      "3: error: the symbol \"SPXW  260331P05900000\" disagrees with Exp Date, Strike Price or "
        + "Call/Put. Export the statement again, or correct the row."
    ),
    (
      "a,SPX,OPTION,1,Mar 31,,5900,P,1,1",
      "16: error: Exp Date has no year, and DTE does not tell it: \"Mar 31\". Show the column DTE in "
        + "the platform and export again on the day of the positions."
    ),
    (
      "a,SPX,OPTION,1,soon,,5900,P,1,1",
      "16: error: Exp Date is not a date: \"soon\". Export the statement again, or correct the row."
    ),
    (
      "a,SPX,OPTION,1,2026-03-31,,5900,X,1,1",
      "33: error: Call/Put is not CALL or PUT: \"X\". Export the statement again, or correct the row."
    ),
    (
      "a,,EQUITY,1,,,,,1,1",
      "3: error: Symbol is empty. Export the positions again, or correct the row."
    ),
    (
      "a,SPY,EQUITY,one,,,,,1,1",
      "14: error: Quantity is not a number: \"one\". Export the statement again, or correct the row."
    ),
    (
      "a,SPY,EQUITY",
      "13: error: the row has 3 fields, the header has 10. Export the statement again; a field that "
        + "contains a comma must be quoted."
    ),
  ])
  func aRowThatCannotBeUsedIsRejected(row: String, problem: String) throws {
    let result = try read(row)
    #expect(result.holdings.isEmpty)
    #expect(result.problems == ["\(Self.file):2:\(problem)"])
  }

  @Test func oddValuesAreSaidAndTheRowIsUsed() throws {
    let result = try read(
      "a,SPXW  260331P05900000,OPTION,1,,45d,,,soon,1\na,SPY,EQUITY,0,,,,,1,1")
    #expect(result.lines == ["SPXW 2026-03-31 5900.0 put x100.0 1.0 at ? mark 1.0"])
    #expect(
      result.problems == [
        "\(Self.file):2:35: warning: DTE is 45, but from 2026-03-16 to 2026-03-31 there are 15 days; "
          + "the row is used. Check the day of the positions.",
        "\(Self.file):2:41: warning: Trade Price is not a number: \"soon\"; it counts as not told. "
          + "Export the statement again, or correct the row.",
        "\(Self.file):3:14: warning: Quantity is zero: nothing is held. Nothing needs to be done.",
      ])
  }

  @Test func theDayComesFromTheNameOrIsTold() throws {
    let text = "Symbol,Quantity,DTE\nSPY,3,\n"
    #expect(
      try BrokerImport(text, quoteDate: "2026-03-13").holdings.map(\.date.description)
        == ["2026-03-13"])
    #expect(
      try BrokerImport(text).problems == [
        "x.csv: error: neither the file nor its name tells the day of the positions. Put the date "
          + "into the name, such as positions_2026-03-17.csv, or give it with --quote-date."
      ])
  }

  @Test func accountsAreApartAndOneAccountMayHoldAnInstrumentTwice() throws {
    let result = try read("5WX12345,SPY,,1,,,,,,\n5WX54321,SPY,,1,,,,,,\n5WX12345,SPY,,2,,,,,,")
    #expect(result.holdings.map(\.account) == ["…2345", "…4321", "…2345"])
    #expect(
      result.problems == [
        "\(Self.file):4:1: warning: the same \"SPY\" is held on line 2; both rows count. Remove one "
          + "of the two if they are the same position."
      ])
  }

  @Test func aDamagedHeaderIsSaid() throws {
    let result = try read("SPY,1,,x", header: "Symbol,Quantity,DTE,A\"")
    #expect(result.codes == ["malformed rejected"])
  }

  @Test func aHeaderAloneIsSaid() throws {
    let result = try BrokerImport("\(Self.header)\n", file: Self.file)
    #expect(
      result.problems == [
        "\(Self.file): warning: the file has a header but no rows. Export the positions again if the "
          + "account holds anything."
      ])
  }

  @Test func aFileWithoutTheNeededColumnsIsRefused() throws {
    let result = try BrokerImport(
      "Symbol,DTE\nSPY,3\n", file: Self.file, kind: .tastytradePositions)
    #expect(
      result.problems == [
        "\(Self.file): error: the header lacks \"Symbol\" or \"Quantity\"; found \"Symbol\", \"DTE\". "
          + "Show both columns in the platform and export again."
      ])
  }

  @Test(arguments: [
    "Date,Type,Sub Type,Action,Symbol,Instrument Type,Quantity,Strike Price,Call or Put\n",
    "symbol,quantity,entry_price,entry_date\n", "Symbol,Quantity\n", "Symbol,Price\n",
  ])
  func otherListsAreNotTakenForPositions(header: String) {
    #expect(FileRecogniser.kind(of: bytes(header + "x\n")) != .tastytradePositions)
  }
}
