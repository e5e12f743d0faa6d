import MarketData

/// The files of a site that are for machines: Atom feeds, sitemap, JSON feed.
struct FeedFiles {
  /// An XML document that was read.
  struct Document {
    var path: String
    var outline: XMLOutline
    var root: XMLStartTag
  }

  private var feeds: [Document] = []
  private var sitemaps: [Document] = []
  private var jsonFeeds: [(path: String, bytes: [UInt8])] = []
  private var problems = Findings()

  static let atom = "http://www.w3.org/2005/Atom"
  private static let sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9"

  /// Reads the files; a few for a whole site.
  ///
  /// - Throws: errors of reading.
  init(in site: SiteFolder, paths: [String]) throws {
    for path in paths {
      if path.hasSuffix(".xml") {
        read(try site.read(path), path)
      } else if path == "feed.json" || path.hasSuffix("/feed.json") {
        jsonFeeds.append((path, try site.read(path)))
      }
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String) {
    var faults: [Diagnostic] = []
    let outline = XMLScanner.outline(of: bytes, file: path, into: &faults)
    problems.add(.wellFormed, faults)
    guard let outline, let root = outline.tags.first else { return }
    let document = Document(path: path, outline: outline, root: root)
    let name = path.split(separator: "/").last
    switch (root.name, root.namespace) {
    case ("feed", Self.atom): feeds.append(document)
    case ("urlset", Self.sitemap): sitemaps.append(document)
    default:
      if name == "feed.xml" {
        problems.add(
          .atomFeed, at: root.location, "the root <\(root.name)> is not that of an Atom feed",
          "Begin with <feed xmlns=\"\(Self.atom)\">.")
      } else if name == "sitemap.xml" {
        problems.add(
          .sitemap, at: root.location, "the root <\(root.name)> is not that of a sitemap",
          "Begin with <urlset xmlns=\"\(Self.sitemap)\">.")
      }
    }
  }

  /// Where the site is published: the canonical address of its first page, else what its feed says of
  /// itself; `nil` when neither does.
  func baseURL(pages: [PageFacts]) -> String? {
    if let home = pages.first(where: { $0.path == "index.html" })?.canonical?.text,
      SiteAddress.isElsewhere(home), home.hasSuffix("/")
    {
      return home
    }
    for feed in feeds {
      let own = feed.outline.tags.first {
        $0.depth == 1 && $0.name == "link" && $0["rel"] == "self"
      }
      if let address = own?["href"], address.hasSuffix("/" + feed.path) {
        return String(address.dropLast(feed.path.count))
      }
    }
    return nil
  }

  /// Holds every file to its rules.
  func check(_ pages: [PageFacts], _ index: SiteIndex, _ findings: inout Findings) {
    findings.add(problems)
    for feed in feeds { AtomRule(feed, index).check(&findings) }
    for sitemap in sitemaps { SitemapRule.check(sitemap, pages, index, &findings) }
    for (path, bytes) in jsonFeeds { JSONFeedRule(path, index).check(bytes, &findings) }
  }
}
