import Foundation
import MarketData
import Quant
import SiteGenerator
import TestSupport
import Testing

/// A broker's statement becomes a book, and the book a write-up.
struct ImportedBookTests {
  private static let date = "2021-12-29"

  /// A thinkorswim position statement with made-up prices.
  private static let thinkorswim = """
    \u{FEFF}Position Statement for D-12345678 (margin) on 12/29/21 11:49:04

    None
    Instrument,Qty,Days,Trade Price,Mark,Mrk Chng,P/L Open,P/L Day,BP Effect
    /MES,+1,,4770.00,4771.25,-2.25,($6.25),($6.25),"($1,265.00)"
    "Micro E-mini S&P 500, Mar-22 (prev. /MESH2)",+1,79,4770.00,4771.25,-2.25,($6.25),($6.25),
    SPX,,,,,,($330.00),($330.00),$0.00
    S&P 500 INDEX,0,,.00,4780.00,-1.98,$0.00,$0.00,
    100 (Weeklys) 31 JAN 22 4600 PUT,-3,33,30.10,31.90,N/A,"($1,140.00)","($1,140.00)",
    100 (Weeklys) 31 JAN 22 4590 PUT,+3,33,28.80,29.00,N/A,"$1,260.00","$1,260.00",
    SPY,,,,,,$97.00,$97.00,"$23,828.00"
    SPDR S&P500 ETF TRUST TR UNIT ETF,+100,,470.00,471.00,-.31,($18.00),($18.00),

    Cash & Sweep Vehicle,"$2,310.40"

    """

  /// An Interactive Brokers Flex statement with made-up holdings.
  private static let flex = """
    <?xml version="1.0" encoding="UTF-8"?>
    <FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1">
    <FlexStatement accountId="U7654321" fromDate="2021-12-29" toDate="2021-12-29"><OpenPositions>
    <OpenPosition accountId="U7654321" currency="USD" assetCategory="OPT" symbol="AAPL  220121C00180000"
      conid="1" underlyingSymbol="AAPL" multiplier="100" strike="180" expiry="20220121" putCall="C"
      reportDate="20211229" position="5" markPrice="3.2" costBasisPrice="2.5" levelOfDetail="SUMMARY"/>
    <OpenPosition accountId="U7654321" currency="USD" assetCategory="STK" symbol="VNQ" conid="2"
      reportDate="2021-12-29" position="10.5" markPrice="114" costBasisPrice="100" levelOfDetail="SUMMARY"/>
    </OpenPositions></FlexStatement></FlexStatements></FlexQueryResponse>

    """

  /// A site with made-up prices of the sessions up to the statement's.
  private func site() throws -> [String: [UInt8]] {
    var bars = "Date,Open,High,Low,Close,Volume\n"
    var vix = "date,value\n"
    let calendar = ExchangeCalendar.nyse
    let last = try #require(CalendarDate(Self.date))
    var day = last.adding(days: -200)
    var step = 0
    while day <= last {
      if calendar.isSession(day) {
        let close = 4500 + Double(step % 17) * 6 + Double(step) * 1.5
        bars +=
          "\(day),\(close - 3),\(close + 9),\(close - 11),\(close),\(3_000_000 + step * 1000)\n"
        vix += "\(day),\(17 + Double(step % 9) * 0.5)\n"
        step += 1
      }
      day = day.adding(days: 1)
    }
    let options = DataImport.Options(today: last)
    let plan = try DataImport(source: InMemoryFileSystem([:])).plan(
      [
        DataImport.InputFile(name: "SPX.csv", bytes: Array(bars.utf8)),
        DataImport.InputFile(name: "VIX.csv", bytes: Array(vix.utf8)),
      ], options: options)
    #expect(plan.obstacles.isEmpty, "\(plan.obstacles)")
    var files = plan.writes
    files["Content/site.yml"] = Array(
      "title: Mine\nbook: mine\nfrom: \(Self.date)\nto: \(Self.date)\n".utf8)
    return files
  }

