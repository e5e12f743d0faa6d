import MarketData
import Quant
import Testing

@Suite struct ChainsQuoteDateTests {
  private func read(_ moment: String, given: String? = nil) throws -> FileReading {
    let lines = DelayedChain.lines.map {
      $0.replacing("\"Date: July 10, 2026, 4:47 PM EDT\"", with: "\"\(moment)\"")
    }
    let context = ReadingContext(quoteDate: given.flatMap { CalendarDate($0) })
    return try recognised(DelayedChain.text([DelayedChain.row()], lines: lines), context: context)
  }

  @Test(arguments: [
    ("Date: July 10, 2026, 4:47 PM EDT", "2026-07-10"),
    ("Date: 10 July 2026, 4:47 PM EDT", "2026-07-10"),
    ("Date: July 10, 2026 at 4:47 PM EDT", "2026-07-10"),
    ("Date: July 10, 2026 at 4:47\u{202F}PM EDT", "2026-07-10"),
    ("Date: July 10, 2026 at 4:47 p.m. GMT-4", "2026-07-10"),
    ("Date: Fri 10 Jul 2026, 16:47 EDT", "2026-07-10"),
    ("Date: January 7, 2026, 8:10 PM EST", "2026-01-07"),
    // 13:00 close.
    ("Date: July 2, 2025, 1:20 PM EDT", "2025-07-02"),
  ])
  func datesOfTheCloseAreReadInEnglish(moment: String, date: String) throws {
    let reading = try read(moment)
    let isEarly = moment.contains("1:20 PM")
    #expect(reading.first?.description == date)
    #expect(reading.problems.count == (isEarly ? 1 : 0))
  }

  /// Delayed quotes are fifteen minutes older than their file, and none is later than the close.
  @Test(arguments: [
    ("Date: July 10, 2026, 12:30 PM EDT", 735), ("Date: July 10, 2026, 4:47 PM EDT", 960),
    ("Date: July 10, 2026, 9:45 AM EDT", 570), ("Date: November 27, 2026, 2:00 PM EST", 780),
    ("Date: July 11, 2026, 8:47 PM EDT", nil), ("Date: July 13, 2026, 12:05 AM EDT", nil),
    ("Date: July 10, 2026", nil),
  ])
  func theMinuteOfTheQuotesIsTold(moment: String, minute: Int?) throws {
    #expect(try read(moment).quoteMinute == minute)
  }

