/// Lays out and draws one width of a `TermStructureChart`.
struct TermStructureDrawing {
  /// A curve with its drawable points in order of days.
  struct Line {
    let label: String
    let value: String
    let points: [TermStructureChart.Point]
    let emphasis: TermStructureChart.Emphasis

    /// `nil` when the curve has no finite value.
    init?(_ curve: TermStructureChart.Curve, decimals: Int) {
      var points = curve.points
      if let spot = curve.spot { points.append(.init(days: 0, value: spot)) }
      points = points.filter { $0.days.isPlottable && $0.value.isPlottable && $0.days >= 0 }
        .sorted { $0.days < $1.days }
      guard let first = points.first else { return nil }
      self.label = curve.label
      self.value = NumberText.fixed(first.value, decimals: decimals)
      self.points = points
      self.emphasis = curve.emphasis
    }

    var lineClass: String {
      switch emphasis {
      case .current: "s l1"
      case .previous: "s l2"
      case .older: "s l3"
      }
    }

    var dotClass: String {
      switch emphasis {
      case .current: "p1"
      case .previous: "p2"
      case .older: "p3"
      }
    }

    var labelClass: String {
      switch emphasis {
      case .current: "b a"
      case .previous: ""
      case .older: "mu"
      }
    }

    var isBold: Bool { emphasis == .current }
  }

  private let chart: TermStructureChart
  private let lines: [Line]
  private let top = 20.0
  private let bottom: Double
  private let stacksLabels: Bool

  init(chart: TermStructureChart, lines: [Line], width: FigureWidth) {
    self.chart = chart
    self.lines = lines
    bottom = width == .wide ? 246 : 204
    let longest =
      lines.map {
        TextWidth.of("\($0.label)\u{2002}\($0.value)", size: width.fontSize, bold: $0.isBold)
      }.max() ?? 0
    stacksLabels = longest > width.viewWidth * 0.25
  }

  /// Draws everything and returns the height; `nil` when the values span no scale.
  func draw(in drawing: inout Drawing) -> Double? {
    let values = lines.lazy.flatMap(\.points).map(\.value)
    guard
      let y = LinearScale(fitting: values, padding: 0.09, start: bottom, end: top)
    else { return nil }
    let isWide = drawing.width == .wide
    let ticks = y.ticks(atMost: isWide ? 7 : 6)
    let tickTexts = ticks.values.map { NumberText.fixed($0, decimals: ticks.decimals) }
    let left = labelWidth(drawing) + (isWide ? 12 : 8)
    let right =
      drawing.width.viewWidth - (tickTexts.map { drawing.measure($0) }.max() ?? 0)
      - (isWide ? 12 : 8)
    let days = lines.lazy.flatMap(\.points).map(\.days).max() ?? 0
    let x = LinearScale(
      lower: 0, upper: days > 0 ? days * 1.02 : 30, start: left, end: right)

    var grid = PathData()
    for (value, text) in zip(ticks.values, tickTexts) {
      grid.horizontal(left, y(value), to: right)
      drawing.text(
        text, x: drawing.width.viewWidth, y: y(value) + 4.5, className: "tk", anchor: .end)
    }
    drawing.path("gr", grid)
    drawDayAxis(x, from: left, to: right, in: &drawing)
    drawLines(x, y, in: &drawing)
    drawStartLabels(x, y, left: left, in: &drawing)
    drawAnnotation(x, y, from: left, to: right, in: &drawing)
    return bottom + 46
  }

  private func labelWidth(_ drawing: Drawing) -> Double {
    lines.map { line in
      stacksLabels
        ? max(
          drawing.measure(line.label, bold: line.isBold),
          drawing.measure(line.value, bold: line.isBold))
        : drawing.measure("\(line.label)\u{2002}\(line.value)", bold: line.isBold)
    }.max() ?? 0
  }

  private func drawDayAxis(
    _ x: LinearScale, from left: Double, to right: Double, in drawing: inout Drawing
  ) {
    drawing.line("ax", from: Point(left, bottom), to: Point(right, bottom))
    let limit = drawing.width == .wide ? 9 : 5
    let steps = [1, 2, 5, 10, 15, 30, 60, 90, 180, 360, 720, 1800, 3600, 36_000]
    let step = steps.first { x.upper / Double($0) < Double(limit) } ?? 360_000
    var marks = PathData()
    for value in stride(from: 0, through: x.upper, by: Double(step)) {
      marks.vertical(x(value), bottom, to: bottom + 5)
      drawing.text(
        NumberText.fixed(value, decimals: 0), x: x(value), y: bottom + 19, className: "tk",
        anchor: .middle)
    }
    drawing.path("ax", marks)
    drawing.text(chart.axisCaption, x: right, y: bottom + 40, className: "tk", anchor: .end)
  }

  private func drawLines(_ x: LinearScale, _ y: LinearScale, in drawing: inout Drawing) {
    // Older curves first, so that the day's own lies on top.
    let order: [TermStructureChart.Emphasis] = [.older, .previous, .current]
    for emphasis in order {
      for line in lines where line.emphasis == emphasis {
        let points = line.points.map { Point(x($0.days), y($0.value)) }
        if points.count > 1 { drawing.path(line.lineClass, PathData(points: points)) }
        drawing.dots(line.dotClass, points, isSmall: emphasis != .current)
      }
    }
  }

  private func drawStartLabels(
    _ x: LinearScale, _ y: LinearScale, left: Double, in drawing: inout Drawing
  ) {
    let starts = lines.map { Point(x($0.points[0].days), y($0.points[0].value)) }
    let lineHeight = drawing.width.lineHeight
    let rows = stacksLabels ? 2.0 : 1.0
    let half = rows * lineHeight / 2
    let centres = VerticalSpacing.spread(
      starts.map(\.y), distance: rows * lineHeight + (stacksLabels ? 5 : 1),
      within: half...bottom)
    let end = left - (drawing.width == .wide ? 12 : 8)
    for (index, line) in lines.enumerated() {
      let centre = centres[index]
      let start = starts[index]
      let isFar = abs(centre - start.y) > 6 || start.x - left > 12
      if isFar {
        drawing.line("ld", from: Point(end + 2, centre), to: Point(start.x - 4.5, start.y))
      }
      let texts = stacksLabels ? [line.label, line.value] : ["\(line.label)\u{2002}\(line.value)"]
      for (row, text) in texts.enumerated() {
        drawing.text(
          text, x: end, y: centre - half + (Double(row) + 0.5) * lineHeight + 4.5,
          className: line.labelClass, anchor: .end)
      }
    }
  }

  private func drawAnnotation(
    _ x: LinearScale, _ y: LinearScale, from left: Double, to right: Double,
    in drawing: inout Drawing
  ) {
    guard let annotation = chart.annotation, annotation.at.days.isPlottable,
      annotation.at.value.isPlottable, (x.lower...x.upper).contains(annotation.at.days),
      (y.lower...y.upper).contains(annotation.at.value)
    else { return }
    var placer = LabelPlacer(bounds: Box(minX: left + 4, minY: 2, maxX: right, maxY: bottom - 2))
    for line in lines {
      placer.avoid(ObstacleLine(line.points.map { Point(x($0.days), y($0.value)) }, weight: 2))
    }
    placer.place(
      LabelPlacer.Request(
        text: annotation.label.text(in: drawing.width), className: "an",
        anchors: [Point(x(annotation.at.days), y(annotation.at.value))], radius: 3,
        directions: [.aboveRight, .belowRight, .above, .below, .aboveLeft, .belowLeft], reach: 28),
      in: &drawing)
  }
}
