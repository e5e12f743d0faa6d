import MarketData
import Testing

/// Accounts of one file stay apart when no more than their last characters are shown.
@Suite struct BrokerAccountsTests {
  private func accounts(_ statements: [String]) throws -> [String] {
    let position = """
      <OpenPosition currency="USD" assetCategory="STK" symbol="VNQ" conid="2" position="1"/>
      """
    let text = statements.map {
      "<FlexStatement accountId=\"\($0)\" toDate=\"20260316\"><OpenPositions>\(position)"
        + "</OpenPositions></FlexStatement>"
    }
    return try BrokerImport("<FlexQueryResponse>\(text.joined())</FlexQueryResponse>")
      .holdings.map(\.account)
  }

  @Test func accountsWithOneMaskAreNumbered() throws {
    #expect(
      try accounts(["U1114567", "U2224567", "U3334567", "U1234568"]) == [
        "…4567", "…4567 (2)", "…4567 (3)", "…4568",
      ])
  }

  @Test func anAccountHasOneMaskHoweverOftenItComes() throws {
    let text = """
      Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put
      5WX11115678,SPY,EQUITY,1,,,,
      5WX22225678,SPY,EQUITY,1,,,,
      5WX11115678,IWM,EQUITY,1,,,,

      """
    let result = try BrokerImport(text, quoteDate: "2026-03-13")
    #expect(result.holdings.map(\.account) == ["…5678", "…5678 (2)", "…5678"])
    #expect(result.problems.isEmpty)
  }
}
