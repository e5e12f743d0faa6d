import MarketData

/// The feed as Atom (RFC 4287), written through libxml2.
struct AtomFeed {
  let feed: Feed

  func bytes() throws -> [UInt8] {
    let writer = try XMLWriter(isIndented: true)
    try writer.start("feed", ["xmlns": "http://www.w3.org/2005/Atom"])
    try writer.element("title", feed.title)
    try writer.element("id", feed.baseURL ?? "urn:hedgebook:site")
    try writer.element("updated", Feed.timestamp(feed.entries.first?.updated))
    try writer.start("author")
    try writer.element("name", feed.author)
    try writer.end()
    if let baseURL = feed.baseURL {
      try writer.element("link", "", ["href": baseURL])
      try writer.element("link", "", ["rel": "self", "href": baseURL + "feed.xml"])
    }
    for entry in feed.entries { try write(entry, to: writer) }
    try writer.end()
    return try writer.finish()
  }

  private func write(_ entry: FeedEntry, to writer: XMLWriter) throws {
    try writer.start("entry")
    try writer.element("title", entry.title)
    try writer.element("id", feed.identifier(of: entry))
    let place = feed.baseURL.map { $0 + entry.path.text } ?? entry.path.file
    try writer.element("link", "", ["href": place])
    try writer.element("published", Feed.timestamp(entry.date))
    try writer.element("updated", Feed.timestamp(entry.updated))
    try writer.element("summary", entry.summary, ["type": "text"])
    try writer.element("content", entry.contentHTML, ["type": "html"])
    try writer.end()
  }
}
