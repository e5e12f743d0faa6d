import Quant

/// Lays out and draws one width of a `MomentumChart`.
struct MomentumDrawing {
  private struct Panel {
    let y: LinearScale
    let ticks: [Double]
    let tickLabels: [String]
    let titleBaseline: Double
    /// Room for labels.
    let bounds: ClosedRange<Double>
  }

  private let chart: MomentumChart

  init(chart: MomentumChart) {
    self.chart = chart
  }

  /// Draws everything and returns the height; `nil` without dates or values.
  func draw(in drawing: inout Drawing) -> Double? {
    guard !chart.dates.isEmpty else { return nil }
    let strength = strengthPanel()
    let macd = macdPanel(below: strength?.bounds.upperBound ?? 0)
    guard let last = macd ?? strength else { return nil }
    let axis = SessionAxis(
      dates: chart.dates,
      valueLabels: (strength?.tickLabels ?? []) + (macd?.tickLabels ?? []), drawing: drawing)
    let bottom = last.bounds.upperBound + 2
    axis.draw(at: bottom, in: &drawing)
    drawing.rowsInPlot = axis.rows(from: 20, to: bottom)
    for marker in chart.known where chart.dates.indices.contains(marker.index) {
      let x = axis.x(marker.index)
      drawing.line("kn", from: Point(x, 20), to: Point(x, bottom))
    }
    if let strength { drawStrength(strength, axis, in: &drawing) }
    if let macd { drawMACD(macd, axis, in: &drawing) }
    return bottom + 26
  }

  private func strengthPanel() -> Panel? {
    let values = chart.relativeStrength.prefix(chart.dates.count).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    let lower = min(28, low - 2)
    let upper = max(72, high + 2)
    // Two pixels a point keep the labels of 60 and 70 apart, whatever the range.
    let top = 28.0
    let bottom = top + (upper - lower) * 1.9
    let y = LinearScale(lower: lower, upper: upper, start: bottom, end: top)
    // Labels nearer than eight points would touch.
    let ticks = [30, 70].filter { abs($0 - chart.threshold) >= 8 } + [chart.threshold]
    return Panel(
      y: y, ticks: ticks, tickLabels: ticks.map { NumberText.fixed($0, decimals: 0) },
      titleBaseline: 14, bounds: 3...(bottom + 8))
  }

  private func macdPanel(below edge: Double) -> Panel? {
    let values = chart.macd.prefix(chart.dates.count) + chart.signal.prefix(chart.dates.count)
    let top = edge + 34
    guard
      let y = LinearScale(
        fitting: values, including: 0, padding: 0.04, start: top + 90, end: top)
    else { return nil }
    let ticks = y.ticks(atMost: 5)
    return Panel(
      y: y, ticks: ticks.values,
      tickLabels: ticks.values.map {
        NumberText.fixed($0, decimals: ticks.decimals, signed: true)
      },
      titleBaseline: edge + 18, bounds: (edge + 5)...(top + 96))
  }

  private func drawStrength(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    let outer = zip(panel.ticks, panel.tickLabels).filter { $0.0 != chart.threshold }
    axis.drawGrid(outer.map(\.0), labels: outer.map(\.1), panel.y, in: &drawing)
    let level = panel.y(chart.threshold)
    drawing.line("th", from: Point(axis.left, level), to: Point(axis.right, level))
    drawing.text(
      NumberText.fixed(chart.threshold, decimals: 0), x: drawing.width.viewWidth, y: level + 4.5,
      className: "tk", anchor: .end)
    let title = chart.relativeStrengthTitle.text(in: drawing.width)
    drawing.text(title, x: axis.left, y: panel.titleBaseline, className: "b pu")
    let points = axis.points(chart.relativeStrength, panel.y)
    drawing.path("s pu", PathData(points: points))

    var placer = placer(panel, axis)
    placer.occupy(
      drawing.textBox(title, x: axis.left, y: panel.titleBaseline, anchor: .start, bold: true))
    placer.avoid(ObstacleLine(points))
    placer.avoid(ObstacleLine([Point(axis.left, level), Point(axis.right, level)], weight: 0.1))
    drawFailureSwings(panel, axis, &placer, in: &drawing)
    if let index = chart.relativeStrength.prefix(chart.dates.count).lastIndex(where: \.isFinite),
      let last = axis.point(chart.relativeStrength, at: index, panel.y)
    {
      placer.place(
        .init(
          text: NumberText.fixed(chart.relativeStrength[index], decimals: 1), className: "b pu",
          isBold: true, anchors: [Point(last.x - 5, last.y)],
          directions: [.belowLeft, .aboveLeft, .left], hasLeader: false), in: &drawing)
    }
    labelFailureSwings(panel, axis, &placer, in: &drawing)
  }

