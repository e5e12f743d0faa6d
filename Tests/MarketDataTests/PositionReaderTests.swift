import MarketData
import Quant
import Testing

@Suite struct PositionReaderTests {
  private static let header = "symbol,quantity,entry_price,entry_date\n"

  private func read(
    _ rows: String, asOf: String? = nil
  ) -> (records: [Position], problems: [String]) {
    reading(Self.header + rows) {
      PositionReader.read($0, file: $1, asOf: asOf.flatMap { CalendarDate($0) }, into: &$2)
    }
  }

  @Test func readsLotsInFileOrder() throws {
    let (records, problems) = read(
      "SPXW  160129P01900000,-2,11.25,2016-01-04\nSPXW  160129P01900000,1,10,2016-01-05\n",
      asOf: "2016-01-05")
    #expect(problems.isEmpty)
    let contract = OptionContract(
      root: .spxw, expiration: try #require(CalendarDate("2016-01-29")), strike: 1900, right: .put)
    #expect(
      records == [
        Position(
          contract: contract, quantity: -2, entryPrice: 11.25,
          entryDate: try #require(CalendarDate("2016-01-04"))),
        Position(
          contract: contract, quantity: 1, entryPrice: 10,
          entryDate: try #require(CalendarDate("2016-01-05"))),
      ])
  }

  @Test func vixOptionsAreReadAndWarnedAboutOnce() {
    let (records, problems) = read(
      "SPX   160219P01900000,-2,11.25,2016-01-04\nVIX   160217C00025000,3,1.2,2016-01-04\n"
        + "VIX   160316C00025000,3,1.9,2016-01-04\n")
    #expect(records.map(\.contract.root) == [.spx, .vix, .vix])
    #expect(
      problems == [
        "x.csv:3:1: warning: a VIX option is no leg of an index book: while one is open, the "
          + "book’s vega is not known and no hedge is sized. Remove the rows of VIX options to have "
          + "the book hedged; the hedge’s own calls are kept by the build, and calls held elsewhere "
          + "are not counted."
      ])
  }

  @Test func aHeaderAloneIsAnEmptyBook() {
    let (records, problems) = read("")
    #expect(records.isEmpty)
    #expect(problems.isEmpty)
  }

  @Test func unknownRootNamesTheSymbolAndTheKnownRoots() {
    let (records, problems) = read("SPY   160115P00190000,-1,2,2016-01-04\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:1: error: unknown option root \"SPY\" in symbol \"SPY   160115P00190000\". Known "
          + "roots are SPX, SPXW, VIX."
      ])
  }

  @Test(arguments: ["", "SPX", "SPXW  160129X01900000", "12345", "0,1"])
  func textThatIsNoSymbolIsReported(symbol: String) {
    let (records, problems) = read("\"\(symbol)\",-1,2,2016-01-04\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:1: error: symbol is not an OSI option symbol: \"\(symbol)\". Write root, "
          + "expiration, right and strike, such as \"SPXW  160115P01900000\"."
      ])
  }

  @Test func aSymbolWithoutDateOrStrikeIsReported() {
    let (records, problems) = read(
      "SPXW  160132P01900000,-1,2,2016-01-04\nSPXW  160129P00000000,-1,2,2016-01-04\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:1: error: no date \"160132\" for the symbol \"SPXW  160132P01900000\". Write root, "
          + "expiration, right and strike, such as \"SPXW  160115P01900000\".",
        "x.csv:3:1: error: no strike \"00000000\" for the symbol \"SPXW  160129P00000000\". Write "
          + "root, expiration, right and strike, such as \"SPXW  160115P01900000\".",
      ])
  }

  @Test func everyFaultOfARowIsReported() {
    let (records, problems) = read(
      "SPXW  160129P01900000,0,-1,2016-01-40\nSPXW  160129P01900000,1.5,1,2016-01-04\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:23: error: quantity is zero. Remove the row, or write the number of contracts "
          + "held.",
        "x.csv:2:25: error: entry_price is negative: -1. This price must be zero or above; "
          + "correct the row or remove it.",
        "x.csv:2:28: error: entry_date does not exist in the calendar: \"2016-01-40\". Correct "
          + "the day, month or year.",
        "x.csv:3:23: error: quantity is not a whole number: 1.5. Write a whole number.",
      ])
  }

  @Test func positionsMustBeOpenOnTheDateOfTheBook() {
    let (records, problems) = read(
      "SPXW  160129P01900000,-1,2,2016-01-06\nSPXW  160105P01900000,-1,2,2016-01-04\n"
        + "SPXW  160129P01900000,-1,2,2016-01-30\n", asOf: "2016-01-05")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:28: error: entry_date 2016-01-06 is after the date of the book, 2016-01-05. "
          + "Correct the date, or move the row to a later file.",
        "x.csv:3:1: error: the contract expired on 2016-01-05 and is not in the book after the "
          + "close of 2016-01-05. Remove the row.",
        "x.csv:4:28: error: entry_date 2016-01-30 is after the date of the book, 2016-01-05. "
          + "Correct the date, or move the row to a later file.",
        "x.csv:4:28: error: entry_date 2016-01-30 is after the expiration 2016-01-29. Correct the "
          + "date or the symbol.",
      ])
  }
}
