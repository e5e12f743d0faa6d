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

  private func entry(_ number: Int) throws -> AtomFeed.Entry {
    AtomFeed.Entry(
      path: PagePath("daily/2016/01/\(number)/"), title: "Title \(number) <b>&\"'",
      summary: "Summary ]]> & <b>", date: try #require(CalendarDate("2016-01-04")),
      disclaimers: ["One <i>.", "Two."])
  }

  private func feed(_ count: Int, baseURL: String? = "https://x.y/") throws -> AtomFeed {
    AtomFeed(
      title: "Notes & <more>", author: "A \"B\"", baseURL: baseURL,
      entries: try (0..<count).map(entry))
  }

  @Test(arguments: [0, 1, 2, 40], ["https://x.y/", nil])
  func aFeedIsWellFormedAndComplete(count: Int, baseURL: String?) throws {
    let feed = try feed(count, baseURL: baseURL)
    let tags = tags(try feed.bytes())
    let names = tags.map(\.name)
    #expect(tags.first?.name == "feed")
    #expect(tags.allSatisfy { $0.namespace == "http://www.w3.org/2005/Atom" })
    let shown = min(count, AtomFeed.limit)
    #expect(names.count { $0 == "entry" } == shown)
    for name in ["title", "id", "updated"] {
      #expect(names.count { $0 == name } == shown + 1, "RFC 4287, 4.1.1 and 4.1.2: \(name)")
    }
    #expect(names.count { $0 == "name" } == 1)
    #expect(names.count { $0 == "summary" } == shown)
  }

  @Test func entriesCarryTheDisclaimers() throws {
    let text = String(decoding: try feed(1).bytes(), as: UTF8.self)
    #expect(text.contains("One &lt;i&gt;. Two."))
    #expect(text.contains("<updated>2016-01-04T16:15:00-05:00</updated>"))
    #expect(text.contains("href=\"https://x.y/daily/2016/01/0/\""))
  }

  @Test func withoutAnAddressTheFeedLinksToFiles() throws {
    let text = String(decoding: try feed(1, baseURL: nil).bytes(), as: UTF8.self)
    #expect(text.contains("href=\"daily/2016/01/0/index.html\""))
    #expect(text.contains("<id>urn:hedgebook:daily/2016/01/0/</id>"))
    #expect(!text.contains("rel=\"self\""))
  }

  @Test func aSitemapListsEveryPageOnceInOrder() throws {
    let pages = ["daily/", "", "about/", "daily/2016/01/04/"].map { PagePath($0) }
    let bytes = try Sitemap(baseURL: "https://x.y/a&b/", pages: pages).bytes()
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

  @Test func aSitemapMayBeEmpty() throws {
    #expect(tags(try Sitemap(baseURL: "https://x.y/", pages: []).bytes()).map(\.name) == ["urlset"])
  }
}