  private func drawFailureSwings(
    _ panel: Panel, _ axis: SessionAxis, _ placer: inout LabelPlacer, in drawing: inout Drawing
  ) {
    for swing in chart.failureSwings {
      func point(_ index: Int) -> Point? {
        axis.point(chart.relativeStrength, at: index, panel.y)
      }
      let first = swing.firstHigh.flatMap(point)
      let second = point(swing.secondHigh)
      if let first, let second {
        drawing.line("fs", from: first, to: second)
        placer.avoid(ObstacleLine([first, second]))
      }
      let marks = [first, second, point(swing.known)].compactMap { $0 }
      drawing.circles("sw pus", marks, radius: 3.4)
      for mark in marks {
        placer.occupy(Box(minX: mark.x, minY: mark.y, maxX: mark.x, maxY: mark.y).grown(by: 3))
      }
    }
  }

  private func labelFailureSwings(
    _ panel: Panel, _ axis: SessionAxis, _ placer: inout LabelPlacer, in drawing: inout Drawing
  ) {
    // The latest first, because labels placed later may find no room.
    for swing in chart.failureSwings.reversed() {
      if let high = axis.point(chart.relativeStrength, at: swing.secondHigh, panel.y) {
        placer.place(
          .init(
            text: swing.highLabel.text(in: drawing.width), className: "an", anchors: [high],
            radius: 3.4, directions: [.aboveRight, .above, .aboveLeft, .right, .left]),
          in: &drawing)
      }
      if let known = axis.point(chart.relativeStrength, at: swing.known, panel.y) {
        placer.place(
          .init(
            text: swing.knownLabel.text(in: drawing.width), className: "an", anchors: [known],
            radius: 3.4, directions: [.left, .belowLeft, .below, .belowRight, .right]),
          in: &drawing)
      }
    }
  }

  private func drawMACD(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    axis.drawGrid(panel.ticks, labels: panel.tickLabels, panel.y, in: &drawing)
    let title = chart.macdTitle.text(in: drawing.width)
    let rest = chart.signalTitle.text(in: drawing.width)
    let restX = axis.left + drawing.measure(title, bold: true) + 3
    drawing.text(title, x: axis.left, y: panel.titleBaseline, className: "b bl")
    drawing.text(rest, x: restX, y: panel.titleBaseline, className: "mu")
    let signal = axis.points(chart.signal, panel.y)
    let macd = axis.points(chart.macd, panel.y)
    drawing.path("s sg", PathData(points: signal))
    drawing.path("s bl", PathData(points: macd))

    var placer = placer(panel, axis)
    placer.occupy(
      drawing.textBox(title, x: axis.left, y: panel.titleBaseline, anchor: .start, bold: true))
    placer.occupy(drawing.textBox(rest, x: restX, y: panel.titleBaseline, anchor: .start))
    placer.avoid(ObstacleLine(macd))
    placer.avoid(ObstacleLine(signal))
    let marks = chart.crossUnders.compactMap { mark in
      axis.point(chart.macd, at: mark.index, panel.y).map { (mark, $0) }
    }
    drawing.circles("sw bls", marks.map(\.1), radius: 4)
    for (_, point) in marks {
      placer.occupy(Box(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y).grown(by: 3))
    }
    for (mark, point) in marks.reversed() {
      placer.place(
        .init(
          text: mark.label.text(in: drawing.width), className: "an", anchors: [point], radius: 4,
          directions: [.aboveLeft, .belowLeft, .above, .below, .aboveRight, .belowRight]),
        in: &drawing)
    }
  }

  private func placer(_ panel: Panel, _ axis: SessionAxis) -> LabelPlacer {
    var placer = LabelPlacer(
      bounds: Box(
        minX: axis.left, minY: panel.bounds.lowerBound, maxX: axis.right - 2,
        maxY: panel.bounds.upperBound))
    for marker in chart.known where chart.dates.indices.contains(marker.index) {
      let x = axis.x(marker.index)
      placer.avoid(
        ObstacleLine([Point(x, panel.bounds.lowerBound), Point(x, panel.bounds.upperBound)]))
    }
    return placer
  }
}
