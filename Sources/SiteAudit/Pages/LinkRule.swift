import MarketData

/// Every address of the site leads to one of its files, and every anchor to an id.
enum LinkRule {
  /// The addresses that a page names.
  static func links(of page: PageDocument) -> [PageFacts.Place] {
    page.tags.flatMap { tag -> [PageFacts.Place] in
      // The canonical address has a rule of its own.
      if tag.name == "link", tag["rel"] == "canonical" { return [] }
      return addresses(of: tag).map { PageFacts.Place(text: $0, location: tag.location) }
    }
  }

  /// The addresses of one element.
  static func addresses(of tag: XMLStartTag) -> [String] {
    var found = RequestRule.requests(of: tag)
    if let href = tag["href"], !found.contains(href) { found.append(href) }
    if tag.name == "meta", ["og:url", "og:image"].contains(tag["property"] ?? "") {
      found.append(tag["content"] ?? "")
    }
    return found
  }

  static func check(_ pages: [PageFacts], _ index: SiteIndex, _ findings: inout Findings) {
    for page in pages {
      for link in page.links { check(link, from: page.path, index, &findings) }
    }
  }

  static func check(_ assets: [AssetCheck.Result], _ index: SiteIndex, _ findings: inout Findings) {
    for asset in assets {
      for link in asset.links { check(link, from: asset.path, index, &findings) }
    }
  }

  private static func check(
    _ link: PageFacts.Place, from page: String, _ index: SiteIndex, _ findings: inout Findings
  ) {
    switch index.destination(of: link.text, from: page) {
    case .elsewhere: return
    case .nowhere:
      findings.add(
        .brokenLink, at: link.location, "the link `\(link.text)` leads nowhere",
        "Correct it or add the page.")
    case .file(let file, let fragment):
      guard let fragment, !fragment.isEmpty, let known = index.ids[file],
        !known.contains(fragment), !known.contains(PercentEncoding.decoded(fragment))
      else { return }
      findings.add(
        .brokenAnchor, at: link.location,
        "the link `\(link.text)` names an anchor that \(file) does not have",
        "Correct the part after #.")
    }
  }
}
