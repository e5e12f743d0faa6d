import Quant

/// Lays out and draws one width of a `DrawdownChart`.
struct DrawdownDrawing {
  private struct Panel {
    let y: LinearScale
    let ticks: [Double]
    let tickLabels: [String]
    var top: Double { min(y.start, y.end) }
    var bottom: Double { max(y.start, y.end) }
  }

  private let chart: DrawdownChart
  private let series: [DrawdownChart.Series]
  private let equity: Panel
  private let falls: Panel
  private let axis: SessionAxis
  private let names: EndLabels

  /// `nil` without dates or values.
  init?(chart: DrawdownChart, series: [DrawdownChart.Series], drawing: Drawing) {
    self.chart = chart
    self.series = series
    guard !series.isEmpty else { return nil }
    let isWide = drawing.width == .wide
    let height = isWide ? 148.0 : 128
    names = EndLabels(
      series.map { line in
        .init(
          name: line.name.text(in: drawing.width), value: chart.equityText(line.values[line.last]),
          lineClass: line.isHedged ? "s net" : "s bl",
          textClass: line.isHedged ? "b ha" : "bl", isBold: line.isHedged)
      }, plotHeight: height + 20, drawing: drawing)
    let top = 34 + names.legendHeight
    let middle = top + height + 48
    guard
      let equity = Self.panel(
        series.flatMap(\.values), top: top, bottom: top + height, isWide ? 6 : 5, signed: false),
      let falls = Self.panel(
        [0] + series.flatMap(\.falls.values), top: middle, bottom: middle + (isWide ? 96 : 88),
        isWide ? 5 : 4, signed: true)
    else { return nil }
    self.equity = equity
    self.falls = falls
    axis = SessionAxis(
      dates: chart.dates, valueLabels: equity.tickLabels + falls.tickLabels,
      endRoom: names.width, drawing: drawing)
  }

  private static func panel(
    _ values: [Double], top: Double, bottom: Double, _ count: Int, signed: Bool
  ) -> Panel? {
    guard
      var y = LinearScale(
        fitting: values, padding: signed ? 0.02 : 0.05, start: bottom, end: top)
    else { return nil }
    // Falls hang from zero, whatever their size.
    if signed {
      let deepest = values.filter(\.isFinite).min() ?? 0
      y = LinearScale(
        lower: deepest < 0 ? deepest * 1.04 : -1, upper: 0, start: bottom, end: top)
    }
    let ticks = y.ticks(atMost: count)
    return Panel(
      y: y, ticks: ticks.values,
      tickLabels: ticks.values.map { NumberText.fixed($0, decimals: ticks.decimals) })
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    title(chart.equityTitle, unit: chart.unit, baseline: 14, in: &drawing)
    names.drawLegend(top: 20, in: &drawing)
    title(chart.drawdownTitle, unit: chart.fallUnit, baseline: falls.top - 16, in: &drawing)
    for panel in [equity, falls] {
      axis.drawGrid(panel.ticks, labels: panel.tickLabels, panel.y, in: &drawing)
    }
    drawing.line(
      "ax", from: Point(axis.left, falls.y(0)), to: Point(axis.right, falls.y(0)))
    axis.draw(at: falls.bottom + 8, in: &drawing)
    drawing.rowsInPlot = axis.rows(from: equity.top - 6, to: falls.bottom + 8)
    for line in series { draw(line, in: &drawing) }
    names.draw(
      at: series.map { Point(axis.x($0.last), equity.y($0.values[$0.last])) },
      x: axis.right - names.width, within: (equity.top - 10)...(equity.bottom + 10),
      in: &drawing)
    labelWorst(in: &drawing)
    return falls.bottom + 34
  }

  private func title(
    _ label: ChartLabel, unit: String, baseline: Double, in drawing: inout Drawing
  ) {
    let words = label.text(in: drawing.width) + (unit.isEmpty ? "" : ", \(unit)")
    drawing.text(
      drawing.fitted(words, to: drawing.width.viewWidth - 8, bold: true), x: axis.left,
      y: baseline, className: "b")
  }

  private func draw(_ line: DrawdownChart.Series, in drawing: inout Drawing) {
    let limit = drawing.width == .wide ? 106 : 64
    let fallen = LineThinning.thinned(axis.points(line.falls.values, falls.y), atMost: limit)
    let equityLine = LineThinning.thinned(axis.points(line.values, equity.y), atMost: limit)
    if line.isHedged || series.count == 1 {
      drawing.path("fa", AreaMark.path(fallen, baseline: falls.y(0)))
    }
    drawing.path(line.isHedged ? "s nt" : "s bl", PathData(points: fallen))
    drawing.path(
      line.isHedged ? "s net" : "s bl", PathData(points: equityLine))
  }

  private func labelWorst(in drawing: inout Drawing) {
    var placer = LabelPlacer(
      bounds: Box(
        minX: axis.left, minY: falls.top - 4, maxX: axis.right - 2, maxY: falls.bottom + 5))
    for line in series { placer.avoid(ObstacleLine(axis.points(line.falls.values, falls.y))) }
    let marks = series.compactMap { line -> (DrawdownChart.Series, Point)? in
      guard let worst = line.falls.worst,
        let point = axis.point(line.falls.values, at: worst.trough, falls.y)
      else { return nil }
      return (line, point)
    }
    for (_, point) in marks {
      placer.occupy(Box(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y).grown(by: 3))
    }
    for (line, point) in marks.reversed() {
      drawing.dots(line.isHedged ? "p2" : "p1", [point])
      placer.place(
        .init(
          text: words(line, isWide: drawing.width == .wide),
          className: line.isHedged ? "b ha" : "bl", isBold: line.isHedged, anchors: [point],
          radius: 3,
          directions: [.right, .left, .belowRight, .belowLeft, .aboveRight, .aboveLeft],
          reach: 12), in: &drawing)
    }
  }

  private func words(_ line: DrawdownChart.Series, isWide: Bool) -> String {
    guard let worst = line.falls.worst else { return "" }
    let isLong = chart.dates.first?.year != chart.dates.last?.year
    let (peak, trough) = (chart.dates[worst.peak], chart.dates[worst.trough])
    let fall = chart.fallText(line.falls.values[worst.trough])
    let from = peak.year == trough.year ? NumberText.short(peak) : NumberText.long(peak)
    let to = isLong ? NumberText.long(trough) : NumberText.short(trough)
    return isWide ? "\(fall), \(from) to \(to)" : "\(fall), \(to)"
  }
}
