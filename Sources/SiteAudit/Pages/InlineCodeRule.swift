import MarketData

/// No style, script or handler stands in a page; blocks of data are neither.
enum InlineCodeRule: PageRule {
  private static let data: Set<String> = ["application/ld+json", "application/json"]

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    for tag in page.tags {
      let handler = tag.attributes.first { $0.name.utf8.count > 2 && isHandler($0.name) }
      let address = tag.attributes.first { runsScript($0) }
      let isScript = tag.name == "script" && tag["src"] == nil && !data.contains(tag["type"] ?? "")
      guard isScript || tag.name == "style" || tag["style"] != nil || handler != nil else {
        if let address {
          findings.add(
            .inlineCode, at: tag.location, "`\(address.name)` holds a script",
            "Link to a page, and move the script to a file of the site.")
        }
        continue
      }
      findings.add(
        .inlineCode, at: tag.location,
        "`\(handler?.name ?? tag.name)` is an inline style or script",
        "Move it to the stylesheet; the policy of the page forbids it.")
    }
  }

  private static func isHandler(_ name: String) -> Bool {
    var bytes = name.utf8.makeIterator()
    return bytes.next().map { $0 | 0x20 } == 0x6F && bytes.next().map { $0 | 0x20 } == 0x6E
  }

  private static func runsScript(_ attribute: XMLStartTag.Attribute) -> Bool {
    guard attribute.name != "href", ["src", "action", "formaction"].contains(attribute.name) else {
      return false
    }
    return attribute.value.lowercased().hasPrefix("javascript:")
  }
}
