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
    let marks = drawnPanels.contains { !$0.intervals.isEmpty } ? drawnPanels.flatMap(marks) : []
    if !marks.isEmpty { table.columns.append(.init("Mark")) }
    let all = drawnPanels.flatMap(\.levels) + marks.map(\.level)
    for level in Set(all.filter(\.isPlottable)).sorted() {
      let cells = lines.map { panel, _, values -> FigureTable.Cell in
        panel.levels.firstIndex(of: level).map { .value(values, $0) } ?? .missing
      }
      let words = marks.filter { $0.level == level }.map(\.words)
      table.append(
        [.number(level)] + cells
          + (words.isEmpty ? [] : [.text(words.joined(separator: "; "))]))
    }
    return table
  }

  /// Break-evens and ends of intervals, for the table.
  private func marks(_ panel: Panel) -> [(level: Double, words: String)] {
    let evens = panel.breakEvens.map { ($0, "\(panel.title.wide): break-even") }
    let ends = panel.drawnIntervals.flatMap { interval in
      [(interval.lower, "from"), (interval.upper, "to")].map {
        ($0.0, "\(panel.title.wide): \(name(interval)) \($0.1)")
      }
    }
    return evens + ends
  }

  private func name(_ interval: Interval) -> String {
    "\(intervalName.wide) \(PayoffIntervals.percent(interval))"
  }

  private func words(_ intervals: [Interval]) -> String {
    guard !intervals.isEmpty else { return "" }
    let ranges = intervals.map {
      "\(PayoffIntervals.percent($0)) \(NumberText.fixed($0.lower, decimals: 0))"
        + "–\(NumberText.fixed($0.upper, decimals: 0))"
    }
    return "; \(intervalName.wide) \(ranges.joined(separator: ", "))"
  }

  /// The extremes of every line in every panel, and the break-evens.
  public var summary: String {
    drawnPanels.map { panel -> String in
      let lines = [
        (netName.wide, panel.net), (bookName.wide, panel.book), (hedgeName.wide, panel.hedge),
      ].compactMap { extremes($0.0, $0.1, panel.levels) }
      let evens = panel.breakEvens.filter(\.isPlottable).map { NumberText.fixed($0, decimals: 0) }
      let breakEvens = evens.isEmpty ? "" : "; break-evens \(evens.joined(separator: ", "))"
      return "\(panel.title.wide): " + lines.joined(separator: "; ") + breakEvens
        + words(panel.drawnIntervals) + "."
    }.joined(separator: " ")
  }

  private func extremes(_ name: String, _ values: [Double], _ levels: [Double]) -> String? {
    let points = zip(levels, values).filter { $0.0.isPlottable && $0.1.isPlottable }
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
