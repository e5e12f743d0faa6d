import ALVH
import MarketData
import Quant
import TestSupport
import Testing

@testable import SiteGenerator

/// Which of a statement's other holdings make the book incomplete.
@Suite struct OptionsOutsideBookTests {
  private func options(_ rows: String) throws -> [OptionOutsideBook] {
    let folder = "Content/books/mine"
    let files = InMemoryFileSystem([
      "\(folder)/book.yml": "id: mine\ntitle: Mine\nmode: paper\nnav: 150000\n",
      "\(folder)/2021-12-29.csv": "symbol,quantity,entry_price,entry_date\n",
      "\(folder)/holdings/2021-12-29.csv": "kind,symbol,quantity,currency,reason\n" + rows,
    ])
    var problems: [Diagnostic] = []
    let book = try #require(try BookFile(id: "mine", fileSystem: files, into: &problems))
    #expect(problems.isEmpty, "\(problems)")
    let date = try #require(CalendarDate("2021-12-29"))
    return book.account.outside[date] ?? []
  }

  @Test func onlyOptionsOnTheIndexCount() throws {
    let found = try options(
      """
      option,SPX 2022-01-21 4600 put,-2,USD,net
      option,SPXW 2022-01-31 4600 put,1.5,USD,not whole
      option,SPY 2022-01-18 477 put,10,USD,other
      option,XSP 2022-01-18 477 put,10,USD,other
      option,VIXW 2022-01-05 20 call,10,USD,weekly
      equity,SPX,10,USD,odd
      future,/MESH2,1,USD,other

      """)
    #expect(found.map(\.expiration?.description) == ["2022-01-21", "2022-01-31"])
  }

  @Test func lotsThatCancelAreNoPosition() throws {
    #expect(
      try options(
        """
        option,SPX 2022-01-21 4600 put,-2,USD,lots that cancel each other
        option,SPX 2022-01-21 4600 put,2,USD,lots that cancel each other

        """
      ).isEmpty)
  }

  @Test func anExpirationThatIsNotToldStaysOpen() throws {
    #expect(try options("option,SPXW,1,USD,odd\n") == [OptionOutsideBook(expiration: nil)])
  }

  @Test func nothingElseIsHeld() throws {
    #expect(try options("").isEmpty)
  }
}
