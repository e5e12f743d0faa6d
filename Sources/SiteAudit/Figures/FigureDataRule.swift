import MarketData

/// The files of a figure hold what its table shows: a number that is downloaded is the one printed.
enum FigureDataRule {
  static func check(
    _ page: PageDocument, _ site: SiteFolder, _ findings: inout Findings
  ) throws {
    for index in page.indices(named: "details")
    where PageDocument.hasClass(page.tags[index], "twin") {
      let inside = page.outline.inside(index)
      guard let table = page.indices(named: "table").first(where: inside.contains) else { continue }
      let files = page.indices(named: "a").filter(inside.contains).map { page.tags[$0] }
        .filter { $0["download"] != nil }
      guard !files.isEmpty else { continue }
      let shown = rows(of: table, page)
      for link in files {
        guard let path = SiteAddress.resolve(link["href"] ?? "", from: page.path),
          site.paths.contains(path)
        else { continue }
        let bytes = try site.read(path)
        if path.hasSuffix(".csv") {
          compare(FigureCSV.rows(of: bytes, file: path), with: shown, path, link, &findings)
        } else if path.hasSuffix(".json") {
          compare(FigureJSON.rows(of: bytes), with: Array(shown.dropFirst()), path, link, &findings)
        }
      }
    }
  }

  /// The cells of a table by rows, its head first.
  private static func rows(of table: Int, _ page: PageDocument) -> [[String]] {
    var rows: [[String]] = []
    for index in page.outline.inside(table) {
      switch page.tags[index].name {
      case "tr": rows.append([])
      case "th", "td":
        if !rows.isEmpty { rows[rows.count - 1].append(page.outline.words(in: index)) }
      default: break
      }
    }
    return rows
  }

  private static func compare(
    _ stored: [[String]]?, with shown: [[String]], _ path: String, _ link: XMLStartTag,
    _ findings: inout Findings
  ) {
    let remedy = "Build the site again, so that table and file come from the same values."
    guard let stored else {
      return findings.add(.figureData, at: link.location, "\(path) cannot be read", remedy)
    }
    guard stored.count == shown.count else {
      return findings.add(
        .figureData, at: link.location,
        "\(path) has \(stored.count) rows where the table has \(shown.count)", remedy)
    }
    for (row, (own, other)) in zip(stored, shown).enumerated() {
      let cell =
        own.count == other.count
        ? zip(own, other).first { !FigureValue.agree($0, $1) }
        : (own.joined(separator: ", "), other.joined(separator: ", "))
      guard let cell else { continue }
      return findings.add(
        .figureData, at: link.location,
        "row \(row + 1) of \(path) says `\(cell.0)` where the table says `\(cell.1)`", remedy)
    }
  }
}
