import MarketData

/// Tables have names, and their headers say what they head.
enum TableRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    for index in page.indices(named: "table") where !isNamed(index, page) {
      findings.add(
        .unnamedTable, at: page.tags[index].location, "the table has no name",
        "Give it a <caption>, or name it with aria-label or aria-labelledby.")
    }
    for index in page.indices(named: "th") {
      let header = page.tags[index]
      if header["scope"] == nil {
        findings.add(
          .headerScope, at: header.location,
          "the header cell does not say whether it heads a column or a row",
          "Give it scope=\"col\" or scope=\"row\".")
      }
      if header["aria-label"]?.isEmpty != false, page.outline.words(in: index).isEmpty {
        findings.add(
          .emptyHeader, at: header.location, "the header cell is empty",
          "Give it words, or make it a <td>.")
      }
    }
  }

  /// Whether a table, or what it lies in, tells what it shows.
  ///
  /// The twin of a figure lies in a scrolling region that is named by the line that opens it.
  private static func isNamed(_ index: Int, _ page: PageDocument) -> Bool {
    let table = page.tags[index]
    if names(table) || table["role"] == "presentation" { return true }
    if page.outline.inside(index).contains(where: { page.tags[$0].name == "caption" }) {
      return true
    }
    var depth = table.depth
    for ancestor in stride(from: index - 1, through: 0, by: -1)
    where page.tags[ancestor].depth < depth {
      let tag = page.tags[ancestor]
      depth = tag.depth
      if tag["role"] == "region", names(tag) { return true }
      if tag.name == "main" || tag.name == "body" { return false }
    }
    return false
  }

  private static func names(_ tag: XMLStartTag) -> Bool {
    [tag["aria-label"], tag["aria-labelledby"]].contains { $0?.isEmpty == false }
  }
}
