import MarketData
import Quant
import Testing

@Suite struct SeriesDatedColumnsTests {
  @Test func everyColumnOfNumbersIsASeries() throws {
    let reading = try imported("Date,PE,Price\n1871-01-01,11.1,109\n1871-02-01,-11.2,\n")
    #expect(reading.kind == .datedColumns)
    #expect(reading.symbols == ["PE", "Price"])
    #expect(
      reading.values == ["PE: 1871-01-01 11.1", "PE: 1871-02-01 -11.2", "Price: 1871-01-01 109.0"])
    #expect(reading.rowCount == 2)
    #expect(reading.texts == [])
  }

  @Test func anUnnamedIndexMayComeFirst() throws {
    let reading = try imported(",DATE,VIX9D,VIX\n0,2008-01-02,,23.1\n1,2008-01-03,22.4,22.5\n")
    #expect(reading.kind == .datedColumns)
    #expect(
      reading.values == ["VIX9D: 2008-01-03 22.4", "VIX: 2008-01-02 23.1", "VIX: 2008-01-03 22.5"])
    #expect(reading.texts == [])
  }

  @Test func textAndEmptyColumnsAreLeftOutAndSaid() throws {
    let reading = try imported("date,a,note,b,c\n2016-01-04,1,up,,5\n2016-01-05,2,down,,x\n")
    #expect(reading.symbols == ["a", "c"])
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:1:8: warning: the column \"note\" has no number, only text such as \"up\", and is "
          + "left out. Check that the file is the one you meant.",
        "x.csv:1:13: warning: the column \"b\" has no value and is left out. Nothing needs to be "
          + "done.",
        "x.csv:3:20: error: c is not a decimal number: \"x\". Write it with digits and a point, "
          + "such as 17.25.",
      ])
    #expect(reading.codes.prefix(2) == ["unknown-column kept", "unknown-column kept"])
  }

  @Test func aRowWithoutAnyValueIsSkipped() throws {
    let reading = try imported("Date,vix\n1/3/2014,13.7\n1/20/2014,.\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:3:1: warning: the row of 2014-01-20 has no value and is skipped. " + unfilled
      ])
  }

  @Test func aColumnNamedTwiceIsAnErrorAndReadOnce() throws {
    let reading = try imported("date,a,A\n2016-01-04,1,2\n")
    #expect(reading.values == ["a: 2016-01-04 1.0"])
    #expect(
      reading.texts == ["x.csv:1:8: error: the column \"a\" appears twice. Remove one of the two."])
  }

  @Test func whatHasNoDateOrNumberIsNotOfThisKind() {
    for text in ["date,a\nfoo,1\n", "date,a\n2016-01-04,x\n", "a,b\n1,2\n", "date\n2016-01-04\n"] {
      #expect(FileRecogniser.kind(of: bytes(text)) == nil, "\(text)")
    }
  }

  @Test func aHeaderThatIsTooWideIsRefusedAsAWhole() throws {
    let header = "date" + (0..<600).map { ",c\($0)" }.joined()
    let reading = try imported(header + "\n2016-01-04" + String(repeating: ",1", count: 600) + "\n")
    #expect(reading.rowCount == 0)
    #expect(
      reading.texts == [
        "x.csv:1:1: error: the header has 601 columns; at most 512 are read. Write the header date."
      ])
  }
}
