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

  /// 16:15 New York on the session, written with the winter offset as the library ignores daylight
  /// saving throughout.
  private static func timestamp(_ date: CalendarDate?) -> String {
    "\(date?.description ?? "1970-01-01")T16:15:00-05:00"
  }
}