  @Test(arguments: [
    (
      "Date: July 11, 2026, 8:47 PM EDT", "2026-07-10", "not-a-session",
      "the file was written on Saturday 2026-07-11, when the exchange was closed; its quotes are "
        + "dated 2026-07-10, the session before"
    ),
    (
      "Date: January 19, 2026 at 10:52 AM EST", "2026-01-16", "not-a-session",
      "the file was written on Monday 2026-01-19, when the exchange was closed; its quotes are "
        + "dated 2026-01-16, the session before"
    ),
    (
      "Date: July 13, 2026, 12:05 AM EDT", "2026-07-10", "out-of-time",
      "the file was written at 00:05 on 2026-07-13, before that session's first quotes; its "
        + "quotes are dated 2026-07-10, the session before, and may be those of overnight trading"
    ),
    (
      "Date: July 13, 2026, 9:44 AM EDT", "2026-07-10", "out-of-time",
      "the file was written at 09:44 on 2026-07-13, before that session's first quotes; its "
        + "quotes are dated 2026-07-10, the session before, and may be those of overnight trading"
    ),
    (
      "Date: July 10, 2026, 12:30 PM EDT", "2026-07-10", "odd-value",
      "the file was written at 12:30 on 2026-07-10, when quotes of the close at 16:00 were not "
        + "out; they are quotes during the session"
    ),
    (
      "Date: November 27, 2026, 1:14 PM EST", "2026-11-27", "odd-value",
      "the file was written at 13:14 on 2026-11-27, when quotes of the close at 13:00 were not "
        + "out; they are quotes during the session"
    ),
    (
      "Date: July 9, 2026, 8:15 PM EDT", "2026-07-09", "odd-value",
      "the file was written at 20:15 on 2026-07-09, when overnight trading had begun; its quotes "
        + "may not be closing quotes"
    ),
    (
      "Date: July 10, 2026", "2026-07-10", "odd-value",
      "the date line has no time; the quotes are dated 2026-07-10 and may not be closing quotes"
    ),
  ])
  func theDownloadIsNotAlwaysTheQuoteDate(
    moment: String, date: String, code: String, message: String
  ) throws {
    let lines = DelayedChain.lines.map {
      $0.replacing("\"Date: July 10, 2026, 4:47 PM EDT\"", with: "\"\(moment)\"")
    }
    let reading = try recognised(
      DelayedChain.text([DelayedChain.row("Fri Jan 15 2027", symbol: "SPX270115")], lines: lines))
    #expect(reading.first?.description == date)
    #expect(
      reading.told == [
        "kept \(code) x.csv:3:1: warning: \(message). Check that the quotes are of the session "
          + "you mean."
      ])
  }

  @Test func fridayEveningHasNoOvernightTrading() throws {
    #expect(try read("Date: July 10, 2026, 8:47 PM EDT").told == [])
  }

  @Test(arguments: [
    "2026年7月10日 GMT-4 下午4:47", "10 de julho de 2026 16:47 EDT", "7/10/2026, 4:47 PM EDT",
    "July 10, 2026, 4:47 PM", "July 10, 2026, 4:47 PM CEST", "July 10, 1999, 4:47 PM EDT",
    "July 32, 2026, 4:47 PM EDT", "July 10, 2026, 13:47 PM EDT", "July 10, 2026, 4:60 PM EDT",
    "July 10, 2026, PM EDT", "July July 10, 2026", "July 10 11 2026", "",
    "99999999999999999999 July 2026",
  ])
  func aDateThatCannotBeReadIsNotGuessed(text: String) throws {
    let reading = try read("Date: \(text)")
    #expect(reading.rowCount == 0)
    #expect(reading.quotes.isEmpty)
    let shown = text.isEmpty ? "\"\"" : "\" \(text)\""
    #expect(
      reading.told == [
        "rejected invalid-date x.csv:3:1: error: the date line \(shown) cannot be read; the row "
          + "is not used. Give the session of the quotes as their quote date, or write the "
          + "line as \"Date: June 11, 2022, 8:47 PM EDT\"."
      ])
  }

  @Test func theGivenDateStandsInForALineThatCannotBeRead() throws {
    let text = "Date: 2026年7月10日 GMT-4 下午4:47"
    let reading = try read(text, given: "2026-07-10")
    #expect(reading.first?.description == "2026-07-10")
    let remedy = "Check that the quotes are of the session you mean."
    let used =
      "kept invalid-date x.csv:3:1: warning: the date line \" 2026年7月10日 GMT-4 下午4:47\" cannot be "
      + "read; the given date"
    #expect(reading.told == ["\(used) 2026-07-10 is used. \(remedy)"])
    #expect(
      try read(text, given: "2026-07-12").told == [
        "\(used) 2026-07-12 is used. \(remedy)",
        "kept not-a-session x.csv:3:1: warning: the file was written on Sunday 2026-07-12, when "
          + "the exchange was closed; its quotes are dated 2026-07-10, the session before. "
          + remedy,
      ])
  }

  @Test func aGivenDateThatDisagreesWithTheFileIsReported() throws {
    let reading = try read("Date: July 10, 2026, 4:47 PM EDT", given: "2026-07-09")
    #expect(reading.first?.description == "2026-07-10")
    #expect(
      reading.told == [
        "kept odd-value x.csv:3:1: warning: the file is dated 2026-07-10, not 2026-07-09; its own "
          + "date is used. Check that the quotes are of the session you mean."
      ])
    #expect(try read("Date: July 10, 2026, 4:47 PM EDT", given: "2026-07-10").told == [])
  }

  @Test func aFileWithoutADateLineNeedsAGivenDate() throws {
    let lines = [DelayedChain.lines[1], DelayedChain.columns]
    let text = DelayedChain.text([DelayedChain.row()], lines: lines)
    #expect(
      try recognised(text).told == [
        "rejected invalid-date x.csv:2:1: error: no line above the header tells the date of the "
          + "quotes; the row is not used. Give the session of the quotes as their quote "
          + "date, or write the line as \"Date: June 11, 2022, 8:47 PM EDT\"."
      ])
    let reading = try recognised(
      text, context: ReadingContext(quoteDate: CalendarDate("2026-07-10")))
    #expect(reading.rowCount == 1)
    #expect(
      reading.told == [
        "kept invalid-date x.csv:2:1: warning: no line above the header tells the date of the "
          + "quotes; the given date 2026-07-10 is used. Check that the quotes are of the session "
          + "you mean."
      ])
  }
}
