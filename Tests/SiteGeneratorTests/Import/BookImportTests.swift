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
