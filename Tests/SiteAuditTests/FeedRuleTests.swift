import Testing

@testable import SiteAudit

/// Feeds, sitemap and canonical addresses of a small site at https://s.example/.
@Suite struct FeedRuleTests {
  private static let entry =
    "<entry><title>A day</title><id>https://s.example/day/</id>\n"
    + "<link href=\"https://s.example/day/\"/><updated>2016-01-06T16:15:00-05:00</updated></entry>"
  private static let feed =
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>S</title><id>https://s.example/</id>\n"
    + "<updated>2016-01-06T16:15:00Z</updated><author><name>A</name></author>\n"
    + "<link href=\"https://s.example/\"/><link rel=\"self\" href=\"https://s.example/feed.xml\"/>\n"
    + "\(entry)\n</feed>\n"
  private static let sitemap =
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    + "<url><loc>https://s.example/</loc></url>\n<url><loc>https://s.example/day/</loc></url>\n"
    + "</urlset>\n"
  private static let json = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "S", "items": [
      {"id": "1", "url": "https://s.example/day/", "content_text": "x",
       "date_published": "2016-01-06T16:15:00-05:00"}]}
    """

  private func site(
    feed: String = feed, sitemap: String = sitemap, json: String = json, day: String = "",
    canonical: String = "https://s.example/day/"
  ) -> AuditedSite {
    func head(_ address: String) -> String {
      AuditedSite.policy + "<link rel=\"canonical\" href=\"\(address)\" />"
    }
    return AuditedSite([
      "index.html": AuditedSite.page("", head: head("https://s.example/")),
      "day/index.html": AuditedSite.page("", title: "Day", head: head(canonical) + day),
      "feed.xml": feed, "sitemap.xml": sitemap, "feed.json": json,
    ])
  }

  @Test func aGoodSiteHasNoFault() throws {
    #expect(try site().said() == [])
  }

  @Test(arguments: [
    (
      "<title>S</title>", "", "1:1: error: the feed has no <title>. Add it, with words."
    ),
    (
      "<id>https://s.example/day/</id>", "<id></id>",
      "4:1: error: the entry has no <id>. Add it, with words."
    ),
    (
      "2016-01-06T16:15:00Z", "2016-02-30T16:15:00Z",
      "2:1: error: `2016-02-30T16:15:00Z` is not a date and time of RFC 3339. Write it as "
        + "2016-01-06T16:15:00-05:00."
    ),
    (
      "<author><name>A</name></author>", "",
      "4:1: error: the entry has no <author>, and the feed has none either. Name the author of the "
        + "feed."
    ),
    (
      "<name>A</name>", "", "2:40: error: the author has no <name>. Add it, with words."
    ),
    (
      "<link href=\"https://s.example/day/\"/>", "",
      "4:1: error: the entry has neither <content> nor a link to its page. Add a <link> to the page."
    ),
    (
      "<link href=\"https://s.example/day/\"/>", "<link href=\"https://s.example/dax/\"/>",
      "5:1: error: the link `https://s.example/dax/` leads to no file of the site. Correct it or "
        + "add the page."
    ),
    (
      "<link href=\"https://s.example/day/\"/>", "<link href=\"day/\"/>",
      "5:1: error: the link `day/` is not absolute. Begin it with the address of the site."
    ),
    (
      "<link rel=\"self\" href=\"https://s.example/feed.xml\"/>", "",
      "1:1: error: the feed does not say its own address. Add <link rel=\"self\" "
        + "href=\"https://s.example/feed.xml\"/>."
    ),
    (
      "https://s.example/feed.xml", "https://s.example/day/",
      "3:34: error: the feed’s own address is https://s.example/feed.xml, not "
        + "`https://s.example/day/`. Correct the link."
    ),
    (
      entry, entry + "\n" + entry,
      "6:28: error: the id `https://s.example/day/` is that of two entries. Give every entry an id "
        + "of its own."
    ),
  ])
  func aFaultOfTheFeedIsReported(part: String, replacement: String, message: String) throws {
    let feed = Self.feed.replacing(part, with: replacement, maxReplacements: 1)
    #expect(try site(feed: feed).said() == ["feed.xml:\(message) [atom-feed]"])
  }

  @Test func aFeedThatIsNotWellFormedIsReported() throws {
    let found = try site(feed: Self.feed.replacing("</entry>", with: "")).said()
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("feed.xml:6:") == true)
    #expect(found.first?.hasSuffix("[well-formed]") == true)
  }

  @Test func anotherRootIsReported() throws {
    #expect(
      try site(feed: "<rss/>").said() == [
        "feed.xml:1:1: error: the root <rss> is not that of an Atom feed. Begin with <feed "
          + "xmlns=\"http://www.w3.org/2005/Atom\">. [atom-feed]"
      ])
  }

  @Test(arguments: [
    (
      "<url><loc>https://s.example/day/</loc></url>", "",
      "1:1: error: the page `https://s.example/day/` is not listed. List every page that has an "
        + "address of its own."
    ),
    (
      "</urlset>", "<url><loc>https://s.example/</loc></url></urlset>",
      "4:6: error: `https://s.example/` is listed twice. List each page once."
    ),
    (
      "</urlset>", "<url><loc>https://s.example/gone/</loc></url></urlset>",
      "4:6: error: `https://s.example/gone/` is no page of the site. List pages of the site only."
    ),
    (
      "</urlset>", "<url><loc>day/</loc></url></urlset>",
      "4:6: error: `day/` is not absolute. Begin it with the address of the site."
    ),
  ])
  func aFaultOfTheSitemapIsReported(part: String, replacement: String, message: String) throws {
    let sitemap = Self.sitemap.replacing(part, with: replacement)
    #expect(try site(sitemap: sitemap).said() == ["sitemap.xml:\(message) [sitemap]"])
  }

  @Test func aPageThatAsksNotToBeListedIsNot() throws {
    #expect(
      try site(day: "<meta name=\"robots\" content=\"noindex\" />").said() == [
        "sitemap.xml:3:6: error: `https://s.example/day/` asks search engines not to list it. Leave "
          + "it out, or take noindex from the page. [sitemap]"
      ])
  }

  @Test(arguments: [
    (
      "https://jsonfeed.org/version/1.1", "1",
      "`version` is not that of JSON Feed. Write https://jsonfeed.org/version/1.1."
    ),
    ("\"S\"", "\"\"", "the feed has no `title`. Add it, with words."),
    ("\"items\"", "\"entries\"", "the feed has no `items`. Add the list, empty if need be."),
    ("\"id\": \"1\",", "", "item 1 has no `id`. Give it the address of its page."),
    (
      "\"content_text\": \"x\",", "",
      "item 1 has neither `content_html` nor `content_text`. Add one of them."
    ),
    (
      "https://s.example/day/", "https://s.example/dax/",
      "`url` of item 1, `https://s.example/dax/`, leads to no file of the site. Correct it or add "
        + "the page."
    ),
    (
      "https://s.example/day/", "day/",
      "`url` of item 1, `day/`, is not absolute. Begin it with the address of the site."
    ),
    (
      "2016-01-06T", "2016-01-06 ",
      "`2016-01-06 16:15:00-05:00` of item 1 is not a date and time of RFC 3339. Write it as "
        + "2016-01-06T16:15:00-05:00."
    ),
    ("[", "", "the file is not JSON of the form of a feed. Write it by JSON Feed 1.1."),
  ])
  func aFaultOfTheJSONFeedIsReported(part: String, replacement: String, message: String) throws {
    let json = Self.json.replacing(part, with: replacement)
    #expect(try site(json: json).said() == ["feed.json:1:1: error: \(message) [json-feed]"])
  }

  @Test func twoItemsWithOneIdAreReported() throws {
    let item = "{\"id\": \"1\", \"content_text\": \"y\"},"
    let json = Self.json.replacing("\"items\": [", with: "\"items\": [\(item)")
    #expect(
      try site(json: json).said() == [
        "feed.json:1:1: error: the id `1` is that of two items. Give every item its own. [json-feed]"
      ])
  }

  @Test(arguments: [
    ("day/", "`day/` is not absolute. Begin it with the address of the site."),
    (
      "https://s.example/gone/",
      "`https://s.example/gone/` is no page of the site. Name the page’s own address."
    ),
    (
      "https://other.example/",
      "`https://other.example/` is no page of the site. Name the page’s own address."
    ),
  ])
  func aCanonicalAddressThatIsNoPageIsReported(address: String, message: String) throws {
    let found = try site(canonical: address).said()
    #expect(
      found.contains {
        $0.hasSuffix("error: the canonical address \(message) [canonical]")
      }, "\(found)")
  }

  /// A superseded page may name the one that took its place.
  @Test func aPageMayNameAnother() throws {
    let sitemap = Self.sitemap.replacing("<url><loc>https://s.example/day/</loc></url>", with: "")
    #expect(try site(sitemap: sitemap, canonical: "https://s.example/").said() == [])
  }

  @Test(arguments: [
    ("2016-01-06T16:15:00-05:00", true), ("2016-01-06T16:15:00Z", true),
    ("2016-01-06t16:15:00.25z", true), ("2016-12-31T23:59:60Z", true), ("2016-01-06", false),
    ("2016-01-06T16:15:00", false), ("2016-13-01T00:00:00Z", false),
    ("2015-02-29T00:00:00Z", false), ("2016-01-06T24:00:00Z", false), ("", false),
    ("2016-01-06T16:15:00-0500", false),
  ])
  func timestampsAreThoseOfTheStandard(text: String, isValid: Bool) {
    #expect(Timestamp.isValid(text) == isValid)
  }
}
