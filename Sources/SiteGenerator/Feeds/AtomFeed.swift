import MarketData
import Quant

/// The Atom feed of the latest write-ups, written through libxml2 (RFC 4287).
///
/// An entry holds the headline, the bottom line and the disclaimers that the write-up requires; it
/// never holds text written after the day.
struct AtomFeed {
  struct Entry {
    var path: PagePath
    var title: String
    var summary: String
    var date: CalendarDate
    /// Disclaimer texts that the write-up requires, without markup.
    var disclaimers: [String]
  }

  let title: String
  let author: String
  let baseURL: String?
  let entries: [Entry]

  /// Most entries a feed holds.
  static let limit = 30

  func bytes() throws -> [UInt8] {
    let writer = try XMLWriter(isIndented: true)
    let root = baseURL ?? "urn:hedgebook:"
    try writer.start("feed", ["xmlns": "http://www.w3.org/2005/Atom"])
    try writer.element("title", title)
    try writer.element("id", baseURL ?? "urn:hedgebook:site")
    try writer.element("updated", Self.timestamp(entries.first?.date))
    try writer.start("author")
    try writer.element("name", author)
    try writer.end()
    if let baseURL {
      try writer.element("link", "", ["href": baseURL])
      try writer.element("link", "", ["rel": "self", "href": baseURL + "feed.xml"])
    }
    for entry in entries.prefix(Self.limit) {
      try writer.start("entry")
      try writer.element("title", entry.title)
      try writer.element("id", root + entry.path.text)
      try writer.element(
        "link", "", ["href": baseURL.map { $0 + entry.path.text } ?? entry.path.file])
      try writer.element("updated", Self.timestamp(entry.date))
      try writer.element(
        "summary", ([entry.summary] + entry.disclaimers).joined(separator: " "), ["type": "text"])
      try writer.end()
    }
    try writer.end()
    return try writer.finish()
  }

  /// 16:15 New York on the session, with the offset in force since 2007: daylight saving time from the
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