  private func page(of statement: String, named name: String) throws -> (
    html: String, plan: ImportPlan
  ) {
    var files = InMemoryFileSystem([:])
    files.contents = try site()
    let today = try #require(CalendarDate(Self.date))
    let plan = try DataImport(source: files).plan(
      [DataImport.InputFile(name: name, bytes: Array(statement.utf8))],
      options: DataImport.Options(book: "mine", netAssetValue: 150_000, today: today))
    #expect(plan.obstacles.isEmpty, "\(plan.obstacles)")
    files.contents.merge(plan.writes) { _, new in new }
    let built = try SiteBuilder(
      source: files, product: DiskFileSystem(root: Repository.root()), target: .offline, jobs: 1,
      version: "test"
    ).build(timings: BuildTimings { 0 })
    let page = try #require(
      built.files.first {
        $0.path.hasSuffix("2021/12/29/index.html") || $0.path.hasSuffix("2021-12-29/index.html")
      })
    return (String(decoding: page.bytes, as: UTF8.self), plan)
  }

  @Test func aThinkorswimStatementBecomesAWriteUp() throws {
    let (html, plan) = try page(of: Self.thinkorswim, named: "2021-12-29-PositionStatement.csv")
    let positions = try #require(plan.writes["Content/books/mine/\(Self.date).csv"])
    #expect(
      String(decoding: positions, as: UTF8.self) == """
        symbol,quantity,entry_price,entry_date
        SPXW  220131P04590000,3,28.8,2021-12-29
        SPXW  220131P04600000,-3,30.1,2021-12-29

        """)
    #expect(
      plan.reports.first?.actions == [
        "mine: a new book in Content/books/mine/book.yml with rate and dividend yield 0; set them "
          + "before you build",
        "mine: 2 contracts to Content/books/mine/2021-12-29.csv",
        "mine: 2 other holdings are listed and in no sum",
        "mine: assumed entry on 2021-12-29 for 2 contracts whose day of entry the statement does not "
          + "tell",
      ])
    #expect(html.contains("<b class=\"badge\">Actual</b>"))
    #expect(html.contains("Other holdings of 29 Dec 2021"))
    #expect(html.contains("not an SPX, SPXW or VIX option"))
    #expect(!html.contains("12345678"))
  }

  /// The site declares neither settlements nor chains: nothing of the book has a value.
  @Test func figuresThatNeedAQuoteAreMissing() throws {
    let page = WriteUp(
      html: try page(of: Self.thinkorswim, named: "2021-12-29-PositionStatement.csv").html)
    let book = page.text(of: "book")
    for figure in [
      "Result since entry", "Net time value", "Net vega", "Net vega, 30-day equivalent",
      "Net theta", "Net delta", "Net gamma",
    ] {
      #expect(book.contains("\(figure)missing"), "\(figure)")
    }
    #expect(
      book.contains(
        "2 of 2 legs have no quote: what needs every leg is missing, because a sum of the others "
          + "would not be the book’s."))
    let unknown = page.text(of: "unknowns")
    for title in ["VX settlements", "VIX option quotes", "SPX and SPXW option quotes"] {
      #expect(unknown.contains("Missing: \(title). No source is declared for it"), "\(title)")
    }
    #expect(unknown.contains("Net vega is unknown, so there is no coverage and no hedge is sized."))
    for words in ["not short", "No implied volatility", "prices quoted", "prices complete"] {
      #expect(!page.html.contains(words), "\(words)")
    }
    #expect(page.html.contains("no option or future prices"))
    #expect(
      page.text(of: "rules").contains(
        "a price is missing: VX settlements are missing; the book is not valued; 2 of 2 legs have no "
          + "quote"))
  }

  /// Long and short lots of one contract have no entry price left, so the contract is no leg.
  @Test func aNettedContractMakesTheBookIncomplete() throws {
    let lots = Self.thinkorswim.replacing(
      "100 (Weeklys) 31 JAN 22 4590 PUT,+3",
      with: """
        100 (Weeklys) 31 JAN 22 4500 PUT,+5,33,20.00,20.10,N/A,$0.00,$0.00,
        100 (Weeklys) 31 JAN 22 4500 PUT,-2,33,21.00,20.10,N/A,$0.00,$0.00,
        100 (Weeklys) 31 JAN 22 4590 PUT,+3
        """)
    let page = WriteUp(html: try page(of: lots, named: "2021-12-29-PositionStatement.csv").html)
    #expect(page.rows(below: "legs-").count == 2)
    let outside = "1 option position on SPX in this account is outside the method’s book"
    #expect(page.text(of: "book").contains(outside))
    #expect(page.text(of: "unknowns").contains("Book incomplete: \(outside)."))
    #expect(page.text(of: "rules").contains(outside))
    #expect(page.text(of: "bottom-line").contains(outside))
  }

  @Test func aFlexStatementWithoutIndexOptionsBecomesAWriteUp() throws {
    let (html, plan) = try page(of: Self.flex, named: "flex.xml")
    let others = try #require(plan.writes["Content/books/mine/holdings/\(Self.date).csv"])
    #expect(
      String(decoding: others, as: UTF8.self) == """
        kind,symbol,quantity,currency,reason
        option,AAPL 2022-01-21 180 call,5,USD,"not an SPX, SPXW or VIX option"
        equity,VNQ,10.5,USD,"not an SPX, SPXW or VIX option"

        """)
    #expect(html.contains("AAPL 2022-01-21 180 call"))
    #expect(!html.contains("U7654321"))
  }
}
