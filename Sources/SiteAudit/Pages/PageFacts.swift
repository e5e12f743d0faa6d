import MarketData

/// What the rest of the site needs to know of a page.
struct PageFacts: Sendable {
  /// A word or address with the place where the page says it.
  struct Place: Sendable {
    var text: String
    var location: SourceLocation
  }

  var path: String
  var ids: Set<String> = []
  var links: [Place] = []
  var title: Place?
  var canonical: Place?
  /// Whether the page asks not to be listed by search engines.
  var isUnlisted = false
  var disclaimers = DisclaimerFacts()

  init(path: String) {
    self.path = path
  }

  init(_ page: PageDocument) {
    path = page.path
    ids = Set(page.tags.compactMap { $0["id"] })
    links = LinkRule.links(of: page)
    title = TitleRule.title(of: page)
    canonical = page.tags(named: "link").first { $0["rel"] == "canonical" }.map {
      Place(text: $0["href"] ?? "", location: $0.location)
    }
    isUnlisted = page.tags(named: "meta").contains {
      $0["name"] == "robots" && $0["content"]?.contains("noindex") == true
    }
    disclaimers = DisclaimerFacts(page)
  }
}
