import MarketData
import Quant
import Testing

/// thinkorswim's two statements, with made-up positions.
@Suite struct BrokerThinkorswimAccountTests {
  private static let title =
    "Account Statement for 123456789SCHW (ira) since 3/10/26 through 3/16/26"
  private static let header = "Symbol,Option Code,Exp,Strike,Type,Qty,Trade Price,Mark,Mark Value"

  private func read(_ rows: String, file: String = "x.csv") throws -> BrokerImport {
    try BrokerImport("\(Self.title)\n\nOptions\n\(Self.header)\n\(rows)\n", file: file)
  }

  @Test func readsEverySection() throws {
    let result = try BrokerImport(
      """
      \u{FEFF}This document was exported from the paperMoney® platform.

      \(Self.title)

      Cash Balance
      DATE,TIME,TYPE,REF #,DESCRIPTION,Misc Fees,Commissions & Fees,AMOUNT,BALANCE
      3/16/26,09:31:00,TRD,="1",SOLD -2 SPXW,,,-1.00,"1,000.00"

      Account Trade History
      ,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Order Type
      ,3/16/26 09:31:00,SINGLE,SELL,-2,TO OPEN,SPX,31 MAR 26,5900,PUT,12.25,12.25,LMT

      Equities
      Symbol,Description,Qty,Trade Price,Mark,Mark Value
      VNQ,A FUND,+100,80.50,81.25,"$8,125.00"
      ,OVERALL TOTALS,,,,"$8,125.00"

      Options
      \(Self.header)
      SPX,SPXW260331P5900,31 MAR 26,5900,PUT,-2,12.25,.925,"($1,850.00)"
      SPX,SPX260417C6500,17 APR 26,6500,CALL,+20,.925,1.05,"$2,100.00"
      ,OVERALL TOTALS,,,,,,,$250.00

      Futures
      Symbol,Description,SPC,Exp,Qty,Trade Price,Mark,P/L Day
      /VXJ6,VIX FUTURES,1/1000,APR 26,-1,21.50,21.25,$250.00
      ,OVERALL TOTALS,,,,,,$250.00

      Futures Options
      \(Self.header)
      /ESM6,./EW3H26P5800,20 MAR 26,5800,PUT,+1,10.25,9.50,$475.00
      ,OVERALL TOTALS,,,,,,,$475.00

      Mutual Funds
      Symbol,Description,Qty,Trade Price,Mark,Mark Value
      VFINX,AN INDEX FUND,+10,500.00,501.00,"$5,010.00"
      ,OVERALL TOTALS,,,,"$5,010.00"

      Account Summary
      Net Liquidating Value,"$100,000.00"

      """)
    #expect(result.reading.kind == .thinkorswimAccount)
    #expect(result.problems.isEmpty)
    #expect(
      result.lines == [
        "VNQ 100.0 at 80.5 mark 81.25",
        "SPXW 2026-03-31 5900.0 put x100.0 -2.0 at 12.25 mark 0.925",
        "SPX 2026-04-17 6500.0 call x100.0 20.0 at 0.925 mark 1.05",
        "future /VXJ6 ? x? -1.0 at 21.5 mark 21.25",
        "option on a future: ./EW3H26P5800 1.0 at 10.25 mark 9.5",
        "Mutual Funds: VFINX 10.0 at 500.0 mark 501.0",
      ])
    #expect(Set(result.holdings.map(\.account)) == ["…6789"])
    #expect(Set(result.holdings.map(\.date.description)) == ["2026-03-16"])
    // Every row but the headers of sections with holdings is a holding or has a problem.
    #expect(result.skipped.count == 20)
    #expect(
      result.skipped.prefix(8) == [
        "1: a title", "3: a title", "5: the heading of a section",
        "6: of the section \"Cash Balance\"", "7: of the section \"Cash Balance\"",
        "9: the heading of a section", "10: of the section \"Account Trade History\"",
        "11: of the section \"Account Trade History\"",
      ])
    #expect(result.skipped.last == "40: of the section \"Account Summary\"")
  }

  @Test func aRowThatIsNoHoldingIsNamed() throws {
    let result = try read(",OVERALL TOTALS,,,,,,,$1.00")
    #expect(
      result.reading.problems.last?.description
        == "x.csv:5:1: warning: the row is a total, not a holding. Nothing needs to be done.")
    #expect(result.reading.problems.last?.action == .skipped)
  }

  @Test func readsOlderStatements() throws {
    let result = try BrokerImport(
      """
      Account Statement for 12345678 (cash) since 2/2/15 through 2/27/15
      Options
      Symbol,Option Code,Exp,Strike,Type,Qty,Trade Price,Close Price,Close Value
      SPX,SPX150320P2000,MAR 15,2000,PUT,+1,13.95,14.075,"$1,407.50"
      SPX,SPX140419P1800,19 APR 14,1800,PUT,-1,1,2,($200.00)
      SPX,SPX140419P1700,17 APR 14,1700,PUT,-1,1,2,($200.00)
      SPX,SPX150320P2100,APR 15,2100,PUT,+1,13.95,14.075,"$1,407.50"
      ,OVERALL TOTALS,,,,,,,"$1,007.50"
      """)
    #expect(
      result.lines == [
        "SPX 2015-03-20 2000.0 put x100.0 1.0 at 13.95 mark 14.075",
        "SPX 2014-04-17 1800.0 put x100.0 -1.0 at 1.0 mark 2.0",
        "SPX 2014-04-17 1700.0 put x100.0 -1.0 at 1.0 mark 2.0",
      ])
    #expect(
      result.problems == [
        "x.csv:7:5: error: the option code \"SPX   150320P02100000\" disagrees with Exp, Strike or "
          + "Type. Export the statement again, or correct the row."
      ])
  }

  @Test(arguments: [
    (
      "SPX,SPXW260331P5900,31 MAR 26,5950,PUT,-2,12.25,1,$1.00",
      "5: error: the option code \"SPXW  260331P05900000\" disagrees with Exp, Strike or Type. Export "
        + "the statement again, or correct the row."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26,5900,CALL,-2,12.25,1,$1.00",
      "5: error: the option code \"SPXW  260331P05900000\" disagrees with Exp, Strike or Type. Export "
        + "the statement again, or correct the row."
    ),
    (
      "SPX,SPXW,31 MAR 26,5900,PUT,-2,12.25,1,$1.00",
      "5: error: Option Code is not understood: \"SPXW\". It should read like SPXW260317P6660."
    ),
    (
      "SPX,SPXW260331P5900,31 MRZ 26,5900,PUT,-2,12.25,1,$1.00",
      "21: error: Exp is not a date: \"31 MRZ 26\". Export the statement again, or correct the row."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26,0,PUT,-2,12.25,1,$1.00",
      "31: error: Strike is not above zero: \"0\". Export the statement again, or correct the row."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26,5900,BOTH,-2,12.25,1,$1.00",
      "36: error: Type is not CALL or PUT: \"BOTH\". Export the statement again, or correct the row."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26,5900,PUT,two,12.25,1,$1.00",
      "40: error: Qty is not a number: \"two\". Export the statement again, or correct the row."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26,5900,PUT,,12.25,1,$1.00",
      "40: error: Qty is empty. Export the statement again with this value."
    ),
    (
      ",,31 MAR 26,5900,PUT,1,12.25,1,$1.00",
      "1: error: Symbol is empty. Export the statement again, or correct the row."
    ),
    (
      "SPX,,17 APR 26,5900,PUT,1,12.25,1,$1.00",
      "5: error: an SPX option of 2026-04-17 may settle in the morning (SPX) or in the afternoon "
        + "(SPXW), and the row does not tell. Export the positions with their full option symbols."
    ),
    (
      "SPX,,,5900,PUT,1,12.25,1,$1.00",
      "5: error: the option of \"SPX\" has no option symbol and lacks Exp, Strike or Type. Export the "
        + "positions again with these columns."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26",
      "30: error: the row has 3 fields, the header has 9. Export the statement again; a field that "
        + "contains a comma must be quoted."
    ),
    (
      "SPX,SPXW260331P5900,31 MAR 26,5900,PUT,1,1,1,$1,050.00",
      "49: error: the row has 10 fields, the header has 9. Export the statement again; a field that "
        + "contains a comma must be quoted."
    ),
  ])
  func aRowThatCannotBeUsedIsRejected(row: String, problem: String) throws {
    let result = try read(row)
    #expect(result.holdings.isEmpty)
    #expect(result.problems == ["x.csv:5:\(problem)"])
  }

  @Test func aPriceThatCannotBeCountsAsNotTold() throws {
    let result = try read(
      "SPX,SPXW260331P5900,31 MAR 26,5900,PUT,-2,(12.25),1e400,\nSPX,SPXW260331P5800,31 MAR 26,5800,"
        + "PUT,-2,N/A,--,\nSPX,,31 MAR 26,5700,PUT,0,1,1,")
    #expect(
      result.lines == [
        "SPXW 2026-03-31 5900.0 put x100.0 -2.0 at ?",
        "SPXW 2026-03-31 5800.0 put x100.0 -2.0 at ?",
      ])
    #expect(
      result.problems == [
        "x.csv:5:43: warning: Trade Price is negative: \"(12.25)\"; it counts as not told. Export the "
          + "statement again, or correct the row.",
        "x.csv:5:51: warning: Mark is not a number: \"1e400\"; it counts as not told. Export the "
          + "statement again, or correct the row.",
        "x.csv:7:25: warning: Qty is zero: nothing is held. Nothing needs to be done.",
      ])
  }

  @Test func withoutATitleTheNameOrAQuoteDateTellsTheDay() throws {
    let text = "Options\n\(Self.header)\nSPX,SPXW260331P5900,31 MAR 26,5900,PUT,1,1,1,$1.00\n"
    let named = try BrokerImport(text, file: "in/2026-03-16-AccountStatement.csv")
    #expect(named.holdings.map(\.date.description) == ["2026-03-16"])
    #expect(named.holdings.map(\.account) == [""])
    let told = try BrokerImport(text, quoteDate: "2026-03-13")
    #expect(told.holdings.map(\.date.description) == ["2026-03-13"])
    let unclear = try BrokerImport(text)
    #expect(unclear.holdings.isEmpty)
    #expect(
      unclear.problems == [
        "x.csv: error: neither the statement's title nor the name of the file tells its day. Put the "
          + "date into the name, such as 2026-03-17-statement.csv, or give it with --quote-date."
      ])
    #expect(unclear.codes == ["unclear-name rejected"])
  }

  @Test func damageRejectsAHoldingAndIsNoMatterElsewhere() throws {
    let result = try BrokerImport(
      "\(Self.title)\nCash Balance\nREF #,AMOUNT\n=\"123\",1.00\n=\"124\",1.00\nOptions\n"
        + "\(Self.header)\nSPX,SPXW260331P5900,31 MAR 26,5900,PUT,1,1,1,=\"1\"\n"
        + "SPX,SPXW260331P5800,31 MAR 26,5800,PUT,1,1,1,1\n")
    #expect(result.lines == ["SPXW 2026-03-31 5800.0 put x100.0 1.0 at 1.0 mark 1.0"])
    #expect(
      result.problems == [
        "x.csv:8:47: error: a quote stands inside an unquoted field. Quote the whole field and double "
          + "the quotes inside it."
      ])
    #expect(result.codes.filter { $0 != "not-a-row skipped" } == ["malformed rejected"])
  }

  @Test func accountNumbersAppearNowhere() throws {
    let result = try BrokerImport(
      "Account Statement for 987654321SCHW (a) since 1/1/26 through 3/16/26\nOptions\n\(Self.header)\n"
        + "SPX,x,31 MAR 26,5900,PUT,1,1,1,$1.00\n")
    #expect(!result.reading.problems.contains { $0.description.contains("98765") })
  }
}

