import MarketData
import Testing

@Suite struct HeaderTests {
  private func problems(_ text: String) -> [String] {
    reading(text) { FuturesSettlementReader.read($0, file: $1, into: &$2) }.problems
  }

  @Test func namesMatchInAnyOrderAndCase() {
    let (records, problems) = reading(
      "SETTLE, Date ,\"Expiration\"\n17.5,2016-01-04,2016-01-20\n"
    ) { FuturesSettlementReader.read($0, file: $1, into: &$2) }
    #expect(records.count == 1)
    #expect(problems.isEmpty)
  }

  @Test func missingColumnsAreNamedWithTheFoundOnes() {
    #expect(
      problems("date\n2016-01-04\n") == [
        "x.csv:1:1: error: the header lacks \"expiration\", \"settle\"; found \"date\". Write the "
          + "header date,expiration,settle."
      ])
  }

  @Test func unknownColumnGetsTheNearestName() {
    #expect(
      problems("date,expiration,settel\n2016-01-04,2016-01-20,17.5\n") == [
        "x.csv:1:17: error: unknown column \"settel\". Did you mean \"settle\"?",
        "x.csv:1:1: error: the header lacks \"settle\"; found \"date\", \"expiration\", "
          + "\"settel\". Write the header date,expiration,settle.",
      ])
  }

  @Test func unknownColumnFarFromAnyGetsTheWholeList() {
    #expect(
      problems("date,expiration,settle,colour\n2016-01-04,2016-01-20,17.5,red\n") == [
        "x.csv:1:24: error: unknown column \"colour\". Known columns are date, expiration, settle."
      ])
  }

  @Test func repeatedColumnIsReported() {
    #expect(
      problems("date,expiration,settle,Date\n2016-01-04,2016-01-20,17.5,2016-01-04\n") == [
        "x.csv:1:24: error: the column \"date\" appears twice. Remove one of the two."
      ])
  }

  @Test func headerWithoutRowsIsReported() {
    #expect(
      problems("date,expiration,settle\n") == [
        "x.csv:1:1: error: the file has a header but no rows. Add the rows, or remove the file "
          + "from the sources."
      ])
  }

  @Test func tooFewAndTooManyFieldsAreReportedAndTheRestIsRead() {
    let (records, problems) = reading(
      "date,expiration,settle\n2016-01-04,2016-01-20\n2016-01-05,2016-01-20,17,5\n"
        + "x\n2016-01-06,2016-01-20,18\n"
    ) { FuturesSettlementReader.read($0, file: $1, into: &$2) }
    #expect(records.count == 1)
    #expect(
      problems == [
        "x.csv:2:1: error: the row has 2 fields, the header has 3. Add the missing fields or "
          + "remove the row.",
        "x.csv:3:26: error: the row has 4 fields, the header has 3. Remove the extra fields, or "
          + "quote a field that contains a comma.",
        "x.csv:4:1: error: the row has 1 field, the header has 3. Add the missing fields or "
          + "remove the row.",
      ])
  }

  @Test func valuesOfPresentColumnsAreCheckedEvenWhenAnotherIsMissing() {
    #expect(
      problems("date,settle\n2016-01-04,-5\n") == [
        "x.csv:1:1: error: the header lacks \"expiration\"; found \"date\", \"settle\". Write the "
          + "header date,expiration,settle.",
        "x.csv:2:12: error: settle is negative: -5. Prices must be above zero; correct the row "
          + "or remove it.",
      ])
  }

  @Test func fourThousandColumnsAreOneFault() {
    #expect(
      problems(String(repeating: "x,", count: 4_000) + "\n1,2\n") == [
        "x.csv:1:1: error: the header has 4001 columns; at most 512 are read. Write the header "
          + "date,expiration,settle."
      ])
  }

  @Test func headerOfOptionalColumnsIsShownInBrackets() {
    let (_, problems) = reading("a\n1\n") { BreadthReader.read($0, file: $1, into: &$2) }
    #expect(
      problems == [
        "x.csv:1:1: error: unknown column \"a\". Known columns are date, advances, declines, "
          + "unchanged.",
        "x.csv:1:1: error: the header lacks \"date\", \"advances\", \"declines\"; found \"a\". "
          + "Write the header date,advances,declines[,unchanged].",
      ])
  }
}
