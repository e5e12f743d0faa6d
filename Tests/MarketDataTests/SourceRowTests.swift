import MarketData
import Quant
import Testing

@Suite struct SourceRowTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func lookup(
    _ text: String, dateColumn: String? = "date",
    knownDefault: DatedSeriesReader.KnownDateDefault = .sameDay
  ) -> SourceRowLookup {
    SourceRowLookup(
      Array(text.utf8), file: "a.csv", dateColumn: dateColumn, knownDefault: knownDefault)
  }

  @Test func aFieldIsFoundWithItsLineAndColumn() throws {
    let row = try #require(
      lookup("date,value\n2016-01-04,20.70\n2016-01-05,19.34\n").row(
        on: try day("2016-01-05"), column: "value", asOf: try day("2016-01-05")))
    #expect(row.location.description == "a.csv:3:12")
    #expect(row.text == "19.34")
    #expect(row.column == "value")
    #expect(row.known == row.date)
  }

  @Test func vendorsHeadersAndAmericanDatesAreRead() throws {
    let row = lookup("Cboe data\nDATE,OPEN,CLOSE\n01/04/2016,22.48,20.70\n").row(
      on: try day("2016-01-04"), column: "close", asOf: try day("2016-01-04"))
    #expect(row?.location.description == "a.csv:3:18")
    #expect(row?.column == "CLOSE")
  }

  @Test func conditionsTellRowsOfOneDateApart() throws {
    let text = """
      date,root,expiration,strike,right,bid,ask
      2016-01-04,SPXW,2016-01-29,1890,put,1.00,1.10
      2016-01-04,SPXW,2016-01-29,1890,call,2.00,2.10
      2016-01-04,SPXW,2016-01-29,1900,put,3.00,3.10
      """
    let row = lookup(text).row(
      on: try day("2016-01-04"), column: "bid",
      where: [
        .date("expiration", try day("2016-01-29")), .number("strike", 1900), .text("right", "PUT"),
      ], asOf: try day("2016-01-04"))
    #expect(row?.location.line == 4)
    #expect(row?.text == "3.00")
  }

  /// A revision counts from the day it was known.
  @Test func theVintageKnownByTheDayCounts() throws {
    let text = "date,value,known_date\n2015-12-01,1,2015-12-20\n2015-12-01,2,2016-01-20\n"
    let found = lookup(text)
    let date = try day("2015-12-01")
    #expect(found.row(on: date, column: "value", asOf: try day("2015-12-19")) == nil)
    #expect(found.row(on: date, column: "value", asOf: try day("2016-01-19"))?.text == "1")
    #expect(found.row(on: date, column: "value", asOf: try day("2016-01-20"))?.text == "2")
  }

  @Test func aMonthlySeriesIsKnownWhenTheDefaultSays() throws {
    let found = lookup("date,value\n2015-12-01,1\n", knownDefault: .afterMonthEnd(days: 25))
    let date = try day("2015-12-01")
    #expect(found.row(on: date, column: "value", asOf: try day("2016-01-24")) == nil)
    let row = found.row(on: date, column: "value", asOf: try day("2016-01-25"))
    #expect(row?.known.description == "2016-01-25")
  }

  @Test func positionsAreFoundByTheirContract() throws {
    let contract = OptionContract(
      root: .spxw, expiration: try day("2016-01-29"), strike: 1900, right: .put)
    let text =
      "symbol,quantity,entry_price\nSPXW  160129P01890000,4,12.2\nSPXW160129P01900000,-4,12.9\n"
    let row = lookup(text, dateColumn: nil).row(
      on: nil, column: "entry_price", where: [.contract("symbol", contract)],
      asOf: try day("2016-01-04"))
    #expect(row?.location.line == 3)
    #expect(row?.text == "12.9")
  }

  @Test func aRangeGivesItsRowsInOrderAndNoneBeyond() throws {
    let text = "date,value\n2016-01-04,1\n2016-01-05,2\n2016-01-06,3\n"
    let rows = lookup(text).rows(
      from: try day("2016-01-05"), through: nil, column: "value", asOf: try day("2016-01-05"))
    #expect(rows.map(\.text) == ["2"])
  }

  @Test(arguments: ["", "date\n", "date,other\n2016-01-04,1\n", "date,value\nx,1\n"])
  func whatIsNotThereIsNil(text: String) throws {
    let date = try day("2016-01-04")
    #expect(lookup(text).row(on: date, column: "value", asOf: date) == nil)
  }
}
