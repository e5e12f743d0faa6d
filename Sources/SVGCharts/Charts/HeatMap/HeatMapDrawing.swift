/// Lays out and draws one width of a `HeatMapChart`.
struct HeatMapDrawing {
  /// One panel with its place.
  struct Grid {
    let panel: HeatMapChart.Panel
    let left: Double
    /// Upper edge of the cells.
    let top: Double
    let hasNumbers: Bool
    /// Whether the heads of the columns stand above it.
    let hasHeads: Bool
    /// Whether the heads of the rows stand beside it.
    let isFirst: Bool
    /// Distance of rows.
    var pitch: Double { hasNumbers ? 24 : 15 }
  }

  /// Numbers of more cells than this in both drawings would make the figure too large.
  private static let mostNumbers = (wide: 135, both: 84)

  let chart: HeatMapChart
  let numbers: HeatMapNumbers
  private let rows: HeatMapHeads
  private let columns: HeatMapHeads
  private let headRoom: Double
  private let perLine: Int
  let cellWidth: Double
  private let numbersFit: Bool
  private let isWide: Bool

  /// `nil` without a finite value.
  init?(chart: HeatMapChart, drawing: Drawing) {
    guard let numbers = HeatMapNumbers(chart) else { return nil }
    self.chart = chart
    self.numbers = numbers
    rows = HeatMapHeads(chart.rows)
    columns = HeatMapHeads(chart.columns)
    isWide = drawing.width == .wide
    let viewWidth = drawing.width.viewWidth
    let headRoom = (rows.texts.map { drawing.measure($0) }.max() ?? 0).rounded(.up) + 8
    let longest =
      chart.panels.flatMap { $0.values.joined() }
      .map { drawing.measure(numbers.text($0)) }.max() ?? 0
    func width(_ count: Int) -> Double {
      let room = viewWidth - headRoom - Double(count - 1) * 14
      return min((room / Double(count * chart.columns.count)).rounded(.down), 56)
    }
    let choices = (isWide ? [3, 2, 1] : [1]).filter { $0 <= chart.panels.count }
    let perLine = choices.first { longest + 3 <= width($0) }
    self.headRoom = headRoom
    self.perLine = perLine ?? choices.last ?? 1
    cellWidth = max(width(self.perLine), 2)
    numbersFit = perLine != nil
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    let caption = chart.valueCaption.text(in: drawing.width)
    let unit = numbers.unit.name(chart.unit)
    drawing.text(
      caption.isEmpty ? unit : "\(unit), \(caption)", x: 0, y: 14, className: "mu")
    drawing.text(
      "↓ \(chart.rowName), \(rows.unit.name(chart.rowUnit))\u{2003}"
        + "→ \(chart.columnName), \(columns.unit.name(chart.columnUnit))",
      x: 0, y: 32, className: "tk")
    let grids = grids(below: 40)
    for grid in grids {
      drawing.text(
        grid.panel.title.text(in: drawing.width), x: grid.left,
        y: grid.top - (grid.hasHeads ? 26 : 8), className: "b")
    }
    drawHeads(grids, in: &drawing)
    drawCells(grids, in: &drawing)
    drawing.texts(grids.filter(\.hasNumbers).flatMap(cellNumbers), anchor: .middle)
    let bottom = grids.map { $0.top + $0.pitch * Double(chart.rows.count) }.max() ?? 40
    return drawLegend(grids, below: bottom + 8, in: &drawing)
  }

  private func grids(below top: Double) -> [Grid] {
    let cells = chart.rows.count * chart.columns.count
    let total = cells * chart.panels.count
    let keepsAll = total <= (isWide ? Self.mostNumbers.wide : Self.mostNumbers.both)
    let keepsLast = cells <= Self.mostNumbers.both
    let width = cellWidth * Double(chart.columns.count)
    var grids: [Grid] = []
    var lineTop = top
    for (index, panel) in chart.panels.enumerated() {
      let column = index % perLine
      let isLast = index == chart.panels.count - 1
      if column == 0, let above = grids.last {
        lineTop = above.top + above.pitch * Double(chart.rows.count) + 8
      }
      let hasNumbers = numbersFit && (keepsAll || (isLast && keepsLast))
      let hasHeads = hasNumbers || index < perLine
      grids.append(
        Grid(
          panel: panel, left: headRoom + Double(column) * (width + 14),
          top: lineTop + (hasHeads ? 44 : 26), hasNumbers: hasNumbers, hasHeads: hasHeads,
          isFirst: column == 0))
    }
    return grids
  }

  func middle(_ grid: Grid, _ column: Int) -> Double {
    grid.left + ((Double(column) + 0.5) * cellWidth).rounded(.down)
  }

  func baseline(_ grid: Grid, _ row: Int) -> Double {
    (grid.top + (Double(row) + 0.5) * grid.pitch + 4.5).rounded(.down)
  }

  /// Heads of the columns over every panel that stands at the top or has numbers, heads of the rows
  /// left of the first panel in a line; as many as do not touch.
  private func drawHeads(_ grids: [Grid], in drawing: inout Drawing) {
    let longest = columns.texts.map { drawing.measure($0) }.max() ?? 0
    let everyColumn = max(1, Int(((longest + 4) / cellWidth).rounded(.up)))
    var heads: [(text: String, at: Point)] = []
    for grid in grids where grid.hasHeads {
      for (index, text) in columns.texts.enumerated() where index % everyColumn == 0 {
        let x = middle(grid, index)
        let half = drawing.measure(text) / 2
        guard x - half >= 0, x + half <= drawing.width.viewWidth else { continue }
        heads.append((text, Point(x, grid.top - 7)))
      }
    }
    for height in Set(heads.map(\.at.y)).sorted() {
      drawing.texts(heads.filter { $0.at.y == height }, className: "tk", anchor: .middle)
    }
    let everyRow = max(1, rows.texts.count / 20)
    drawing.texts(
      grids.filter(\.isFirst).flatMap { grid in
        rows.texts.enumerated().filter { $0.offset % everyRow == 0 }.map {
          ($0.element, Point(grid.left - 7, baseline(grid, $0.offset)))
        }
      }, className: "tk", anchor: .end)
  }

  /// What outlines and bars mean, and without numbers what the tints span; returns the height.
  private func drawLegend(
    _ grids: [Grid], below top: Double, in drawing: inout Drawing
  ) -> Double {
    var bottom = top
    if !outlined.isEmpty, !chart.usualName.text(in: drawing.width).isEmpty {
      var box = PathData()
      box.rectangle(Box(minX: 1, minY: bottom + 1, maxX: 18, maxY: bottom + 14))
      drawing.path("us", box)
      drawing.text(
        chart.usualName.text(in: drawing.width), x: 25, y: bottom + 12, className: "tk")
      bottom += 20
    }
    guard !grids.allSatisfy(\.hasNumbers) else { return bottom + 2 }
    if !grids.contains(where: \.hasNumbers) {
      bottom = HeatMapTints.draw(numbers, below: bottom, in: &drawing)
    }
    guard !chart.barCaption.isEmpty else { return bottom + 2 }
    drawing.line("q qs v1", from: Point(1, bottom + 8), to: Point(18, bottom + 8))
    drawing.line("ax", from: Point(2, bottom + 8), to: Point(17, bottom + 8))
    drawing.text(chart.barCaption, x: 25, y: bottom + 12, className: "tk")
    return bottom + 22
  }
}
