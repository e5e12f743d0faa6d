import Foundation
import MarketData

/// A JSON feed by JSON Feed 1.1: version, title, and items with ids and addresses.
struct JSONFeedRule {
  private let path: String
  private let index: SiteIndex

  init(_ path: String, _ index: SiteIndex) {
    self.path = path
    self.index = index
  }

  private struct Feed: Decodable {
    var version: String?
    var title: String?
    var feedURL: String?
    var homePageURL: String?
    var items: [Item]?

    enum CodingKeys: String, CodingKey {
      case version, title, items
      case feedURL = "feed_url"
      case homePageURL = "home_page_url"
    }
  }

  private struct Item: Decodable {
    var id: String?
    var url: String?
    var contentHTML: String?
    var contentText: String?
    var published: String?
    var modified: String?

    enum CodingKeys: String, CodingKey {
      case id, url
      case contentHTML = "content_html"
      case contentText = "content_text"
      case published = "date_published"
      case modified = "date_modified"
    }
  }

  func check(_ bytes: [UInt8], _ findings: inout Findings) {
    let feed: Feed
    do {
      feed = try JSONDecoder().decode(Feed.self, from: Data(bytes))
    } catch {
      return report(
        "the file is not JSON of the form of a feed", "Write it by JSON Feed 1.1.", &findings)
    }
    if feed.version?.hasPrefix("https://jsonfeed.org/version/1") != true {
      report(
        "`version` is not that of JSON Feed", "Write https://jsonfeed.org/version/1.1.", &findings)
    }
    if feed.title?.isEmpty != false {
      report("the feed has no `title`", "Add it, with words.", &findings)
    }
    for (name, address) in [("feed_url", feed.feedURL), ("home_page_url", feed.homePageURL)] {
      if let address { self.address(address, name, "the feed", &findings) }
    }
    guard let items = feed.items else {
      return report("the feed has no `items`", "Add the list, empty if need be.", &findings)
    }
    var ids: Set<String> = []
    for (number, item) in items.enumerated() {
      check(item, "item \(number + 1)", &ids, &findings)
    }
  }

  private func check(
    _ item: Item, _ name: String, _ ids: inout Set<String>, _ findings: inout Findings
  ) {
    if let id = item.id, !id.isEmpty {
      if !ids.insert(id).inserted {
        report("the id `\(id)` is that of two items", "Give every item its own.", &findings)
      }
    } else {
      report("\(name) has no `id`", "Give it the address of its page.", &findings)
    }
    if item.contentHTML == nil, item.contentText == nil {
      report(
        "\(name) has neither `content_html` nor `content_text`", "Add one of them.", &findings)
    }
    if let url = item.url { address(url, "url", name, &findings) }
    for date in [item.published, item.modified].compactMap({ $0 })
    where !Timestamp.isValid(date) {
      report(
        "`\(date)` of \(name) is not a date and time of RFC 3339",
        "Write it as 2016-01-06T16:15:00-05:00.", &findings)
    }
  }

  private func address(
    _ address: String, _ key: String, _ owner: String, _ findings: inout Findings
  ) {
    if index.baseURL != nil, !SiteAddress.isElsewhere(address) {
      report(
        "`\(key)` of \(owner), `\(address)`, is not absolute",
        "Begin it with the address of the site.", &findings)
    } else if index.destination(of: address, from: path) == .nowhere {
      report(
        "`\(key)` of \(owner), `\(address)`, leads to no file of the site",
        "Correct it or add the page.", &findings)
    }
  }

  private func report(_ message: String, _ remedy: String, _ findings: inout Findings) {
    findings.add(.jsonFeed, in: path, message, remedy)
  }
}
