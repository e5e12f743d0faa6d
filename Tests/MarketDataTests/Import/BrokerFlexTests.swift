import MarketData
import Quant
import Testing

/// Interactive Brokers' Flex statements, with made-up positions.
@Suite struct BrokerFlexTests {
  private static let put =
    "assetCategory=\"OPT\" symbol=\"SPXW  260331P05900000\" conid=\"11\" currency=\"USD\" "
    + "multiplier=\"100\" strike=\"5900\" expiry=\"20260331\" putCall=\"P\""

  private func statement(_ rows: String, account: String = "U7654321") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1">
    <FlexStatement accountId="\(account)" fromDate="2026-03-01" toDate="2026-03-16"><OpenPositions>
    \(rows)
    </OpenPositions></FlexStatement></FlexStatements></FlexQueryResponse>
    """
  }

  private func read(_ rows: String) throws -> BrokerImport {
    try BrokerImport(statement(rows), file: "a.xml")
  }

  private let again = "Run the Flex query again with all attributes of open positions."

  @Test func readsEveryKindOfInstrument() throws {
    let result = try read(
      """
      <OpenPosition accountId="U7654321" \(Self.put) reportDate="20260316" position="-2" \
      markPrice="8.5" openPrice="12.25" costBasisPrice="12.26" side="Short" unknown="x" \
      levelOfDetail="SUMMARY" openDateTime="20260302;093001"/>
      <OpenPosition assetCategory="STK" symbol="VNQ" currency="USD" position="10.5" \
      openPrice="" costBasisPrice="80.5" markPrice="" reportDate="2026-03-16"/>
      <OpenPosition assetCategory="FUT" symbol="VXJ6" currency="USD" position="1" multiplier="1000" \
      expiry="2026-04-15" openPrice="21.5" costBasisPrice="0"/>
      <OpenPosition assetCategory="FUT" symbol="VXK6" currency="USD" position="1" \
      costBasisPrice="0"/>
      <OpenPosition assetCategory="FOP" symbol="EW3H6 P5800" currency="USD" position="1"/>
      <OpenPosition assetCategory="BOND" symbol="T 4 1/8" currency="USD" position="10000"/>
      <OpenPosition assetCategory="CASH" symbol="EUR.USD" currency="USD" position="-5"/>
      <OpenPosition assetCategory="CFD" symbol="IBUS500" currency="EUR" position="1"/>
      """)
    #expect(result.problems.isEmpty)
    #expect(
      result.lines == [
        "SPXW 2026-03-31 5900.0 put x100.0 -2.0 at 12.25 on 2026-03-02 mark 8.5",
        "VNQ 10.5 at 80.5", "future VXJ6 2026-04-15 x1000.0 1.0 at 21.5",
        "future VXK6 ? x? 1.0 at ?", "FOP: EW3H6 P5800 1.0 at ?",
        "BOND: T 4 1/8 10000.0 at ?", "CASH: EUR.USD -5.0 at ?", "CFD: IBUS500 1.0 at ?",
      ])
    #expect(result.reading.kind == .ibkrFlex)
    #expect(Set(result.holdings.map(\.account)) == ["…4321"])
    #expect(Set(result.holdings.map(\.date.description)) == ["2026-03-16"])
    #expect(result.holdings.last?.currency == "EUR")
    #expect(result.holdings.first?.contract?.root == .spxw)
  }

  @Test(arguments: [
    "20260302;093001", "2026-03-02;093001", "2026-03-02, 09:30:01", "2026-03-02 09:30:01",
    "2026-03-02T09:30:01", "20260302", "03/02/2026;093001",
  ])
  func dayOfOpeningIsReadBeforeAnySeparator(text: String) throws {
    let result = try read(
      "<OpenPosition \(Self.put) position=\"1\" openDateTime=\"\(text)\"/>")
    #expect(result.holdings.first?.entryDate?.description == "2026-03-02")
    #expect(result.problems.isEmpty)
  }

  @Test func lotsOfASummaryAreSkippedAndTellItsDay() throws {
    let result = try read(
      """
      <OpenPosition \(Self.put) position="-3" openPrice="12" levelOfDetail="SUMMARY"/>
      <OpenPosition \(Self.put) position="-1" openPrice="10" levelOfDetail="LOT" \
      openDateTime="20260305;1"/>
      <OpenPosition \(Self.put) position="-2" openPrice="13" levelOfDetail="LOT" \
      openDateTime="20260303;1"/>
      """)
    #expect(
      result.lines == ["SPXW 2026-03-31 5900.0 put x100.0 -3.0 at 12.0 on 2026-03-03"])
    #expect(
      result.problems
        == [5, 6].map {
          "a.xml:\($0):1: warning: the lot of \"SPXW  260331P05900000\" is part of the summary row on "
            + "line 4. Nothing needs to be done."
        })
    #expect(result.codes == ["detail-row skipped", "detail-row skipped"])
  }

  @Test func lotsBeforeTheirSummaryAreSkippedToo() throws {
    let result = try read(
      """
      <OpenPosition \(Self.put) position="-3" levelOfDetail="LOT"/>
      <OpenPosition \(Self.put) position="-3" levelOfDetail="SUMMARY"/>
      """)
    #expect(result.lines == ["SPXW 2026-03-31 5900.0 put x100.0 -3.0 at ?"])
    #expect(result.codes == ["detail-row skipped"])
  }

  @Test func lotsThatDoNotAddUpAreSaid() throws {
    let result = try read(
      """
      <OpenPosition \(Self.put) position="-3" levelOfDetail="SUMMARY"/>
      <OpenPosition \(Self.put) position="-1" levelOfDetail="LOT" openDateTime="20260305"/>
      """)
    #expect(result.lines == ["SPXW 2026-03-31 5900.0 put x100.0 -3.0 at ?"])
    #expect(
      result.problems.first
        == "a.xml:4:1: warning: the lots of \"SPXW  260331P05900000\" add up to -1.0, its summary "
        + "row says -3.0, which is used. Compare with the broker's own display.")
  }

  @Test func lotsAloneAreEachAHolding() throws {
    let result = try read(
      """
      <OpenPosition \(Self.put) position="-1" openPrice="10" levelOfDetail="LOT" \
      openDateTime="20260305"/>
      <OpenPosition \(Self.put) position="-1" openPrice="10" levelOfDetail="LOT" \
      openDateTime="20260305"/>
      """)
    #expect(result.lines.count == 2)
    #expect(result.problems.isEmpty)
  }

  @Test func aRowThatComesTwiceCountsOnce() throws {
    let result = try read(
      """
      <OpenPosition \(Self.put) position="-1"/>
      <OpenPosition \(Self.put) position="-1"/>
      <OpenPosition \(Self.put) position="-2"/>
      """)
    #expect(result.lines == ["SPXW 2026-03-31 5900.0 put x100.0 -1.0 at ?"])
    #expect(
      result.problems == [
        "a.xml:5:1: warning: the row for \"SPXW  260331P05900000\" repeats line 4. Nothing needs "
          + "to be done.",
        "a.xml:6:1: error: the row for \"SPXW  260331P05900000\" disagrees with line 4, which is "
          + "used. Export each account and day once.",
      ])
    #expect(result.codes == ["duplicate-row skipped", "conflicting-row rejected"])
  }

  @Test func accountsDaysAndModelsAreApart() throws {
    let row = "<OpenPosition \(Self.put) position=\"1\""
    let one = "<FlexStatement accountId=\"U1\" toDate=\"20260316\"><OpenPositions>"
    let end = "</OpenPositions></FlexStatement>"
    let result = try BrokerImport(
      "<FlexQueryResponse>\(one)\(row)/>\(row) model=\"m\"/>\(end)"
        + "<FlexStatement accountId=\"F1234567\" toDate=\"20260316\"><OpenPositions>\(row)/>"
        + "\(row) reportDate=\"20260313\"/>\(row) accountId=\"U22\"/>\(end)</FlexQueryResponse>")
    #expect(result.holdings.map(\.account) == ["…1", "…1", "…4567", "…4567", "…2"])
    #expect(
      result.holdings.map(\.date.description)
        == ["2026-03-16", "2026-03-16", "2026-03-16", "2026-03-13", "2026-03-16"])
    #expect(result.problems.isEmpty)
    #expect(result.reading.first?.description == "2026-03-13")
  }

  @Test func whatARowLacksRejectsIt() throws {
    let cases: [(String, String)] = [
      (
        "assetCategory=\"STK\" symbol=\"A\"",
        "position is empty. Export the statement again with this value."
      ),
      (
        "assetCategory=\"STK\" symbol=\"A\" position=\"x\"",
        "position is not a number: \"x\". Export the statement again, or correct the row."
      ),
      (
        "assetCategory=\"STK\" symbol=\"A\" position=\"1e12\"",
        "position is more than an account can hold: \"1e12\". Export the statement again, or "
          + "correct the row."
      ),
      (
        "assetCategory=\"STK\" symbol=\"A\" position=\"5\" side=\"Short\"",
        "side is \"Short\" and position is \"5\". \(again)"
      ),
      (
        "assetCategory=\"STK\" symbol=\"A\" position=\"5\" reportDate=\"20261340\"",
        "reportDate is not a date: \"20261340\". \(again)"
      ),
      ("assetCategory=\"STK\" position=\"5\"", "symbol is missing. \(again)"),
      ("symbol=\"A\" position=\"5\"", "assetCategory is missing. \(again)"),
      (
        "assetCategory=\"FUT\" symbol=\"A\" position=\"5\" expiry=\"soon\"",
        "expiry is not a date: \"soon\". \(again)"
      ),
      (
        "assetCategory=\"OPT\" symbol=\"A 1\" position=\"5\" multiplier=\"100\" putCall=\"X\"",
        "putCall is neither C nor P: \"X\". \(again)"
      ),
      (
        "assetCategory=\"OPT\" symbol=\"A 1\" position=\"5\" multiplier=\"-100\" putCall=\"C\"",
        "multiplier is not above zero: \"-100\". Export the statement again, or correct the row."
      ),
      (
        "assetCategory=\"OPT\" symbol=\"A 1\" position=\"5\" multiplier=\"100\" putCall=\"C\"",
        "the option of \"A\" has no option symbol and lacks expiry, strike or putCall. Export the "
          + "positions again with these columns."
      ),
      (
        "\(Self.put.replacing("5900\"", with: "5950\"", maxReplacements: 1)) position=\"5\"",
        "the symbol \"SPXW  260331P05900000\" disagrees with expiry, strike or putCall. Export the "
          + "statement again, or correct the row."
      ),
    ]
    for (attributes, message) in cases {
      let result = try read(
        "<OpenPosition currency=\"USD\" \(attributes.replacing("currency=\"USD\" ", with: "", maxReplacements: 1))/>"
      )
      #expect(result.holdings.isEmpty, "\(attributes)")
      #expect(result.problems == ["a.xml:4:1: error: \(message)"])
    }
  }

  @Test func aPositionOfZeroHoldsNothing() throws {
    let result = try read("<OpenPosition \(Self.put) position=\"0\"/>")
    #expect(
      result.problems == [
        "a.xml:4:1: warning: position is zero: nothing is held. Nothing needs to be done."
      ])
    #expect(result.codes == ["missing-value skipped"])
  }

  @Test func oddValuesAreSaidAndTheRowIsUsed() throws {
    let result = try read(
      """
      <OpenPosition assetCategory="OPT" symbol="VIX   260415C00020000" position="1" \
      openPrice="-3" markPrice="x" openDateTime="MULTI"/>
      <OpenPosition \(Self.put) position="1" openDateTime="20260317"/>
      """)
    #expect(
      result.lines == [
        "VIX 2026-04-15 20.0 call x100.0 1.0 at ?", "SPXW 2026-03-31 5900.0 put x100.0 1.0 at ?",
      ])
    let correct = "Export the statement again, or correct the row."
    #expect(
      result.problems == [
        "a.xml:4:1: warning: currency is missing; USD is assumed. \(again)",
        "a.xml:4:1: warning: markPrice is not a number: \"x\"; it counts as not told. \(correct)",
        "a.xml:4:1: warning: multiplier is missing; 100 is assumed. \(again)",
        "a.xml:4:1: warning: openDateTime is not a date: \"MULTI\"; it counts as not told. \(again)",
        "a.xml:4:1: warning: openPrice is negative: \"-3\"; it counts as not told. \(correct)",
        "a.xml:5:1: warning: openDateTime \"20260317\" is after the statement's day 2026-03-16; it "
          + "counts as not told. \(again)",
      ])
  }

  @Test func theSymbolFillsInWhatTheAttributesDoNotTell() throws {
    let result = try read(
      """
      <OpenPosition assetCategory="OPT" symbol="SPX   260320P05900000" currency="USD" \
      multiplier="100" position="1"/>
      <OpenPosition assetCategory="OPT" symbol="SPX   260320P05800000" currency="USD" \
      multiplier="100" position="1" expiry="2026-03-19" strike="5800.0" putCall="P"/>
      """)
    #expect(
      result.lines == [
        "SPX 2026-03-20 5900.0 put x100.0 1.0 at ?", "SPX 2026-03-20 5800.0 put x100.0 1.0 at ?",
      ])
    #expect(result.problems.isEmpty)
  }

  @Test func withoutASymbolTheClassOfSPXFollowsFromTheDayWhereItCan() throws {
    func row(_ expiry: String, symbol: String = "SPX 5900 P") -> String {
      "<OpenPosition assetCategory=\"OPT\" symbol=\"\(symbol)\" underlyingSymbol=\"SPX\" "
        + "currency=\"USD\" multiplier=\"100\" position=\"1\" expiry=\"\(expiry)\" strike=\"5900\" "
        + "putCall=\"P\"/>"
    }
    let result = try read(
      [row("20260331"), row("20260320"), row("20260320", symbol: "SPXW 5900 P")]
        .joined(separator: "\n"))
    #expect(
      result.lines == [
        "SPXW 2026-03-31 5900.0 put x100.0 1.0 at ?", "SPXW 2026-03-20 5900.0 put x100.0 1.0 at ?",
      ])
    #expect(
      result.problems == [
        "a.xml:5:1: error: an SPX option of 2026-03-20 may settle in the morning (SPX) or in the "
          + "afternoon (SPXW), and the row does not tell. Export the positions with their full "
          + "option symbols."
      ])
  }

  @Test func documentsThatAreNoStatementsOfPositionsSaySo() throws {
    let cases: [(String, String, Int)] = [
      (
        "<FlexQueryResponse><FlexStatements>\n<FlexStatement accountId=\"U1\"/></FlexStatements>"
          + "</FlexQueryResponse>",
        "a.xml:2:1: warning: the statement has no section OpenPositions. Add the section Open "
          + "Positions to the Flex query if the account holds anything.", 0
      ),
      (
        "<FlexQueryResponse></FlexQueryResponse>",
        "a.xml: error: the document has no FlexStatement. Run the Flex query again.", 0
      ),
      (
        "<FlexStatementResponse><Status>Fail</Status></FlexStatementResponse>",
        "a.xml:1:1: error: the document is the answer to a request for a statement, not the "
          + "statement. Download the statement itself.", 0
      ),
    ]
    for (text, problem, rows) in cases {
      let result = try BrokerImport(text, file: "a.xml")
      #expect(result.problems == [problem])
      #expect(result.holdings.count == rows)
    }
    let empty = try read("")
    #expect(empty.problems.isEmpty)
    #expect(empty.holdings.isEmpty)
  }
}
