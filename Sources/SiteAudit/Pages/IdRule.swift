import MarketData

/// Ids are unique in their page.
enum IdRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    var known: Set<String> = []
    for tag in page.tags {
      guard let id = tag["id"], !known.insert(id).inserted else { continue }
      findings.add(
        .duplicateId, at: tag.location, "the id `\(id)` appears twice",
        "Give every element an id of its own.")
    }
  }
}
