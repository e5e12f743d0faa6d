import MarketData
import Quant
import Testing

@Suite struct SeriesBreadthTests {
  @Test(arguments: ["advn", "decln", "unchn", "advv", "declv", "unchv", "newhi", "newlo"])
  func theFilesNameTellsTheFigure(figure: String) throws {
    let reading = try imported("19650301, 550\n19650302,590\n", file: "in/NYSE_\(figure).csv")
    #expect(reading.kind == .nyseBreadth)
    #expect(reading.symbols == [figure])
    #expect(reading.values == ["\(figure): 1965-03-01 550.0", "\(figure): 1965-03-02 590.0"])
    #expect(reading.rowCount == 2)
    #expect(reading.texts == [])
  }

  @Test func aNameThatTellsNoneIsSaid() throws {
    for file in ["breadth.csv", "advn-decln.csv"] {
      let reading = try imported("19650301, 550\n", file: file)
      #expect(
        reading.texts == [
          "\(file): warning: the file's name does not tell which figure of breadth it holds. Name "
            + "the file after it, such as NYSE_advn.csv; the figures are advn, decln, unchn, advv, "
            + "declv, unchv, newhi, newlo."
        ])
      #expect(reading.codes == ["unclear-name kept"])
      #expect(reading.values == [": 1965-03-01 550.0"])
      #expect(reading.symbols.isEmpty)
    }
  }

  @Test func everyRowLeftOutIsSaid() throws {
    let reading = try imported(
      "19650301, 550\n19650303, 0\n19650302, -5\n19650304,\n19650332, 5\n19650301, 550\n"
        + "19650301, 551\n19650305\n", file: "NYSE_newhi.csv")
    #expect(reading.values == ["newhi: 1965-03-01 550.0", "newhi: 1965-03-03 0.0"])
    #expect(
      reading.texts == [
        "NYSE_newhi.csv:3:11: error: value is negative: -5. Volumes and counts must be zero or "
          + "above; correct the row or remove it.",
        "NYSE_newhi.csv:4:1: warning: the row of 1965-03-04 has no value and is skipped. "
          + unfilled,
        "NYSE_newhi.csv:5:1: error: date is not a date: \"19650332\". Write it as YYYY-MM-DD or "
          + "MM/DD/YYYY.",
        "NYSE_newhi.csv:6:1: warning: the row for 1965-03-01 repeats line 1 and is skipped. Remove "
          + "one of the two.",
        "NYSE_newhi.csv:7:1: error: the row for 1965-03-01 disagrees with line 1, which is used. "
          + "Keep the right one of the two rows.",
        "NYSE_newhi.csv:8:1: error: the row has 1 field, the header has 2. Add the missing fields "
          + "or remove the row.",
      ])
    #expect(reading.rowCount + linesLeftOut(reading) == 8)
  }

  @Test func aFileWithoutRowsOfThisKindIsAnError() throws {
    let reading = try imported("", kind: .nyseBreadth)
    #expect(reading.rowCount == 0)
    #expect(
      reading.texts.last == "x.csv:1:1: error: the file is empty. Add the header line and the "
        + "rows, or remove the file from the sources.")
  }
}
