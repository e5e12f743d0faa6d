import MarketData

/// Nothing that a browser fetches by itself comes from another host.
enum RequestRule: PageRule {
  private static let attributes: Set<String> = [
    "src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest",
  ]
  /// Relations whose address is named but not fetched.
  private static let names: Set<String> = [
    "canonical", "alternate", "license", "author", "me", "next", "prev", "up", "help",
  ]

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    for tag in page.tags {
      for address in requests(of: tag) where SiteAddress.isElsewhere(address) {
        findings.add(
          .externalRequest, at: tag.location, "the page requests `\(address)`",
          "Ship the file with the site.")
      }
    }
  }

  /// The addresses that an element makes a browser fetch.
  static func requests(of tag: XMLStartTag) -> [String] {
    var found: [String] = []
    for attribute in tag.attributes {
      switch attribute.name {
      case "srcset", "imagesrcset":
        found += candidates(attribute.value)
      case _ where attributes.contains(attribute.name): found.append(attribute.value)
      case "href", "xlink:href":
        if isFetched(tag) { found.append(attribute.value) }
      default: break
      }
    }
    if tag.name == "meta", tag["http-equiv"]?.lowercased() == "refresh",
      let target = tag["content"]?.split(separator: "=", maxSplits: 1).dropFirst().first
    {
      found.append(String(target.drop { $0 == " " }))
    }
    return found
  }

  /// Addresses of a `srcset`, each before its width or density.
  static func candidates(_ text: String) -> [String] {
    text.split(separator: ",").compactMap { part in
      part.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
  }

  private static func isFetched(_ tag: XMLStartTag) -> Bool {
    switch tag.name {
    case "a", "area": return false
    case "link":
      let relations = (tag["rel"] ?? "").lowercased().split(separator: " ").map(String.init)
      return relations.isEmpty || !relations.allSatisfy(names.contains)
    default: return true
    }
  }
}
