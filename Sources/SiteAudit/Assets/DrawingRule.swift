import MarketData

/// A drawing in a file of its own is well-formed, fetches nothing from elsewhere and runs nothing.
enum DrawingRule {
  static func check(_ bytes: [UInt8], file: String, _ result: inout AssetCheck.Result) {
    var problems: [Diagnostic] = []
    let outline = XMLScanner.outline(of: bytes, file: file, into: &problems)
    result.findings.add(.wellFormed, problems)
    for tag in outline?.tags ?? [] {
      let handler = tag.attributes.first { $0.name.lowercased().hasPrefix("on") }
      if tag.name == "script" || handler != nil {
        result.findings.add(
          .inlineCode, at: tag.location,
          "`\(handler?.name ?? tag.name)` is a script in a drawing", "Leave it out.")
      }
      for address in LinkRule.addresses(of: tag) + [tag["xlink:href"]].compactMap({ $0 }) {
        if tag.name != "a", SiteAddress.isElsewhere(address) {
          result.findings.add(
            .externalRequest, at: tag.location, "the drawing requests `\(address)`",
            "Ship the file with the site.")
        } else if !address.hasPrefix("#") {
          result.links.append(PageFacts.Place(text: address, location: tag.location))
        }
      }
    }
  }
}
