import MarketData
import Quant
import Testing

@Suite struct VendorReaderTests {
  private func yahoo(_ rows: String) -> (records: [DailyBar], problems: [String]) {
    reading("Date,Open,High,Low,Close,Adj Close,Volume\n" + rows) {
      YahooBarsReader.read($0, file: $1, into: &$2)
    }
  }

  private func cboe(_ text: String) -> (records: [DailyBar], problems: [String]) {
    reading(text) { CboeIndexReader.read($0, file: $1, into: &$2) }
  }

  @Test func yahooReadsBothDateForms() throws {
    let (records, problems) = yahoo(
      "1/4/1999,1229.23,1248.81,1219.10,1228.10,1228.10,877000000\n"
        + "1999-01-05,1228.1,1246.11,1228.1,1244.78,1244.78,\"775,000,000\"\n"
        + "01/06/1999,$1244.78,1272.5,1244.78,1272.34,1272.34,0\n")
    #expect(problems.isEmpty)
    #expect(records.map(\.date.description) == ["1999-01-04", "1999-01-05", "1999-01-06"])
    #expect(records.map(\.volume) == [877_000_000, 775_000_000, 0])
    #expect(records.map(\.open) == [1229.23, 1228.1, 1244.78])
  }

  @Test func yahooWithoutVolumeColumnHasNoVolume() {
    let (records, problems) = reading("Date,Open,High,Low,Close\n2016-01-04,1,2,1,2\n") {
      YahooBarsReader.read($0, file: $1, into: &$2)
    }
    #expect(problems.isEmpty)
    #expect(records.map(\.volume) == [nil])
  }

  @Test func yahooSkipsNullRowsAndNamesThem() {
    let (records, problems) = yahoo(
      "2016-01-04,1,2,1,2,2,5\n2016-01-05,null,null,null,null,null,null\n"
        + "2016-01-06,,,,,,\n2016-01-07,1,2,1,2,2,null\n")
    #expect(records.map(\.date.description) == ["2016-01-04", "2016-01-07"])
    #expect(records.map(\.volume) == [5, nil])
    #expect(
      problems == [
        "x.csv:3:1: warning: 2 rows without prices are skipped: 2016-01-05 "
          + "(line 3), 2016-01-06 (line 4). Fill in the prices if these were sessions, otherwise "
          + "remove the rows."
      ])
  }

  @Test func yahooReportsEveryFaultOfARow() {
    let (records, problems) = yahoo(
      "2016-01-04,null,2,-1,0,2,-5\n2016-01-05,10,9,11,10,10,5\n2016-13-06,1,\"1,5\",1,1,1,x\n")
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:12: error: Open is empty. Write a decimal number, such as 17.25, or remove the "
          + "row.",
        "x.csv:2:19: error: Low is negative: -1. Prices must be above zero; correct the row or "
          + "remove it.",
        "x.csv:2:22: error: Close is zero. Prices must be above zero; correct the row or remove "
          + "it.",
        "x.csv:2:26: error: Volume is negative: -5. Volumes and counts must be zero or above; "
          + "correct the row or remove it.",
        "x.csv:3:15: error: High 9 is below Low 11. Correct the row or remove it.",
        "x.csv:4:1: error: Date does not exist in the calendar: \"2016-13-06\". Correct the day, "
          + "month or year.",
        "x.csv:4:14: error: High has a thousands separator: \"1,5\". Write the number without it, "
          + "such as 1050.25.",
        "x.csv:4:26: error: Volume is not a decimal number: \"x\". Write it with digits and a "
          + "point, such as 17.25.",
      ])
  }

  @Test func repeatedRowsAreWarnedAboutWhenIdenticalAndRefusedOtherwise() {
    let (records, problems) = yahoo(
      "2016-01-04,1,2,1,2,2,5\n2016-01-05,1,2,1,2,2,5\n2016-01-04,1,2,1,2,2,5\n"
        + "2016-01-05,1,2,1,1,1,5\n")
    #expect(records.count == 2)
    #expect(
      problems == [
        "x.csv:4:1: warning: the row for 2016-01-04 repeats line 2 and is skipped. Remove one of "
          + "the two.",
        "x.csv:5:1: error: duplicate row for 2016-01-05, which is already on line 3. Keep one of "
          + "the two rows.",
      ])
  }

  @Test func unknownColumnsAreListedAndIgnored() {
    let (records, problems) = cboe("DATE,OPEN,HIGH,LOW,CLOSE,NOTE,X\n01/02/1990,1,1,1,1,a,b\n")
    #expect(records.count == 1)
    #expect(
      problems == [
        "x.csv:1:1: warning: columns that this format does not know are ignored: \"NOTE\", "
          + "\"X\". Check that the file is the one you meant."
      ])
  }

  @Test func cboeKeepsBarsWhoseOpenIsOutsideTheRange() {
    let (records, problems) = cboe(
      "DATE,OPEN,HIGH,LOW,CLOSE\n02/08/2006,41.600000,13.590000,12.830000,12.830000\n"
        + "02/09/2006,12.9,13.5,12.8,12.5\n")
    #expect(records.map(\.close) == [12.83, 12.5])
    #expect(
      problems == [
        "x.csv:2:12: warning: OPEN 41.600000 is above HIGH 13.590000; the bar is kept. Check "
          + "the row against its source if the range of the bar is used.",
        "x.csv:3:27: warning: CLOSE 12.5 is below LOW 12.8; the bar is kept. Check the row "
          + "against its source if the range of the bar is used.",
      ])
  }

  @Test func vendorDatesMustBeWholeDates() {
    let (_, problems) = cboe("DATE,OPEN,HIGH,LOW,CLOSE\n1/2/90,1,1,1,1\n13/01/1990,1,1,1,1\n")
    #expect(
      problems == [
        "x.csv:2:1: error: DATE is not a date: \"1/2/90\". Write it as YYYY-MM-DD or MM/DD/YYYY.",
        "x.csv:3:1: error: DATE does not exist in the calendar: \"13/01/1990\". Correct the day, "
          + "month or year.",
      ])
  }

  @Test func vendorNumbersMayBeDecorated() {
    let (records, problems) = reading(
      "Date,Open,High,Low,Close,Volume\n2016-01-04,$1,+2,\"$1,050.5\",.5,N/A\n"
    ) { YahooBarsReader.read($0, file: $1, into: &$2) }
    #expect(records.isEmpty)
    #expect(
      problems == [
        "x.csv:2:15: error: High +2 is below Low $1,050.5. Correct the row or remove it."
      ])
    let (_, parentheses) = yahoo("2016-01-04,(1.5),2,1,2,2,5\n")
    #expect(
      parentheses == [
        "x.csv:2:12: error: Open is negative: (1.5). Prices must be above zero; correct the row "
          + "or remove it."
      ])
  }
}
