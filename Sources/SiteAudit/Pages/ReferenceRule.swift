import MarketData

/// Attributes that name other elements by their ids.
enum ReferenceRule: PageRule {
  private static let attributes: Set<String> = [
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
    "aria-flowto", "aria-errormessage", "for", "headers", "list",
  ]

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let ids = Set(page.tags.compactMap { $0["id"] })
    for tag in page.tags {
      for attribute in tag.attributes where attributes.contains(attribute.name) {
        for id in attribute.value.split(separator: " ") where !ids.contains(String(id)) {
          findings.add(
            .danglingReference, at: tag.location,
            "`\(attribute.name)` names the id `\(id)`, which the page does not have",
            "Correct the id, or give it to the element that is meant.")
        }
      }
    }
  }
}
