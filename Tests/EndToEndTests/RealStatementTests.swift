import MarketData
import SiteGenerator
import Testing

/// The downloaded statements themselves become write-ups; nothing of them is part of this project.
///
/// The folder has prices of the index and of the VIX for the statements' days. VX settlements and
/// option chains of these days are not in it, so no leg can be valued, and the pages say so.
@Suite(
  .enabled(
    if: DownloadedFolder.url != nil,
    "the downloaded files are not there: ../shared/data, or the folder HEDGEBOOK_DATA names"))
struct RealStatementTests {
  private static let thinkorswim = "brokers/thinkorswim/2021-12-29-PositionStatement.csv"
  private static let flex = "brokers/ibkr_flex"
  /// Built once for all tests.
  private static let site = Result { try StatementSite(thinkorswim, of: "2021-12-29") }

  @Test func theThinkorswimStatementIsAWriteUpOfItsLegs() throws {
    let site = try Self.site.get()
    let positions = try #require(site.stored("2021-12-29.csv"))
    #expect(
      positions.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[0] } == [
        "SPX   220121P04795000", "SPXW  220331C04795000", "SPXW  220531P04650000",
        "SPXW  220531P04730000", "SPXW  220531C04775000", "SPXW  220531C04800000",
      ])
    let page = WriteUp(html: try site.page)
    #expect(
      page.rows(below: "legs-").map { $0.prefix(4).joined(separator: " ") } == [
        "Long put +1 4795 63.50", "Long call +2 4795 141.30", "Short put −3 4650 176.10",
        "Long put +3 4730 199.80", "Long call +2 4775 223.10", "Short call −2 4800 206.60",
      ])
    #expect(
      page.rows(below: "other-holdings").map { $0.prefix(3).joined(separator: " ") } == [
        "/MESH2 future +1", "SPY equity +100", "SPY 2022-01-18 477 put option +10",
      ])
  }

  /// Quantity, strike and entry of each leg are in the statement; what a market would have to tell is
  /// missing, because there is no chain of the day, and is not filled in.
  @Test func everyFigureOfALegIsInTheStatementOrMissing() throws {
    let site = try Self.site.get()
    let statement = String(
      decoding: try DownloadedFolder.bytes(Self.thinkorswim), as: UTF8.self)
    let legs = WriteUp(html: try site.page).rows(below: "legs-")
    #expect(legs.count == 6)
    for leg in legs {
      let right = leg[0].hasSuffix("put") ? "PUT" : "CALL"
      let quantity = leg[1].replacing("−", with: "-")
      #expect(
        statement.split(separator: "\n").contains {
          $0.contains(" \(leg[2]) \(right),\(quantity),") && $0.contains(",\(leg[3]),")
        }, "\(leg)")
      #expect(leg.dropFirst(4).allSatisfy { $0 == "–" }, "\(leg)")
    }
  }

  /// The statement's first line says that the account is a simulated one.
  @Test func aSimulatedAccountIsNotShownAsReal() throws {
    let site = try Self.site.get()
    #expect(site.stored("book.yml")?.contains("\nmode: paper\n") == true)
    let page = try site.page
    #expect(page.contains("<b class=\"badge\">Paper</b>"))
    #expect(!page.contains("<b class=\"badge\">Actual</b>"))
  }

  @Test func whatIsMissingIsNamed() throws {
    let site = try Self.site.get()
    let page = WriteUp(html: try site.page)
    let unknown = page.text(of: "unknowns")
    for leg in ["4 795 put", "4 795 call", "4 650 put", "4 730 put", "4 775 call", "4 800 call"] {
      #expect(unknown.contains("the \(leg) (there is no quote for the contract)"), "\(leg)")
    }
    let sources = page.text(of: "sources")
    for source in ["vx", "vix-options", "index-options"] {
      #expect(sources.contains("\(source) of the day, Cboe missing"), "\(source)")
    }
    for input in ["vx", "vix-options", "index-options"] {
      #expect(
        unknown.contains("Missing: \(input) of the day. It is declared and not supplied"),
        "\(input)")
    }
    #expect(unknown.contains("Book not valued: 6 of 6 legs have no quote. Net vega is unknown"))
    #expect(!unknown.contains("No implied volatility") && !unknown.contains("not short"))
    #expect(
      page.text(of: "rules").contains(
        "a price is missing: VX settlements are missing; the book is not valued; 6 of 6 legs have no "
          + "quote"))
    #expect(page.text(of: "rules").contains("net vega unknown"))
    #expect(page.text(of: "curve").contains("no curve is drawn"))
  }

  @Test func noFigureOfTheBookIsMadeUp() throws {
    let page = WriteUp(html: try Self.site.get().page)
    let book = page.text(of: "book")
    for figure in [
      "Result since entry", "Net time value", "Net vega", "Net theta", "Net delta", "Net gamma",
    ] {
      #expect(book.contains("\(figure)missing"), "\(figure)")
    }
    #expect(book.contains("6 of 6 legs have no quote: what needs every leg is missing"))
    #expect(page.text(of: "layers").contains("The net vega is unknown"))
    #expect(!page.text(of: "layers").contains("not short"))
    #expect(
      page.text(of: "bottom-line").contains(
        "No trade, because VX settlements are missing and the book is not valued."))
    #expect(page.html.contains("no option or future prices"))
    #expect(!page.html.contains("prices quoted"))
  }

  @Test(arguments: [
    (
      "activity_options.xml",
      ["AAPL 2025-02-21 180 call option +1", "TSLA 2025-02-21 200 put option −2"]
    ),
    (
      "activity_daily_portfolio.xml",
      [
        "AAPL equity +500", "TSLA equity −200", "RY equity +1000",
        "AAPL 2025-02-21 190 call option +50", "ESH5 future +10",
      ]
    ),
  ])
  func aFlexStatementIsAWriteUpWithoutABook(file: String, holdings: [String]) throws {
    let site = try StatementSite("\(Self.flex)/\(file)", of: "2025-01-15")
    #expect(site.stored("2025-01-15.csv") == "symbol,quantity,entry_price,entry_date\n")
    let html = try site.page
    let page = WriteUp(html: html)
    #expect(
      page.rows(below: "other-holdings").map { $0.prefix(3).joined(separator: " ") } == holdings)
    #expect(page.rows(below: "legs-").isEmpty)
    #expect(page.text(of: "book").contains("There is no open book of SPX or VIX options"))
    #expect(page.text(of: "bottom-line").contains("because there is no book"))
    #expect(
      page.text(of: "rules").contains("a price is missing: VX settlements are missing; no book"))
    #expect(!page.text(of: "rules").contains("prices complete"))
    #expect(!html.contains("U1234567"))
  }
}
