import Foundation

/// The feed as JSON Feed 1.1 (jsonfeed.org); entries have the identifiers of the Atom feed.
///
/// The format knows full addresses only: without the site's address they are left out.
struct JSONFeed {
  let feed: Feed

  private struct Document: Encodable {
    let version = "https://jsonfeed.org/version/1.1"
    var title: String
    var homePageURL: String?
    var feedURL: String?
    var description: String?
    var language: String
    var authors: [Author]
    var items: [Item]

    enum CodingKeys: String, CodingKey {
      case version, title, description, language, authors, items
      case homePageURL = "home_page_url"
      case feedURL = "feed_url"
    }
  }

  private struct Author: Encodable {
    var name: String
  }

  private struct Item: Encodable {
    var id: String
    var url: String?
    var title: String
    var summary: String
    var contentHTML: String
    var published: String
    var modified: String

    enum CodingKeys: String, CodingKey {
      case id, url, title, summary
      case contentHTML = "content_html"
      case published = "date_published"
      case modified = "date_modified"
    }
  }

  /// UTF-8 with sorted keys and a newline at the end.
  func bytes() throws -> [UInt8] {
    let document = Document(
      title: feed.title, homePageURL: feed.baseURL, feedURL: feed.baseURL.map { $0 + "feed.json" },
      description: feed.summary.isEmpty ? nil : feed.summary, language: feed.language,
      authors: [Author(name: feed.author)], items: feed.entries.map(item))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(document)) + [0x0A]
  }

  private func item(_ entry: FeedEntry) -> Item {
    Item(
      id: feed.identifier(of: entry), url: feed.baseURL.map { $0 + entry.path.text },
      title: entry.title, summary: entry.summary, contentHTML: entry.contentHTML,
      published: Feed.timestamp(entry.date), modified: Feed.timestamp(entry.updated))
  }
}
