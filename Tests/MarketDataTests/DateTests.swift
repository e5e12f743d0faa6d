import MarketData
import Quant
import Testing

@Suite struct DateTests {
  private func series(_ rows: String...) -> (dates: [String], problems: [String]) {
    let text = "date,value\n" + rows.map { $0 + ",1\n" }.joined()
    let (records, problems) = reading(text) { DatedSeriesReader.read($0, file: $1, into: &$2) }
    return (records.map(\.date.description), problems)
  }

  @Test(arguments: [
    ("2016/01/04", "is not a date: \"2016/01/04\". Write it as YYYY-MM-DD."),
    ("1/4/2016", "is not a date: \"1/4/2016\". Write it as YYYY-MM-DD."),
    ("2016-1-4", "is not a date: \"2016-1-4\". Write it as YYYY-MM-DD."),
    ("20160104", "is not a date: \"20160104\". Write it as YYYY-MM-DD."),
    ("2016-0a-04", "is not a date: \"2016-0a-04\". Write it as YYYY-MM-DD."),
    ("", "is empty. Write it as YYYY-MM-DD."),
    (
      "2016-13-01",
      "does not exist in the calendar: \"2016-13-01\". Correct the day, month or year."
    ),
    (
      "2015-02-29",
      "does not exist in the calendar: \"2015-02-29\". Correct the day, month or year."
    ),
  ])
  func badDateIsReported(text: String, fault: String) {
    let (dates, problems) = series(text)
    #expect(dates.isEmpty)
    #expect(problems == ["x.csv:2:1: error: date \(fault)"])
  }

  @Test func duplicateDateIsReported() {
    let (dates, problems) = series("2016-01-04", "2016-01-05", "2016-01-04")
    #expect(dates == ["2016-01-04", "2016-01-05"])
    #expect(
      problems == [
        "x.csv:4:1: error: duplicate row for 2016-01-04, which is already on line 2. Keep one of "
          + "the two rows."
      ])
  }

  @Test func unsortedDateIsReportedOnce() {
    let (dates, problems) = series("2016-01-04", "2016-01-06", "2016-01-05", "2016-01-07")
    #expect(dates == ["2016-01-04", "2016-01-06", "2016-01-07"])
    #expect(
      problems == [
        "x.csv:4:1: error: date 2016-01-05 comes after 2016-01-06. Sort the rows by date, oldest "
          + "first."
      ])
  }

  @Test func fileThatRunsBackwardsIsOneFault() {
    let (_, problems) = series("2016-01-06", "2016-01-05", "2016-01-04")
    #expect(
      problems == [
        "x.csv:3:1: error: the rows run from the newest date to the oldest. Sort the rows by "
          + "date, oldest first."
      ])
  }

  @Test func sessionCheckNamesDaysThatWereNoSessions() {
    var problems: [Diagnostic] = []
    SessionCheck.run(
      bytes("date,value\n2016-01-01,1\n2016-01-04,1\nbad,1\n2016-01-09\n"), file: "x.csv",
      isSession: ExchangeCalendar.nyse.isSession, into: &problems)
    #expect(
      problems.map(\.description) == [
        "x.csv:2:1: warning: 2016-01-01 was not a session. Check the date, or remove the row.",
        "x.csv:5:1: warning: 2016-01-09 was not a session. Check the date, or remove the row.",
      ])
  }
}
