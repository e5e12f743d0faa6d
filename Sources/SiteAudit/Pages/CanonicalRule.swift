import MarketData

/// The address that a page wants to be known by leads to a page, and that page keeps it.
enum CanonicalRule {
  static func check(_ pages: [PageFacts], _ index: SiteIndex, _ findings: inout Findings) {
    let own = Dictionary(
      pages.map { ($0.path, $0.canonical?.text) }, uniquingKeysWith: { first, _ in first })
    for page in pages {
      guard let canonical = page.canonical else { continue }
      guard SiteAddress.isElsewhere(canonical.text) else {
        findings.add(
          .canonical, at: canonical.location,
          "the canonical address `\(canonical.text)` is not absolute",
          "Begin it with the address of the site.")
        continue
      }
      guard case .file(let target, _) = index.destination(of: canonical.text, from: page.path),
        let answer = own[target]
      else {
        findings.add(
          .canonical, at: canonical.location,
          "the canonical address `\(canonical.text)` is no page of the site",
          "Name the page’s own address.")
        continue
      }
      if target != page.path, answer != canonical.text {
        findings.add(
          .canonical, at: canonical.location,
          "the canonical address `\(canonical.text)` is that of \(target), which has another",
          "Name the address that \(target) names.")
      }
    }
  }
}
