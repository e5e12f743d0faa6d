import MarketData
import Quant
import Testing

@testable import SiteGenerator

/// A statement's holdings as a book: what is added together, what is listed apart.
struct BookImportTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func option(
    _ strike: Double, quantity: Double, price: Double? = 10, entered: String? = "2016-01-04",
    root: String = "SPXW", expiration: String = "2016-02-29", account: String = "…1234"
  ) throws -> BrokerHolding {
    BrokerHolding(
      account: account, date: try day("2016-01-05"),
      instrument: .option(
        root: root, expiration: try day(expiration), strike: strike, right: .put,
        multiplier: 100),
      quantity: quantity, entryPrice: price, entryDate: try entered.map(day), mark: nil)
  }

  private func book(_ holdings: [BrokerHolding]) throws -> BookPositions {
    BookPositions(holdings, on: try day("2016-01-05"))
  }

  @Test func lotsOfAContractAreAddedTogether() throws {
    let book = try book([
      option(1900, quantity: -3, price: 10, entered: "2016-01-04"),
      option(1900, quantity: -1, price: 14, entered: "2015-12-31"),
      option(1890, quantity: 4, price: 9),
    ])
    #expect(
      book.positionsText == """
        symbol,quantity,entry_price,entry_date
        SPXW  160229P01890000,4,9,2016-01-04
        SPXW  160229P01900000,-4,11,2015-12-31

        """)
    #expect(book.othersText == nil)
  }

  @Test func whatTheMethodCannotUseIsListedWithItsReason() throws {
    let date = try day("2016-01-05")
    let share = BrokerHolding(
      account: "…1234", date: date, instrument: .equity(symbol: "VNQ"), quantity: 10.5,
      entryPrice: 80, entryDate: nil, mark: 81)
    let future = BrokerHolding(
      account: "…1234", date: date,
      instrument: .future(symbol: "VXG6", expiration: nil, multiplier: 1000), quantity: -1,
      entryPrice: 18, entryDate: nil, mark: nil)
    let book = try book([
      share, future, option(1900, quantity: 0.5), option(1900, quantity: 1, price: nil),
      option(50, quantity: 1, root: "AAPL"), option(1900, quantity: 1, expiration: "2016-01-05"),
      option(1880, quantity: 2), option(1880, quantity: -2),
    ])
    #expect(book.positions.isEmpty)
    #expect(
      book.othersText == """
        kind,symbol,quantity,currency,reason
        equity,VNQ,10.5,USD,"not an SPX, SPXW or VIX option"
        future,VXG6,-1,USD,"not an SPX, SPXW or VIX option"
        option,SPXW 2016-02-29 1900 put,0.5,USD,not a whole number of contracts
        option,SPXW 2016-02-29 1900 put,1,USD,the statement does not tell the entry price
        option,AAPL 2016-02-29 50 put,1,USD,"not an SPX, SPXW or VIX option"
        option,SPXW 2016-01-05 1900 put,1,USD,expired by the date of the statement
        option,SPXW 2016-02-29 1880 put,2,USD,lots that cancel each other
        option,SPXW 2016-02-29 1880 put,-2,USD,lots that cancel each other

        """)
  }

  @Test func longAndShortLotsAreNettedWithoutAPrice() throws {
    let book = try book([
      option(1900, quantity: -3, price: 10), option(1900, quantity: 1, price: 14),
      option(1890, quantity: 4, price: 9), option(1880, quantity: 1), option(1880, quantity: 2),
    ])
    #expect(book.positions.map(\.contract.strike) == [1880, 1890])
    #expect(
      book.othersText == """
        kind,symbol,quantity,currency,reason
        option,SPXW 2016-02-29 1900 put,-2,USD,"net of long and short lots, whose entry price is not known"

        """)
    #expect(book.netted.map(\.quantity) == [-2])
  }

  @Test func quantitiesOfAnySizeDoNotTrap() throws {
    let huge = Double(Int.max) - 1024
    let book = try book([option(1900, quantity: huge), option(1900, quantity: huge)])
    #expect(book.positions.isEmpty)
    #expect(
      book.others.map(\.reason) == Array(repeating: "more contracts than can be counted", count: 2))
  }

  @Test func aWeeklyVolatilityOptionIsListedWithItsReason() throws {
    let book = try book([option(20, quantity: 4, root: "VIXW", expiration: "2016-01-27")])
    #expect(book.positions.isEmpty)
    #expect(
      book.othersText == """
        kind,symbol,quantity,currency,reason
        option,VIXW 2016-01-27 20 put,4,USD,a weekly VIX option; the layers are monthly ones

        """)
  }

  private static let accounts = """
    Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put,Trade Price
    5WX11115678,SPXW  260331P05900000,OPTION,-2,,,,,40
    5WX22225678,SPXW  260331P05900000,OPTION,1,,,,,42

    """

  @Test func accountsThatLookTheSameAreStillTwo() throws {
    let today = try day("2026-03-17")
    let plan = try DataImport(source: InMemoryFileSystem([:])).plan(
      [
        DataImport.InputFile(
          name: "positions_2026-03-17.csv", bytes: Array(Self.accounts.utf8))
      ], options: DataImport.Options(book: "mine", netAssetValue: 1, today: today))
    let report = try #require(plan.reports.first)
    #expect(report.actions.contains("mine: 2 accounts are added together"))
    #expect(
      report.problems.map { "\($0.code) \($0.action): \($0.message)" } == [
        "conflicting-row rejected: SPXW  260331P05900000 is held long and short on 2026-03-17; the "
          + "net of -1 has no entry price and is not in the book. Add a row for it to "
          + "Content/books/mine/2026-03-17.csv if you know the price."
      ])
    #expect(plan.obstacles.isEmpty)
    let stored = plan.writes["Content/books/mine/2026-03-17.csv"] ?? []
    #expect(String(decoding: stored, as: UTF8.self) == "symbol,quantity,entry_price,entry_date\n")
  }

  @Test func aBookOfASimulatedAccountIsPaper() throws {
    let statement = """
      This document was exported from the paperMoney® platform.

      Position Statement for D-12345678 (margin) on 12/29/21 11:49:04

      Instrument,Qty,Trade Price,Mark
      SPY,,,
      SPDR S&P500 ETF TRUST TR UNIT ETF,+100,470.00,471.00

      """
    let plan = try DataImport(source: InMemoryFileSystem([:])).plan(
      [DataImport.InputFile(name: "x.csv", bytes: Array(statement.utf8))],
      options: DataImport.Options(book: "mine", netAssetValue: 1, today: try day("2021-12-29")))
    let book = plan.writes["Content/books/mine/book.yml"] ?? []
    #expect(String(decoding: book, as: UTF8.self).contains("\nmode: paper\n"))
    #expect(
      plan.reports.first?.actions.first == "mine: the statement is of a simulated account; "
        + "Content/books/mine/book.yml should say mode: paper")
  }

  @Test func aMissingDayOfEntryIsAssumedAndCounted() throws {
    let book = try book([option(1900, quantity: 1, entered: nil)])
    #expect(book.positions.first?.entryDate == (try day("2016-01-05")))
    #expect(book.assumedEntryDates == 1)
  }

  @Test func theStoredFilesReadBackAsTheyWereWritten() throws {
    let book = try book([
      option(1900, quantity: -3, price: 10.125), option(50, quantity: 1, root: "AAPL"),
    ])
    var problems: [Diagnostic] = []
    let positions = PositionReader.read(
      Array(book.positionsText.utf8), file: "x.csv", asOf: book.date, into: &problems)
    #expect(positions == book.positions)
    let others = OtherHoldingReader.read(
      Array((book.othersText ?? "").utf8), file: "y.csv", into: &problems)
    #expect(others == book.others)
    #expect(problems.isEmpty)
  }
}
