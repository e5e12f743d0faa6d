import Quant

/// The moment at which a delayed-quotes file was written, New York wall clock.
struct QuoteMoment: Equatable {
  let date: CalendarDate
  /// Minutes after midnight; `nil` when the text has no time.
  let minute: Int?

  /// Creates a moment.
  init(date: CalendarDate, minute: Int?) {
    self.date = date
    self.minute = minute
  }

  /// Reads the forms English browsers write, with the time in any order after the date:
  /// `June 11, 2022, 8:47 PM EDT`, `9 June 2023, 1:40 PM EDT`,
  /// `January 7, 2024 at 10:52 AM EST`, `Aug 21 2015 @ 13:00 ET`.
  ///
  /// Nothing is guessed: `nil` for names of months in other languages, for all-numeric dates (whose
  /// day and month may be swapped), for a time without its zone and for zones other than New York's.
  /// Years are 2000 to 2099, as in option symbols.
  init?(parsing text: String) {
    var parts = Parts()
    let tokens = text.prefix(120).split { $0.isWhitespace || $0 == "," }
    for token in tokens {
      guard parts.take(token.lowercased().filter { $0 != "." }) else { return nil }
    }
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      (2000...2099).contains(year),
      let date = CalendarDate(year: year, month: month, day: day),
      case .some(let minute) = parts.minuteOfDay
    else { return nil }
    self.date = date
    self.minute = minute
  }

  /// What the words of a date line have told so far.
  private struct Parts {
    var year: Int?
    var month: Int?
    var day: Int?
    var time: (hour: Int, minute: Int)?
    var isAfternoon: Bool?
    var hasZone = false

    private static let zones: Set = ["edt", "est", "et", "gmt-4", "gmt-5", "utc-4", "utc-5"]
    private static let silent: Set = [
      "at", "@", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
      "thursday", "friday", "saturday", "sunday",
    ]

    /// False when the word has no place in a date line, or has one that is already filled.
    mutating func take(_ word: String) -> Bool {
      if Self.silent.contains(word) { return true }
      if Self.zones.contains(word), !hasZone {
        hasZone = true
        return true
      }
      if word == "am" || word == "pm", isAfternoon == nil {
        isAfternoon = word == "pm"
        return true
      }
      if let number = Month.named(word), month == nil {
        month = number
        return true
      }
      return takeNumber(word)
    }

    private mutating func takeNumber(_ word: String) -> Bool {
      guard word.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == ASCII.colon }) else { return false }
      let numbers = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      switch numbers.count {
      case 1 where word.utf8.count == 4 && year == nil:
        year = numbers[0]
      case 1 where (1...2).contains(word.utf8.count) && day == nil:
        day = numbers[0]
      case 2...3 where time == nil:
        guard let hour = numbers[0], let minute = numbers[1], (0...23).contains(hour),
          (0...59).contains(minute)
        else { return false }
        time = (hour, minute)
      default: return false
      }
      return true
    }

    /// `.some(nil)` without a time, `nil` when time, half of the day and zone do not fit together.
    var minuteOfDay: Int?? {
      guard let time else { return isAfternoon == nil ? .some(nil) : nil }
      guard hasZone else { return nil }
      guard let isAfternoon else { return time.hour * 60 + time.minute }
      guard (1...12).contains(time.hour) else { return nil }
      return (time.hour % 12 + (isAfternoon ? 12 : 0)) * 60 + time.minute
    }
  }

  private enum Month {
    static func named(_ word: String) -> Int? {
      let names = ChainDate.monthNames
      let index =
        names.firstIndex(of: word)
        ?? (word == "sept" ? 8 : names.firstIndex { $0.prefix(3) == word })
      return index.map { $0 + 1 }
    }
  }
}

extension QuoteMoment {
  /// What to say about a moment that is not simply after the close of a session.
  struct Remark: Equatable {
    var message: String
    var code: ProblemCode
  }

  /// Quotes are delayed by fifteen minutes.
  private static let delay = 15
  private static let openMinute = 570
  /// The evening start of overnight trading (20:15), which belongs to the next session.
  private static let overnightMinute = 1215

  /// The session whose quotes the file holds, and what the reader of a page should know about it.
  ///
  /// On a day without a session, and before a session's first delayed quotes at 09:45, it is the
  /// session before: what was known then is no later than the file.
  func session(in exchange: ExchangeCalendar) -> (date: CalendarDate, remark: Remark?) {
    if !exchange.isSession(date) {
      let session = exchange.previous(before: date)
      let weekday = "\(date.weekday)"
      let day = "\(weekday.prefix(1).uppercased())\(weekday.dropFirst()) \(date)"
      return (
        session,
        Remark(
          message: "the file was written on \(day), when the exchange was closed; its quotes are "
            + "dated \(session), the session before", code: .notASession)
      )
    }
    guard let minute else {
      return (
        date,
        Remark(
          message: "the date line has no time; the quotes are dated \(date) and may not be "
            + "closing quotes", code: .oddValue)
      )
    }
    if minute < Self.openMinute + Self.delay { return beforeTheOpen(minute, exchange) }
    return (date, remark(minute, exchange))
  }

  /// The minute of the quotes of a session: the delay before the file was written, the close at the
  /// latest; `nil` when the file was written on another day or tells no time.
  func quoteMinute(of session: CalendarDate, in exchange: ExchangeCalendar) -> Int? {
    guard date == session, let minute else { return nil }
    return min(minute - Self.delay, exchange.closeMinute(session))
  }

  private func beforeTheOpen(
    _ minute: Int, _ exchange: ExchangeCalendar
  ) -> (date: CalendarDate, remark: Remark?) {
    let session = exchange.previous(before: date)
    return (
      session,
      Remark(
        message: "the file was written at \(Self.clock(minute)) on \(date), before that session's "
          + "first quotes; its quotes are dated \(session), the session before, and may be those "
          + "of overnight trading", code: .outOfTime)
    )
  }

  private func remark(_ minute: Int, _ exchange: ExchangeCalendar) -> Remark? {
    let close = exchange.closeMinute(date)
    if minute < close + Self.delay {
      return Remark(
        message: "the file was written at \(Self.clock(minute)) on \(date), when quotes of the "
          + "close at \(Self.clock(close)) were not out; they are quotes during the session",
        code: .oddValue)
    }
    guard minute >= Self.overnightMinute, exchange.isSession(date.adding(days: 1)) else {
      return nil
    }
    return Remark(
      message: "the file was written at \(Self.clock(minute)) on \(date), when overnight trading "
        + "had begun; its quotes may not be closing quotes", code: .oddValue)
  }

  private static func clock(_ minute: Int) -> String {
    let parts = [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    return parts.joined(separator: ":")
  }
}
