/// Lays out and draws one width of a `PayoffChart`.
struct PayoffDrawing {
  let chart: PayoffChart
  let panels: [PayoffChart.Panel]
  let levels: ClosedRange<Double>
  private let values: LinearScale
  private let ticks: [Double]
  private let tickLabels: [String]
  private let isInThousands: Bool
  private let isWide: Bool
  private let viewWidth: Double
  private let panelsRight: Double

  /// `nil` without any finite value.
  init?(chart: PayoffChart, drawing: Drawing) {
    self.chart = chart
    panels = Array(chart.panels.prefix(4))
    isWide = drawing.width == .wide
    viewWidth = drawing.width.viewWidth
    let levels = panels.flatMap(\.levels).filter(\.isFinite)
    let all = panels.lazy.flatMap { [$0.book, $0.hedge, $0.net].joined() }
    guard let low = levels.min(), let high = levels.max(),
      let values = LinearScale(fitting: all, including: 0, padding: 0.04, start: 1, end: 0)
    else { return nil }
    self.levels = low < high ? low...high : (low - 1)...(high + 1)
    self.values = values
    let ticks = values.ticks(atMost: isWide ? 7 : 6)
    self.ticks = ticks.values
    isInThousands = max(abs(values.lower), abs(values.upper)) >= 5000
    let unit = isInThousands ? 1000.0 : 1
    let step = ticks.values.count > 1 ? (ticks.values[1] - ticks.values[0]) / unit : 1
    let decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
    tickLabels = ticks.values.map {
      NumberText.fixed($0 / unit, decimals: decimals, signed: true)
    }
    panelsRight = viewWidth - (tickLabels.map { drawing.measure($0) }.max() ?? 0) - 8
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    drawing.text(
      (isInThousands ? "$ thousand " : "$ ") + chart.valueCaption, x: 0, y: 14, className: "mu")
    let names = namePlaces(frames(below: 18)[0], for: drawing)
    let frames = frames(below: names != nil ? 18 : 40)
    if names == nil { drawLegend(in: &drawing) }
    drawValueLabels(frames, in: &drawing)
    drawGrid(frames, in: &drawing)
    drawLines(frames, in: &drawing)
    for (index, frame) in frames.enumerated() {
      draw(frame, besides: index == 0 ? names ?? [] : [], in: &drawing)
    }
    for name in names ?? [] { LabelPlacer.draw(name, in: &drawing) }
    let bottom = (frames.map(\.bottom).max() ?? 0) + 46 + intervalRoom
    drawing.text(axisCaption, x: panelsRight, y: bottom - 6, className: "tk", anchor: .end)
    return intervals.drawLegend(below: bottom, in: &drawing)
  }

  private var countsPercent: Bool {
    chart.levelAxis == .percentFromSpot && (chart.spot ?? 0) > 0
  }

  private var axisCaption: String {
    guard let spot = chart.spot, spot.isFinite else { return chart.indexName }
    let level = NumberText.fixed(spot, decimals: 2)
    return countsPercent
      ? "\(chart.indexName), % from \(level)" : "\(chart.indexName), dotted line at \(level)"
  }

  private var intervals: PayoffIntervals {
    PayoffIntervals(chart: chart, panels: panels, levels: levels)
  }

  /// What the bars of the intervals take between a panel and its levels.
  private var intervalRoom: Double { intervals.isEmpty ? 0 : 12 }

  private func frames(below top: Double) -> [PayoffFrame] {
    let columns = panels.count == 1 ? 1 : 2
    let gap = isWide ? 26.0 : 14
    let width = (panelsRight - gap * Double(columns - 1)) / Double(columns)
    let height = isWide ? 140.0 : 118
    return panels.enumerated().map { index, panel in
      let column = index % columns
      let left = Double(column) * (width + gap)
      let rowTop = top + 32 + Double(index / columns) * (height + 54 + intervalRoom)
      return PayoffFrame(
        panel: panel,
        x: LinearScale(
          lower: levels.lowerBound, upper: levels.upperBound, start: left + 2,
          end: left + width - 2),
        y: LinearScale(
          lower: values.lower, upper: values.upper, start: rowTop + height, end: rowTop),
        isRightmost: column == columns - 1 || index == panels.count - 1)
    }
  }

