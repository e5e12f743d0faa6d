extension HeatMapDrawing {
  /// Cells of one tint are one path of thick lines; neighbours in a row are one line.
  func drawCells(_ grids: [Grid], in drawing: inout Drawing) {
    var tints: [String: PathData] = [:]
    var (bars, rules, outlines) = (PathData(), PathData(), PathData())
    for grid in grids {
      for (row, values) in zip(chart.rows.indices, grid.panel.values) {
        let y = grid.top + (Double(row) + 0.5) * grid.pitch
        for run in runs(values) {
          let from = grid.left + Double(run.columns.lowerBound) * cellWidth
          let to = grid.left + Double(run.columns.upperBound) * cellWidth
          tints[(grid.hasNumbers ? "q " : "q qs ") + run.tint, default: PathData()]
            .horizontal(from, y, to: to)
          if !grid.hasNumbers, run.tint.hasPrefix("v") { bars.horizontal(from + 1, y, to: to - 1) }
        }
      }
      let bottom = grid.top + grid.pitch * Double(chart.rows.count)
      if chart.columns.count <= 24 {
        for column in chart.columns.indices.dropFirst() {
          rules.vertical(grid.left + Double(column) * cellWidth, grid.top, to: bottom)
        }
      }
      if grid.hasNumbers || grids.count == 1 { addOutlines(grid, to: &outlines) }
    }
    for name in tints.keys.sorted() { drawing.path(name, tints[name] ?? PathData()) }
    drawing.path("qr", rules)
    drawing.path("ax", bars)
    drawing.path("us", outlines)
  }

  /// Neighbouring columns of one tint; columns without one are in no run.
  private func runs(_ values: [Double]) -> [(columns: Range<Int>, tint: String)] {
    let tints = values.prefix(chart.columns.count).map(numbers.tint)
    var result: [(columns: Range<Int>, tint: String)] = []
    for (column, tint) in tints.enumerated() where !tint.isEmpty {
      if let last = result.last, last.tint == tint, last.columns.upperBound == column {
        result[result.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        result.append((column..<(column + 1), tint))
      }
    }
    return result
  }

  private func addOutlines(_ grid: Grid, to outlines: inout PathData) {
    for cell in outlined {
      let left = grid.left + Double(cell.column) * cellWidth
      let top = grid.top + Double(cell.row) * grid.pitch
      outlines.rectangle(
        Box(
          minX: left + 1, minY: top + 1, maxX: left + cellWidth - 1, maxY: top + grid.pitch - 1))
    }
  }

  /// The cells of the usual response that the map has, each once.
  var outlined: [HeatMapChart.Cell] {
    var seen: Set<HeatMapChart.Cell> = []
    return chart.usual.filter {
      chart.rows.indices.contains($0.row) && chart.columns.indices.contains($0.column)
        && seen.insert($0).inserted
    }
  }

  /// The numbers of all cells with the middles of their baselines.
  func cellNumbers(_ grid: Grid) -> [(text: String, at: Point)] {
    zip(chart.rows.indices, grid.panel.values).flatMap { row, values in
      zip(chart.columns.indices, values).map { column, value in
        (numbers.text(value), Point(middle(grid, column), baseline(grid, row)))
      }
    }
  }
}
