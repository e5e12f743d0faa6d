import MarketData
import Quant
import Testing

@Suite struct TableExtentTests {
  private func extent(_ text: String) -> TableExtent {
    TableExtent(of: Array(text.utf8), file: "a.csv")
  }

  @Test func rowsAndDatesAreCountedInAnyOrder() {
    let extent = extent("date,value\n2016-01-05,2\n2016-01-04,1\n\n2016-01-06,3\n")
    #expect(extent.rows == 3)
    #expect(extent.first?.description == "2016-01-04")
    #expect(extent.last?.description == "2016-01-06")
  }

  @Test func datesOfVendorsAndLinesBeforeTheHeaderAreUnderstood() {
    let extent = extent("A note of the vendor\nTrade Date,Settle\n1/4/2016,20\n01/05/2016,21\n")
    #expect(extent.rows == 2)
    #expect(extent.first?.description == "2016-01-04")
    #expect(extent.last?.description == "2016-01-05")
  }

  @Test func aFileWithoutDatesHasRowsOnly() {
    #expect(extent("symbol,quantity\nSPXW  160129P01890000,1\n").rows == 1)
    #expect(extent("symbol,quantity\nSPXW  160129P01890000,1\n").first == nil)
    let unclear = extent("date,value\nsoon,1\n")
    #expect(unclear.rows == 1 && unclear.first == nil && unclear.last == nil)
  }

  @Test func emptyFilesHaveNoRows() {
    #expect(extent("").rows == 0)
    #expect(extent("date,value\n").rows == 0)
  }
}