  private func draw(
    _ frame: PayoffFrame, besides names: [LabelPlacer.Placement], in drawing: inout Drawing
  ) {
    drawing.text(
      frame.panel.title.text(in: drawing.width), x: frame.left, y: frame.top - 10, className: "b")
    drawLevelTicks(frame, in: &drawing)
    drawBreakEvens(frame, besides: names, in: &drawing)
  }

  /// Zero lines, hairlines and the spot of all panels, one path each.
  private func drawGrid(_ frames: [PayoffFrame], in drawing: inout Drawing) {
    var (grid, zero, spots) = (PathData(), PathData(), PathData())
    for frame in frames {
      for tick in ticks where tick != 0 {
        grid.horizontal(frame.left, frame.y(tick), to: frame.right)
      }
      zero.horizontal(frame.left, frame.y(0), to: frame.right)
      if let spot = chart.spot, levels.contains(spot) {
        spots.vertical(frame.x(spot), frame.top, to: frame.bottom + 5)
      }
    }
    drawing.path("gr", grid)
    drawing.path("ax", zero)
    drawing.path("kn", spots)
  }

  /// The lines of all panels, one path for each kind, with the break-evens on top.
  private func drawLines(_ frames: [PayoffFrame], in drawing: inout Drawing) {
    for name in names.reversed() {
      var data = PathData()
      for frame in frames {
        data.add(PolylineSimplification.simplified(frame.points(name.values(frame.panel))))
      }
      drawing.path(name.lineClass, data)
    }
    let places = frames.map { (panel: $0.panel, x: $0.x, y: $0.bottom + 9) }
    intervals.draw(places, in: &drawing)
    drawing.circles(
      "be",
      frames.flatMap { frame in
        frame.panel.breakEvens.filter { levels.contains($0) }
          .map { Point(frame.x($0), frame.y(0)) }
      }, radius: 2.8)
  }

  /// The values at the right end of each line of panels.
  private func drawValueLabels(_ frames: [PayoffFrame], in drawing: inout Drawing) {
    for frame in frames where frame.isRightmost {
      let right = frame.right < panelsRight - 1 ? frame.right + panelsRightRoom : viewWidth
      drawing.texts(
        zip(ticks, tickLabels).map { ($1, Point(right, frame.y($0) + 4.5)) }, className: "tk",
        anchor: .end)
    }
  }

  private var panelsRightRoom: Double { viewWidth - panelsRight }

  private func drawLevelTicks(_ frame: PayoffFrame, in drawing: inout Drawing) {
    let percent = countsPercent ? chart.spot : nil
    func shown(_ level: Double) -> Double { percent.map { (level / $0 - 1) * 100 } ?? level }
    let scale = LinearScale(
      lower: shown(levels.lowerBound), upper: shown(levels.upperBound), start: frame.x.start,
      end: frame.x.end)
    let ticks = scale.ticks(atMost: isWide ? 5 : 3)
    var free = frame.left
    var labels: [(text: String, at: Point)] = []
    for tick in ticks.values {
      let label = NumberText.fixed(tick, decimals: ticks.decimals, signed: percent != nil)
      let half = drawing.measure(label) / 2
      // A label at the edge moves inward by the few pixels that it lacks.
      let x = min(max(scale(tick), frame.left + half), frame.right - half)
      let box = drawing.textBox(label, x: x, y: 0, anchor: .middle)
      guard box.minX >= free else { continue }
      free = box.maxX + 6
      labels.append((label, Point(x, frame.bottom + 18 + intervalRoom)))
    }
    drawing.texts(labels, className: "tk", anchor: .middle)
  }
}
