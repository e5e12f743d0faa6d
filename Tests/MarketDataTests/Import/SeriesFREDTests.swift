import MarketData
import Quant
import Testing

@Suite struct SeriesFREDTests {
  @Test(arguments: [
    "observation_date,CPIAUCSL\n1947-01-01,21.48\n", "DATE,CPIAUCSL\n1947-01-01,21.48\n",
    "Date,CPIAUCSL\n1/1/1947,21.48\n", "observation_date,\"CPIAUCSL\"\r\n1947-01-01,21.48\r\n",
  ])
  func columnsNameTheSeries(text: String) throws {
    let reading = try imported(text)
    #expect(reading.kind == .fred)
    #expect(reading.symbols == ["CPIAUCSL"])
    #expect(reading.values == ["CPIAUCSL: 1947-01-01 21.48"])
    #expect(reading.texts == [])
  }

  @Test func severalSeriesStandSideBySide() throws {
    let reading = try imported(
      "observation_date,DGS10,DGS2\n1962-01-02,4.06,\n1976-06-01,7.94,7.26\n1976-06-02,.,.\n")
    #expect(
      reading.values == [
        "DGS10: 1962-01-02 4.06", "DGS10: 1976-06-01 7.94", "DGS2: 1976-06-01 7.26",
      ])
    #expect(reading.rowCount == 2)
    #expect(
      reading.texts == [
        "x.csv:4:1: warning: the row of 1976-06-02 has no value and is skipped. " + unfilled
      ])
    #expect(reading.codes == ["missing-value skipped"])
  }

  @Test(arguments: [
    ("CPIAUCSL.csv", "CPIAUCSL"), ("in/CPIAUCSL (1).csv", "CPIAUCSL"), ("FRED-DGS10.csv", "DGS10"),
  ])
  func theFilesNameTellsWhatValueDoesNot(file: String, name: String) throws {
    let reading = try imported("Date,Value\n1947-01-01,21.48\n", file: file)
    #expect(reading.kind == .fred)
    #expect(reading.values == ["\(name): 1947-01-01 21.48"])
    #expect(reading.texts == [])
  }

  @Test func aNameThatTellsNothingIsSaid() throws {
    let reading = try imported("DATE,VALUE\n1947-01-01,21.48\n", file: "download.csv")
    #expect(reading.kind == .fred)
    #expect(reading.values == [": 1947-01-01 21.48"])
    #expect(reading.symbols.isEmpty)
    #expect(
      reading.texts == [
        "download.csv: warning: neither the columns nor the file's name tell the series. Name the "
          + "file after it, such as CPIAUCSL.csv."
      ])
    #expect(reading.codes == ["unclear-name kept"])
  }

  @Test func theProjectsOwnSeriesStaysItsOwn() throws {
    #expect(try imported("date,value\n1947-01-01,21.48\n").kind == .series)
    #expect(try imported("Date,Value\n1947-01-01,21.48\n").kind == .fred)
  }

  @Test func observationsCarryTheirVintages() throws {
    let reading = try imported(
      "realtime_start,realtime_end,date,value\n2024-02-13,2024-03-11,2024-01-01,308.4\n"
        + "2024-03-12,9999-12-31,2024-01-01,308.5\n2024-03-12,9999-12-31,2024-02-01,310.1\n"
        + "2024-04-10,9999-12-31,2024-03-01,.\n2024-04-10,9999-12-31,2024-05-01,3\n"
        + "2024-03-12,9999-12-31,2024-02-01,310.1\n", file: "CPIAUCSL.csv")
    #expect(reading.kind == .fred)
    #expect(reading.rowCount == 3)
    #expect(
      reading.values == [
        "CPIAUCSL: 2024-01-01 308.4 known 2024-02-13",
        "CPIAUCSL: 2024-01-01 308.5 known 2024-03-12",
        "CPIAUCSL: 2024-02-01 310.1 known 2024-03-12",
      ])
    #expect(
      reading.texts == [
        "CPIAUCSL.csv:5:23: warning: the row of 2024-03-01 has no value and is skipped. "
          + unfilled,
        "CPIAUCSL.csv:6:1: error: realtime_start 2024-04-10 is before the date 2024-05-01. A value "
          + "cannot be known before the day it refers to; correct one of the two.",
        "CPIAUCSL.csv:7:23: warning: the row for 2024-02-01 known 2024-03-12 repeats line 4 and is "
          + "skipped. Remove one of the two.",
      ])
    #expect(
      reading.codes == ["missing-value skipped", "out-of-time rejected", "duplicate-row skipped"])
  }

  @Test func observationsOfSeveralSeries() throws {
    let reading = try imported(
      "series_id,realtime_start,date,value\nDGS2,2024-02-13,2024-02-12,4.5\n"
        + "DGS10,2024-02-13,2024-02-12,4.2\n")
    #expect(reading.symbols == ["DGS10", "DGS2"])
    #expect(reading.texts == [])
  }

  @Test func oneDayForAllIsTheDownload() throws {
    let reading = try imported(
      "realtime_start,realtime_end,date,value\n2024-03-12,2024-03-12,2024-01-01,308.4\n"
        + "2024-03-12,2024-03-12,2024-02-01,310.1\n", file: "CPIAUCSL.csv")
    #expect(
      reading.texts == [
        "CPIAUCSL.csv: warning: every row has the realtime_start 2024-03-12, probably the day of "
          + "the download; no value counts as known before it. Ask the API for all vintages "
          + "(realtime_start=1776-07-04) to learn when each value was published."
      ])
    #expect(reading.codes == ["odd-value kept"])
  }

  @Test func columnsOfVintagesGiveFirstPrintsAndRevisions() throws {
    let reading = try imported(
      "observation_date,CPIAUCSL_20240312,CPIAUCSL_20240213\n2023-12-01,306.5,306.7\n"
        + "2024-01-01,308.4,308.4\n2024-02-01,310.1,.\n2024-03-01,,\n2024-03-01,,\n"
        + "2024-04-01,1,\n")
    #expect(reading.kind == .fred)
    #expect(
      reading.values == [
        "CPIAUCSL: 2023-12-01 306.7 known 2024-02-13",
        "CPIAUCSL: 2023-12-01 306.5 known 2024-03-12",
        "CPIAUCSL: 2024-01-01 308.4 known 2024-02-13",
        "CPIAUCSL: 2024-02-01 310.1 known 2024-03-12",
      ])
    #expect(reading.rowCount == 3)
    #expect(
      reading.texts.last
        == "x.csv:7:12: error: CPIAUCSL_20240312 has a value for 2024-04-01, which is later than "
        + "the vintage. A value cannot be known before the day it refers to; correct one of the two."
    )
    #expect(
      reading.codes == ["missing-value skipped", "missing-value skipped", "out-of-time rejected"])
  }

  @Test func faultsAreRejected() throws {
    let reading = try imported("DATE,EFFR\n2000-07-03,7.03\n2000-07-05,abc\n2000-07-06,1,2\n")
    #expect(reading.rowCount == 1)
    #expect(
      reading.texts == [
        "x.csv:3:12: error: EFFR is not a decimal number: \"abc\". Write it with digits and a "
          + "point, such as 17.25.",
        "x.csv:4:14: error: the row has 3 fields, the header has 2. Remove the extra fields, or "
          + "quote a field that contains a comma.",
      ])
  }
}