@Suite struct BrokerThinkorswimPositionsTests {
  private static let title = "Position Statement for D-12345678 (margin) on 3/16/26 11:49:04"
  private static let header = "Instrument,Qty,Days,Trade Price,Mark,P/L Open"

  private func read(_ rows: String, header: String = header) throws -> BrokerImport {
    try BrokerImport("\u{FEFF}\(Self.title)\n\nNone\n\(header)\n\(rows)\n")
  }

  @Test func readsGroupsAndTheirLegs() throws {
    let result = try read(
      """
      /MES,+1,,5900.50,5901.25,$3.75
      "Micro E-mini S&P 500, Jun-26 (prev. /MESM6)",+1,79,5900.50,5901.25,$3.75
      SPX,,,,,($30.00)
      S&P 500 INDEX,0,,.00,5901.37,$0.00
      100 17 APR 26 5900 PUT,+1,32,63.50,63.20,($30.00)
      100 (Quarterlys) 31 MAR 26 5900 CALL,+2,15,"1,141.30",140.25,N/A
      100 (Weeklys) 24 APR 26 4650.5 PUT,-3,39,.925,.83,"($1,140.00)"
      VIX,,,,,$0.00
      CBOE VOLATILITY INDEX,0,,.00,21.37,$0.00
      100 15 APR 26 20 CALL,+4,30,2.50,2.40,($40.00)
      100 (Weeklys) 22 APR 26 20 CALL,+4,37,2.50,2.40,($40.00)
      SPY,,,,,$97.00
      A TRUST,+100,,590.74,590.56,($18.00)
      100 15 MAY 26 600 PUT,-1,60,5.25,5.365,$115.00

      Cash & Sweep Vehicle,"$2,310.40"
      OVERALL P/L YTD,$60.75
      """)
    #expect(result.reading.kind == .thinkorswimPositions)
    // The rows of indices hold nothing.
    #expect(
      result.problems
        == ["8:15", "13:23"].map {
          "x.csv:\($0): warning: Qty is zero: nothing is held. Nothing needs to be done."
        })
    #expect(
      result.lines == [
        "future /MESM6 ? x? 1.0 at 5900.5 mark 5901.25",
        "SPX 2026-04-17 5900.0 put x100.0 1.0 at 63.5 mark 63.2",
        "SPXW 2026-03-31 5900.0 call x100.0 2.0 at 1141.3 mark 140.25",
        "SPXW 2026-04-24 4650.5 put x100.0 -3.0 at 0.925 mark 0.83",
        "VIX 2026-04-15 20.0 call x100.0 4.0 at 2.5 mark 2.4",
        "VIXW 2026-04-22 20.0 call x100.0 4.0 at 2.5 mark 2.4",
        "SPY 100.0 at 590.74 mark 590.56",
        "SPY 2026-05-15 600.0 put x100.0 -1.0 at 5.25 mark 5.365",
      ])
    #expect(Set(result.holdings.map(\.account)) == ["…5678"])
    #expect(Set(result.holdings.map(\.date.description)) == ["2026-03-16"])
    #expect(result.holdings.allSatisfy { $0.entryDate == nil })
    #expect(
      result.skipped == [
        "1: a title", "3: a title", "5: the heading of \"/MES\"", "7: the heading of \"SPX\"",
        "12: the heading of \"VIX\"", "16: the heading of \"SPY\"", "20: a total", "21: a total",
      ])
  }

  @Test(arguments: [
    (
      "100 (Weekly) 24 APR 26 4650 PUT",
      "the mark \"(Weekly)\" of an SPX option is unknown. Known marks are (Weeklys) and (Quarterlys)."
    ),
    (
      "100 24 APR 26 4650 PUT",
      "SPX has no monthly expiration on 2026-04-24, and the row is not marked (Weeklys) or "
        + "(Quarterlys). Correct the row, or import an account statement instead."
    ),
    ("100 (Weeklys) 31 APR 26 4650 PUT", nil), ("100 (Weeklys) 24 APR 26 0x10 PUT", nil),
    ("0 (Weeklys) 24 APR 26 4650 PUT", nil), ("100 (Weeklys) 24 APR 26 4650 PUT [AM]", nil),
    ("100 PUT", nil), ("PUT", nil), ("100 (Weeklys 24 APR 26 4650 PUT", nil),
    ("100 ) 24 APR 26 4650 PUT", nil), ("100 (Weeklys) PUT", nil), ("100 (a b) c) PUT", nil),
  ])
  func aLegThatCannotBeUsedIsRejected(leg: String, message: String?) throws {
    let result = try read("SPX,,,,,$0.00\n\(leg),+1,39,1,1,$0.00")
    let message =
      message
      ?? "the option is not understood: \"\(leg)\". Below its underlying, an option reads like 100 "
      + "(Weeklys) 31 MAY 22 4650 PUT."
    #expect(result.holdings.isEmpty, "\(leg)")
    #expect(result.problems == ["x.csv:6:1: error: \(message)"])
  }

  @Test func anOptionIsNeverTakenForItsUnderlying() throws {
    let result = try read(
      "/ES,,,,,$0.00\n1/50 20 MAR 26 (EW3) 5800 PUT /ESM6,+1,4,10,9,$0.00\nSPY,,,,,$0.00\n"
        + "100 (US$ 15.00)/17 APR 26 600 PUT,1,1,1,1,$0.00")
    #expect(
      result.lines == [
        "option on a future: 1/50 20 MAR 26 (EW3) 5800 PUT /ESM6 1.0 at 10.0 mark 9.0"
      ])
    #expect(result.problems.count == 1)
  }

  @Test func aFutureIsReadFromItsHeadingWhenNoRowFollows() throws {
    let result = try read("/VX,-2,,21.5,21.25,$0.00\n/MES,+1,,5900,5901,$0.00\nSPY,,,,,$0.00")
    #expect(
      result.lines == [
        "future /VX ? x? -2.0 at 21.5 mark 21.25", "future /MES ? x? 1.0 at 5900.0 mark 5901.0",
      ])
    let last = try read("/VX,-2,,21.5,21.25,$0.00")
    #expect(last.lines == ["future /VX ? x? -2.0 at 21.5 mark 21.25"])
  }

  @Test func columnsMayBeAnyAndInAnyOrder() throws {
    let result = try read(
      "-3,100 (Weeklys) 24 APR 26 4650 PUT\n", header: "Qty,Instrument")
    #expect(result.problems.count == 1)  // No heading tells the underlying.
    let grouped = try read(
      ",SPX\n-3,100 (Weeklys) 24 APR 26 4650 PUT\nCash,$1.00\n", header: "Qty,Instrument")
    #expect(grouped.lines == ["SPXW 2026-04-24 4650.0 put x100.0 -3.0 at ?"])
    #expect(grouped.skipped.last == "7: a total")
  }

  @Test func everyGroupMayRepeatTheHeader() throws {
    let result = try read(
      "SPY,,,,,$0.00\nA TRUST,+1,,1,1,$0.00\nMy group\n\(Self.header)\nSPY,,,,,$0.00\n"
        + "A TRUST,+2,,1,1,$0.00")
    #expect(result.lines == ["SPY 1.0 at 1.0 mark 1.0", "SPY 2.0 at 1.0 mark 1.0"])
    #expect(
      result.problems == [
        "x.csv:10:1: warning: the same \"SPY\" is held on line 6; both rows count. Remove one of the "
          + "two if they are the same position."
      ])
    #expect(result.codes.last == "duplicate-row kept")
  }

  @Test func aStatementWithoutItsColumnsIsRefused() throws {
    let result = try BrokerImport("\(Self.title)\nSymbol,Amount\nSPY,1\n")
    #expect(result.holdings.isEmpty)
    #expect(
      result.problems == [
        "x.csv: error: no line names the columns \"Instrument\" and \"Qty\". Show both columns in the "
          + "platform and export again."
      ])
  }

  @Test func withoutADayNothingIsRead() throws {
    let text = "\(Self.header)\nSPY,,,,,$0.00\nA TRUST,+1,,1,1,$0.00\n"
    #expect(try BrokerImport(text).codes == ["unclear-name rejected"])
    let named = try BrokerImport(text, file: "2026-03-16-PositionStatement.csv")
    #expect(named.lines == ["SPY 1.0 at 1.0 mark 1.0"])
  }
}
