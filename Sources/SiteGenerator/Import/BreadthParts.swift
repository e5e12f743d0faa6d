import MarketData
import Quant

/// The breadth input, made of figures that came as files of their own.
enum BreadthParts {
  /// The sources of the parts.
  static let advances = "nyse-advn"
  static let declines = "nyse-decln"
  static let unchanged = "nyse-unchn"

  /// The days on which advances and declines are both known.
  static func combined(
    advances: StoredTable, declines: StoredTable, unchanged: StoredTable?
  ) -> StoredTable? {
    guard let layout = StoredTable.Layout(.breadth) else { return nil }
    let declines = values(of: declines)
    let unchanged = unchanged.map(values(of:)) ?? [:]
    let rows = values(of: advances).compactMap { date, advances in
      declines[date].map { [date, advances, $0, unchanged[date] ?? ""] }
    }
    return rows.isEmpty ? nil : StoredTable(layout: layout, rows: rows)
  }

  private static func values(of table: StoredTable) -> [String: String] {
    guard let date = table.layout.columns.firstIndex(of: "date"),
      let value = table.layout.columns.firstIndex(of: "value")
    else { return [:] }
    return Dictionary(table.rows.map { ($0[date], $0[value]) }) { _, last in last }
  }
}

extension ImportRun {
  /// Makes the breadth input when this import brought advances or declines and both are there.
  mutating func combineBreadth() throws {
    guard hasChanged(BreadthParts.advances) || hasChanged(BreadthParts.declines),
      let advances = try stored(BreadthParts.advances),
      let declines = try stored(BreadthParts.declines),
      let table = BreadthParts.combined(
        advances: advances, declines: declines, unchanged: try stored(BreadthParts.unchanged)),
      let last = plan.reports.indices.last
    else { return }
    let target = ImportTarget(
      id: "breadth", table: table, kind: .published, units: "issues",
      title: "Advances, declines and unchanged issues of the NYSE")
    try storeCombined(target, parts: [BreadthParts.advances, BreadthParts.declines], into: last)
  }
}
