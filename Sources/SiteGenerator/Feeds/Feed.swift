import Quant

/// One write-up as the feeds tell it: the bottom line of the day, what was corrected, and the
/// disclaimers that the write-up requires; never text written after the outcome.
struct FeedEntry {
  /// A disclaimer block: its title, and its wording as markup.
  struct Disclaimer {
    var title: String
    var html: String
  }

  var path: PagePath
  var title: String
  /// The bottom line.
  var bottomLine: String
  /// The session.
  var date: CalendarDate
  /// What was changed since, the earliest first.
  var corrections: [Correction] = []
  var disclaimers: [Disclaimer]

  /// The session, or the day of the last correction.
  var updated: CalendarDate { max(date, corrections.last?.date ?? date) }

  /// Plain text: the bottom line and what was corrected.
  var summary: String {
    ([bottomLine] + corrections.map(\.sentence)).joined(separator: " ")
  }

  /// Markup that stands by itself, whatever a reader makes of the summary.
  var contentHTML: String {
    (["<p>\(Markup.escaped(bottomLine))</p>"]
      + corrections.map { "<p><strong>\(Markup.escaped($0.sentence))</strong></p>" }
      + disclaimers.map { "<p><strong>\(Markup.escaped($0.title))</strong></p>\n\($0.html)" })
      .joined(separator: "\n")
  }
}

/// What both feeds hold: the write-ups that are new or were changed last.
struct Feed {
  /// Most entries a feed holds.
  static let limit = 30

  let title: String
  let author: String
  let summary: String
  let language: String
  /// The address the site is published at, with a trailing slash; `nil` when it has none.
  let baseURL: String?
  /// The latest change first; at most `limit`.
  let entries: [FeedEntry]

  /// The identifier of an entry, the same in both feeds and for good.
  func identifier(of entry: FeedEntry) -> String {
    (baseURL ?? "urn:hedgebook:") + entry.path.text
  }

  /// 16:15 New York on the day, with the offset in force since 2007: daylight saving time from the
  /// second Sunday of March to the first Sunday of November.
  static func timestamp(_ date: CalendarDate?) -> String {
    guard let date else { return "1970-01-01T00:00:00Z" }
    let offset =
      date >= sunday(2, of: 3, date.year) && date < sunday(1, of: 11, date.year) ? "04" : "05"
    return "\(date)T16:15:00-\(offset):00"
  }

  private static func sunday(_ ordinal: Int, of month: Int, _ year: Int) -> CalendarDate {
    guard let first = CalendarDate(year: year, month: month, day: 1) else {
      preconditionFailure("the first of a month exists")
    }
    return first.adding(days: 7 - first.weekday.rawValue + 7 * (ordinal - 1))
  }
}
