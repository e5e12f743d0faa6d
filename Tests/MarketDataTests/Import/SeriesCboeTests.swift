import MarketData
import Quant
import Testing

@Suite struct SeriesCboeTests {
  @Test func barsInBothDateForms() throws {
    for date in ["01/02/1990", "1990-01-02"] {
      let reading = try imported("DATE,OPEN,HIGH,LOW,CLOSE\n\(date),17.1,17.1,17.1,17.1\n")
      #expect(reading.kind == .cboeIndex)
      #expect(reading.bars == [": 1990-01-02 17.1 17.1 17.1 17.1 -"])
      #expect(reading.problems.isEmpty)
      #expect(reading.symbols.isEmpty)
      #expect(reading.first?.description == "1990-01-02")
    }
  }

  @Test func badOpensAreKeptAndSaid() throws {
    let reading = try imported(
      "DATE,OPEN,HIGH,LOW,CLOSE\n10/26/2004,19.54,16.6,16,16.1\n11/08/2004,2.58,14,13.5,13.8\n"
        + "11/09/2004,13.7,13.9,13.4,13.5\n")
    #expect(reading.rowCount == 3)
    #expect(
      reading.texts == [
        "x.csv:2:12: warning: OPEN 19.54 is above HIGH 16.6; the bar is kept. Check the row "
          + "against its source if the range of the bar is used.",
        "x.csv:3:12: warning: OPEN 2.58 is below LOW 13.5; the bar is kept. Check the row against "
          + "its source if the range of the bar is used.",
      ])
    #expect(reading.codes == ["outside-range kept", "outside-range kept"])
  }

  @Test func oneValueNamesTheIndex() throws {
    let american = try imported("DATE,VVIX\n03/06/2006,\"71.73\"\n03/15/2006,15.71\n")
    #expect(american.kind == .cboeIndex)
    #expect(american.symbols == ["VVIX"])
    #expect(american.values == ["VVIX: 2006-03-06 71.73", "VVIX: 2006-03-15 15.71"])
    let mirror = try imported("DATE,SKEW\n1990-01-02,126.1\n")
    #expect(mirror.kind == .cboeIndex)
    #expect(mirror.values == ["SKEW: 1990-01-02 126.1"])
    let unknownIndex = try imported("DATE,VIXEQ\n01/02/2024,30.5\n")
    #expect(unknownIndex.kind == .cboeIndex)
  }

  @Test func oldFilesHaveATitleAndNamedColumns() throws {
    let reading = try imported(
      "CBOE Volatility Index(R) (VIX(R)) Prices\n\nDate,VIX Open,VIX High,VIX Low,VIX Close\n"
        + "1/2/2004,17.9,18.6,17.5,18.2\n1/5/2004,18.4,18.4,17.4,n/a\n1/6/2004,n/a,n/a,n/a,n/a\n")
    #expect(reading.kind == .cboeIndex)
    #expect(reading.symbols == ["VIX"])
    #expect(reading.bars == ["VIX: 2004-01-02 17.9 18.6 17.5 18.2 -"])
    #expect(
      reading.texts == [
        "x.csv:5:25: error: VIX Close is empty. Write a decimal number, such as 17.25, or remove "
          + "the row.",
        "x.csv:6:1: warning: the row of 2004-01-06 has no prices and is skipped. " + unfilled,
      ])
    #expect(reading.problems.map(\.action) == [.rejected, .skipped])
  }

  @Test func aTitleBeforePlainColumnsIsTheOldLayoutToo() throws {
    let reading = try imported(
      "Old VIX (now VXO)\nDate,Open,High,Low,Close\n1/2/1986,18,18,18,18\n")
    #expect(reading.kind == .cboeIndex)
    #expect(reading.bars == [": 1986-01-02 18.0 18.0 18.0 18.0 -"])
  }

  @Test func repeatsAndOrder() throws {
    let reading = try imported(
      "DATE,VVIX\n03/07/2006,72\n03/06/2006,71\n03/07/2006,72\n03/06/2006,70\n03/08/2006,0\n"
        + "02/30/2006,70\n")
    #expect(reading.values == ["VVIX: 2006-03-06 71.0", "VVIX: 2006-03-07 72.0"])
    #expect(
      reading.texts == [
        "x.csv:3:1: warning: the rows are not in the order of their dates; they are read as "
          + "sorted. Nothing needs to be done.",
        "x.csv:4:1: warning: the row for 2006-03-07 repeats line 2 and is skipped. Remove one of "
          + "the two.",
        "x.csv:5:1: error: the row for 2006-03-06 disagrees with line 3, which is used. Keep the "
          + "right one of the two rows.",
        "x.csv:6:12: error: VVIX is zero. Prices must be above zero; correct the row or remove it.",
        "x.csv:7:1: error: DATE does not exist in the calendar: \"02/30/2006\". Correct the day, "
          + "month or year.",
      ])
    #expect(reading.rowCount + linesLeftOut(reading) == 6)
  }

  @Test func aKindThatIsToldIsNotDoubted() throws {
    let reading = try imported("Datum;Wert\n2006-03-06;1\n", kind: .cboeIndex)
    #expect(reading.rowCount == 0)
    #expect(
      reading.texts == [
        "x.csv:1:1: error: the header lacks \"DATE\", \"OPEN\", \"HIGH\", \"LOW\", \"CLOSE\"; "
          + "found \"Datum;Wert\". Write the header DATE,OPEN,HIGH,LOW,CLOSE.",
        "x.csv:1:1: warning: columns that this format does not know are ignored: \"Datum;Wert\". "
          + "Check that the file is the one you meant.",
      ])
  }
}
