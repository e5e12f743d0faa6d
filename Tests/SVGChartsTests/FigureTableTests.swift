import Quant
import SVGCharts
import Testing

@Suite struct FigureTableTests {
  private var table: FigureTable {
    var table = FigureTable(columns: [
      .init("Session"), .init("Net, \"both\"", unit: "$", decimals: 1, isSigned: true),
      .init("Remark"),
    ])
    if let date = CalendarDate("2016-01-04") {
      table.append([.date(date), .number(-1234.56), .text("=1+1")])
    }
    table.append([.text("next\nline"), .number(.nan)])
    table.append([.missing, .number(0.04), .text("a, b"), .text("beyond the last column")])
    return table
  }

  @Test func readersSeeTrueMinusAndDashes() {
    let texts = table.rows.indices.map { row in
      table.columns.indices.map { table.text(row: row, column: $0) }
    }
    #expect(
      texts == [
        ["2016-01-04", "\u{2212}1\u{202F}234.6", "=1+1"], ["next\nline", "–", "–"],
        ["–", "0.0", "a, b"],
      ])
    #expect(table.columns[1].head == "Net, \"both\", $")
    #expect(table.columns[0].head == "Session")
  }

  @Test func csvIsQuotedAndHoldsNoFormula() {
    #expect(
      table.csv
        == "Session,\"Net, \"\"both\"\", $\",Remark\r\n2016-01-04,-1234.6,'=1+1\r\n"
        + "\"next\nline\",,\r\n,0.0,\"a, b\"\r\n")
  }

  @Test func jsonHasNumbersAndNulls() {
    #expect(
      table.json == """
        {"columns":[{"title":"Session","unit":""},{"title":"Net, \\"both\\"","unit":"$"},{"title":"Remark","unit":""}],
        "rows":[
        ["2016-01-04",-1234.6,"=1+1"],
        ["next\\nline",null,null],
        [null,0.0,"a, b"]
        ]}

        """)
  }

  @Test func aTableWithoutRowsIsValid() {
    let empty = FigureTable(columns: [.init("Session")])
    #expect(empty.csv == "Session\r\n")
    #expect(
      empty.json == "{\"columns\":[{\"title\":\"Session\",\"unit\":\"\"}],\n\"rows\":[\n\n]}\n")
  }
}
