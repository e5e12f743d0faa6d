import MarketData

/// The sitemap (sitemaps.org 0.9) lists each page once, by its canonical address, and nothing else.
enum SitemapRule {
  static func check(
    _ sitemap: FeedFiles.Document, _ pages: [PageFacts], _ index: SiteIndex,
    _ findings: inout Findings
  ) {
    let outline = sitemap.outline
    let unlisted = Set(pages.filter(\.isUnlisted).map(\.path))
    var listed: Set<String> = []
    for (element, tag) in outline.tags.enumerated() where tag.name == "loc" {
      let address = outline.words(in: element)
      func report(_ message: String, _ remedy: String) {
        findings.add(.sitemap, at: tag.location, message, remedy)
      }
      guard SiteAddress.isElsewhere(address) else {
        report("`\(address)` is not absolute", "Begin it with the address of the site.")
        continue
      }
      guard listed.insert(address).inserted else {
        report("`\(address)` is listed twice", "List each page once.")
        continue
      }
      guard case .file(let file, _) = index.destination(of: address, from: sitemap.path) else {
        report("`\(address)` is no page of the site", "List pages of the site only.")
        continue
      }
      if unlisted.contains(file) {
        report(
          "`\(address)` asks search engines not to list it",
          "Leave it out, or take noindex from the page.")
      }
    }
    for page in pages where !page.isUnlisted {
      // A page that names another page’s address is listed by that one.
      guard let canonical = page.canonical?.text, canonical == index.address(of: page.path),
        !listed.contains(canonical)
      else { continue }
      findings.add(
        .sitemap, in: sitemap.path, "the page `\(canonical)` is not listed",
        "List every page that has an address of its own.")
    }
  }
}
