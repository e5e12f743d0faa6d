extension PayoffChart {
  private var drawnPanels: ArraySlice<Panel> { panels.prefix(4) }

  /// Book, hedge and both by index level for every panel; lines that are not drawn have no column.
  public var table: FigureTable {
    let lines = drawnPanels.flatMap { panel in
      [("book", panel.book), ("hedge", panel.hedge), ("net", panel.net)]
        .filter { !$0.1.isEmpty }.map { (panel, $0.0, $0.1) }
    }
    var table = FigureTable(
      columns: [.init(indexName, decimals: 0)]
        + lines.map {
          .init("\($0.0.title.wide): \($0.1)", unit: "$", decimals: 0, isSigned: true)
        })
    let levels = Set(drawnPanels.flatMap(\.levels).filter(\.isFinite)).sorted()
    for level in levels {
      let cells = lines.map { panel, _, values -> FigureTable.Cell in
        panel.levels.firstIndex(of: level).map { .value(values, $0) } ?? .missing
      }
      table.append([.number(level)] + cells)
    }
    return table
  }

  /// The extremes of every line in every panel, and the break-evens.
  public var summary: String {
    drawnPanels.map { panel -> String in
      let lines = [
        (netName.wide, panel.net), (bookName.wide, panel.book), (hedgeName.wide, panel.hedge),
      ].compactMap { extremes($0.0, $0.1, panel.levels) }
      let evens = panel.breakEvens.filter(\.isFinite).map { NumberText.fixed($0, decimals: 0) }
      let breakEvens = evens.isEmpty ? "" : "; break-evens \(evens.joined(separator: ", "))"
      return "\(panel.title.wide): " + lines.joined(separator: "; ") + breakEvens + "."
    }.joined(separator: " ")
  }

  private func extremes(_ name: String, _ values: [Double], _ levels: [Double]) -> String? {
    let points = zip(levels, values).filter { $0.0.isFinite && $0.1.isFinite }
    guard let low = points.min(by: { $0.1 < $1.1 }), let high = points.max(by: { $0.1 < $1.1 })
    else { return nil }
    func words(_ point: (Double, Double)) -> String {
      "\(NumberText.dollars(point.1, signed: true)) at \(NumberText.fixed(point.0, decimals: 0))"
    }
    return low.1 == high.1
      ? "\(name) \(NumberText.dollars(low.1, signed: true)) throughout"
      : "\(name) from \(words(low)) to \(words(high))"
  }
}
