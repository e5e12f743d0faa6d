import MarketData

/// What is known of the whole site once every page was read.
struct SiteIndex {
  let site: SiteFolder
  /// The ids of every page, by its path.
  let ids: [String: Set<String>]
  /// Where the site is published, with a closing slash; `nil` when it does not say.
  let baseURL: String?

  init(site: SiteFolder, pages: [PageFacts], baseURL: String?) {
    self.site = site
    ids = Dictionary(pages.map { ($0.path, $0.ids) }) { first, _ in first }
    self.baseURL = baseURL
  }

  /// Where an address leads.
  enum Destination: Equatable {
    /// To another host, or nowhere by nature (`mailto:`).
    case elsewhere
    /// To a file of the site, and to an id in it.
    case file(String, fragment: String?)
    /// To no file of the site.
    case nowhere
  }

  /// Where an address on a page leads: relative, or absolute below the site's own address.
  func destination(of address: String, from page: String) -> Destination {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]) : nil
    let body = String(parts[0].prefix { $0 != "?" })
    if let baseURL, let inside = SiteAddress.path(of: body, below: baseURL) {
      return file(inside, fragment)
    }
    if SiteAddress.isElsewhere(address) || SiteAddress.asksNothing(address) { return .elsewhere }
    if body.isEmpty { return .file(page, fragment: fragment) }
    guard let path = SiteAddress.resolve(body, from: page) else { return .nowhere }
    return file(path, fragment)
  }

  private func file(_ path: String, _ fragment: String?) -> Destination {
    for candidate in [path, PercentEncoding.decoded(path)] where site.paths.contains(candidate) {
      return .file(candidate, fragment: fragment)
    }
    return .nowhere
  }

  /// The address that a page is published at; `nil` when the site does not say where.
  func address(of page: String) -> String? {
    guard let baseURL else { return nil }
    let isIndex = page == "index.html" || page.hasSuffix("/index.html")
    return baseURL + (isIndex ? String(page.dropLast("index.html".count)) : page)
  }
}
