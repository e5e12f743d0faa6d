extension HeatMapChart {
  /// One row for every row of every panel, one column for every column of the grid.
  public var table: FigureTable {
    let rowHeads = HeatMapHeads(rows)
    let columnHeads = HeatMapHeads(columns)
    let numbers = HeatMapNumbers(self)
    let decimals = numbers?.decimals ?? decimals
    var table = FigureTable(
      columns: [
        .init("Panel"),
        .init(
          rowName, unit: rowHeads.unit.name(rowUnit), decimals: rowHeads.decimals, isSigned: true),
      ]
        + columnHeads.texts.map {
          .init(
            "\(columnName) \($0)", unit: numbers?.unit.name(unit) ?? unit, decimals: decimals,
            isSigned: true)
        })
    guard let numbers else { return table }
    for panel in panels {
      for (index, row) in rows.enumerated() {
        let values = index < panel.values.count ? panel.values[index] : []
        let cells = columns.indices.map {
          FigureTable.Cell.value(values.map { numbers.unit($0) }, $0)
        }
        table.append([.text(panel.title.wide), .number(rowHeads.unit(row))] + cells)
      }
    }
    return table
  }

  /// The extreme cells of every panel, and the last panel along the usual response.
  public var summary: String {
    guard let numbers = HeatMapNumbers(self) else { return "" }
    let words = HeatMapWords(self, numbers)
    var sentences = panels.compactMap(words.extremes)
    if let panel = panels.last, let line = words.usual(panel) { sentences.append(line) }
    return sentences.joined(separator: " ")
  }
}

/// The sentences about a heat map.
private struct HeatMapWords {
  private let chart: HeatMapChart
  private let numbers: HeatMapNumbers
  private let rowHeads: HeatMapHeads
  private let columnHeads: HeatMapHeads

  init(_ chart: HeatMapChart, _ numbers: HeatMapNumbers) {
    self.chart = chart
    self.numbers = numbers
    rowHeads = HeatMapHeads(chart.rows)
    columnHeads = HeatMapHeads(chart.columns)
  }

  func extremes(_ panel: HeatMapChart.Panel) -> String? {
    sentence("\(panel.title.wide), \(numbers.unit.name(chart.unit))", cells(panel))
  }

  /// The extremes of the outlined cells.
  func usual(_ panel: HeatMapChart.Panel) -> String? {
    let outlined = Set(chart.usual)
    return sentence(
      "\(panel.title.wide) \(chart.usualWords)",
      cells(panel).filter { outlined.contains($0.cell) })
  }

  private func sentence(_ subject: String, _ known: [Known]) -> String? {
    guard let low = known.min(by: { $0.value < $1.value }),
      let high = known.max(by: { $0.value < $1.value })
    else { return nil }
    return low.value == high.value
      ? "\(subject): \(numbers.text(low.value)) throughout."
      : "\(subject): lowest \(text(low)), highest \(text(high))."
  }

  private typealias Known = (cell: HeatMapChart.Cell, value: Double)

  private func cells(_ panel: HeatMapChart.Panel) -> [Known] {
    zip(chart.rows.indices, panel.values).flatMap { row, values in
      zip(chart.columns.indices, values).compactMap { column, value in
        value.isFinite ? (HeatMapChart.Cell(row: row, column: column), value) : nil
      }
    }
  }

  private func text(_ known: Known) -> String {
    let row = "\(rowHeads.texts[known.cell.row])\u{202F}\(rowHeads.unit.name(chart.rowUnit))"
    return
      "\(numbers.text(known.value)) at \(row), \(chart.columnName) \(columnHeads.texts[known.cell.column])"
  }
}
