import Foundation
import MarketData
import Quant
import Testing

@testable import SiteGenerator

@Suite struct FeedTests {
  private func tags(_ bytes: [UInt8]) -> [XMLStartTag] {
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: bytes, file: "feed.xml", into: &problems)
    #expect(problems.isEmpty, "\(problems)")
    return tags
  }

  private func entry(_ number: Int, corrections: [Correction] = []) throws -> FeedEntry {
    FeedEntry(
      path: PagePath("daily/2016/01/\(number)/"), title: "Title \(number) <b>&\"'",
      bottomLine: "Summary ]]> & <b>", date: try #require(CalendarDate("2016-01-04")),
      corrections: corrections,
      disclaimers: [
        .init(title: "First & more", html: "<p>One <em>i</em>.</p>"),
        .init(title: "Second", html: "<p>Two.</p>"),
      ])
  }

  private func feed(_ count: Int, baseURL: String? = "https://x.y/") throws -> Feed {
    Feed(
      title: "Notes & <more>", author: "A \"B\"", summary: "What it is", language: "en",
      baseURL: baseURL, entries: try (0..<count).map { try entry($0) })
  }

  private func correction(_ date: String, _ kind: Correction.Kind) throws -> Correction {
    Correction(date: try #require(CalendarDate(date)), kind: kind, what: "1 < 2 & more.")
  }

  private func items(_ feed: Feed) throws -> [[String: String]] {
    let object = try JSONSerialization.jsonObject(with: Data(JSONFeed(feed: feed).bytes()))
    let members = try #require(object as? [String: Any])
    #expect(members["version"] as? String == "https://jsonfeed.org/version/1.1")
    return try #require(members["items"] as? [[String: String]])
  }

  @Test(arguments: [0, 1, 2, 30], ["https://x.y/", nil])
  func anAtomFeedIsWellFormedAndComplete(count: Int, baseURL: String?) throws {
    let tags = tags(try AtomFeed(feed: feed(count, baseURL: baseURL)).bytes())
    let names = tags.map(\.name)
    #expect(tags.first?.name == "feed")
    #expect(tags.allSatisfy { $0.namespace == "http://www.w3.org/2005/Atom" })
    #expect(names.count { $0 == "entry" } == count)
    for name in ["title", "id", "updated"] {
      #expect(names.count { $0 == name } == count + 1, "RFC 4287, 4.1.1 and 4.1.2: \(name)")
    }
    #expect(names.count { $0 == "name" } == 1)
    for name in ["summary", "content", "published"] {
      #expect(names.count { $0 == name } == count, "\(name)")
    }
  }

  @Test func entriesOfBothFeedsCarryTheDisclaimers() throws {
    let feed = try feed(1)
    let text = String(decoding: try AtomFeed(feed: feed).bytes(), as: UTF8.self)
    #expect(text.contains("&lt;p&gt;&lt;strong&gt;Second&lt;/strong&gt;&lt;/p&gt;"))
    #expect(text.contains("&lt;p&gt;One &lt;em&gt;i&lt;/em&gt;.&lt;/p&gt;"))
    #expect(text.contains("<updated>2016-01-04T16:15:00-05:00</updated>"))
    #expect(text.contains("href=\"https://x.y/daily/2016/01/0/\""))
    let item = try #require(try items(feed).first)
    #expect(
      item["content_html"]
        == "<p>Summary ]]&gt; &amp; &lt;b&gt;</p>\n"
        + "<p><strong>First &amp; more</strong></p>\n<p>One <em>i</em>.</p>\n"
        + "<p><strong>Second</strong></p>\n<p>Two.</p>")
    #expect(item["summary"] == "Summary ]]> & <b>")
    #expect(item["date_published"] == "2016-01-04T16:15:00-05:00")
  }

  @Test func bothFeedsGiveAnEntryOneIdentifier() throws {
    for base in ["https://x.y/", nil] {
      let feed = try feed(2, baseURL: base)
      let atom = String(decoding: try AtomFeed(feed: feed).bytes(), as: UTF8.self)
      for item in try items(feed) {
        let id = try #require(item["id"])
        #expect(atom.contains("<id>\(id)</id>"))
        #expect(item["url"] == (base == nil ? nil : id))
      }
    }
  }

  @Test func withoutAnAddressTheAtomFeedLinksToFiles() throws {
    let text = String(
      decoding: try AtomFeed(feed: feed(1, baseURL: nil)).bytes(), as: UTF8.self)
    #expect(text.contains("href=\"daily/2016/01/0/index.html\""))
    #expect(text.contains("<id>urn:hedgebook:daily/2016/01/0/</id>"))
    #expect(!text.contains("rel=\"self\""))
  }

  @Test func aCorrectionIsToldWithItsDay() throws {
    var feed = try feed(0)
    feed = Feed(
      title: feed.title, author: feed.author, summary: "", language: "en", baseURL: feed.baseURL,
      entries: [
        try entry(
          1,
          corrections: [
            try correction("2016-01-06", .typo), try correction("2016-07-11", .withdrawal),
          ])
      ])
    let item = try #require(try items(feed).first)
    #expect(
      item["summary"]
        == "Summary ]]> & <b> Corrected on 6 Jan 2016 (typo): 1 < 2 & more. "
        + "Withdrawn on 11 Jul 2016: 1 < 2 & more.")
    #expect(item["date_published"] == "2016-01-04T16:15:00-05:00")
    #expect(item["date_modified"] == "2016-07-11T16:15:00-04:00")
    #expect(
      item["content_html"]?.contains(
        "<p><strong>Withdrawn on 11 Jul 2016: 1 &lt; 2 &amp; more.</strong></p>") == true)
    let atom = String(decoding: try AtomFeed(feed: feed).bytes(), as: UTF8.self)
    #expect(atom.contains("<published>2016-01-04T16:15:00-05:00</published>"))
    #expect(atom.count(of: "<updated>2016-07-11T16:15:00-04:00</updated>") == 2)
  }

  private func sitemap(_ paths: [String], modified: CalendarDate? = nil) -> Sitemap {
    Sitemap(
      baseURL: "https://x.y/a&b/",
      entries: paths.map { Sitemap.Entry(path: PagePath($0), modified: modified) })
  }

  @Test func aSitemapListsEveryPageOnceInOrder() throws {
    let bytes = try sitemap(["daily/", "", "about/", "daily/2016/01/04/"]).bytes()
    let names = tags(bytes).map(\.name)
    #expect(names == ["urlset"] + Array(repeating: ["url", "loc"], count: 4).flatMap { $0 })
    let text = String(decoding: bytes, as: UTF8.self)
    let places = text.split(separator: "\n").filter { $0.contains("<loc>") }.map {
      $0.drop { $0 == " " }
    }
    #expect(
      places
        == ["", "about/", "daily/", "daily/2016/01/04/"].map {
          "<loc>https://x.y/a&amp;b/\($0)</loc>"
        })
  }

  @Test func aSitemapSaysWhenAPageWasChangedIfThatIsKnown() throws {
    let bytes = try sitemap(["a/"], modified: CalendarDate("2016-01-12")).bytes()
    #expect(String(decoding: bytes, as: UTF8.self).contains("<lastmod>2016-01-12</lastmod>"))
  }

  @Test func aSitemapMayBeEmpty() throws {
    #expect(tags(try sitemap([]).bytes()).map(\.name) == ["urlset"])
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
