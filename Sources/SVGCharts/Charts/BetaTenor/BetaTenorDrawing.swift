/// Lays out and draws one width of a `BetaTenorChart`.
struct BetaTenorDrawing {
  /// The horizontal axis, linear or logarithmic.
  private enum Days {
    case linear(LinearScale, ValueUnit)
    case logarithmic(LogScale)

    func callAsFunction(_ days: Double) -> Double {
      switch self {
      case .linear(let scale, let unit): scale(unit(days))
      case .logarithmic(let scale): scale(days)
      }
    }

    func ticks(atMost count: Int) -> [BottomAxis.Tick] {
      switch self {
      case .linear(let scale, _): BottomAxis.ticks(scale, atMost: count)
      case .logarithmic(let scale):
        scale.ticks(atMost: count).map {
          .init(x: scale($0), label: Self.label($0))
        }
      }
    }

    /// Days as they are, powers of ten beyond what one would read.
    private static func label(_ days: Double) -> String {
      let unit = ValueUnit(largest: days, below: 1_000_000)
      let number = NumberText.fixed(unit(days), decimals: DecimalsNeeded.of([unit(days)]))
      return unit.name(number)
    }
  }

  private let chart: BetaTenorChart
  private let estimates: [BetaTenorChart.Estimate]
  private let curve: [BetaTenorChart.CurvePoint]
  private let x: Days
  private let y: ValueAxis
  private let top = 30.0
  private let bottom: Double
  private let left = 2.0
  private let right: Double

  /// `nil` without a finite value.
  init?(chart: BetaTenorChart, drawing: Drawing) {
    let isWide = drawing.width == .wide
    let bottom = isWide ? 244.0 : 206
    let estimates = chart.drawnEstimates
    let curve = chart.drawnCurve
    let values = estimates.flatMap { [$0.beta, $0.low, $0.high] } + curve.map(\.beta)
    guard
      let y = ValueAxis(
        fitting: values, including: 0, padding: 0.05, start: bottom, end: top,
        atMost: 6)
    else { return nil }
    let right = drawing.width.viewWidth - y.labelWidth(in: drawing) - 8
    let days = estimates.map(\.days) + curve.map(\.days)
    switch chart.daysAxis {
    case .linear:
      let unit = ValueUnit(fitting: days, below: 100_000)
      guard
        let scale = LinearScale(
          fitting: days.map { unit($0) }, including: 0, padding: 0, start: left + 2,
          end: right - (isWide ? 26 : 20))
      else { return nil }
      x = .linear(scale, unit)
    case .logarithmic:
      guard
        let scale = LogScale(
          fitting: days, padding: 0.05, start: left + 2, end: right - (isWide ? 26 : 20))
      else { return nil }
      x = .logarithmic(scale)
    }
    self.chart = chart
    self.estimates = estimates
    self.curve = curve
    self.y = y
    self.bottom = bottom
    self.right = right
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    let width = drawing.width
    let hasIntervals = estimates.contains { $0.low.isFinite && $0.high.isFinite }
    drawing.text(
      y.unit.name(chart.valueCaption.text(in: width))
        + (hasIntervals ? chart.intervalName.text(in: width) : ""), x: 0, y: 14, className: "mu")
    y.drawGrid(from: left, to: right, in: &drawing)
    BottomAxis.draw(
      x.ticks(atMost: width == .wide ? 8 : 5), from: left, to: right, at: bottom, in: &drawing)
    drawing.text(axisCaption(width), x: right, y: bottom + 38, className: "tk", anchor: .end)
    let line = curve.map { Point(x($0.days), y($0.beta)) }
    drawing.path(
      "s l3",
      PathData(points: PolylineSimplification.simplified(line)))
    drawIntervals(in: &drawing)
    drawing.dots("p1", estimates.map(point))
    drawLabels(line, in: &drawing)
    return bottom + 44
  }

  private func axisCaption(_ width: FigureWidth) -> String {
    let caption = chart.axisCaption.text(in: width)
    switch x {
    case .linear(_, let unit): return unit.name(caption)
    case .logarithmic: return caption + chart.logarithmicCaption
    }
  }

  private func point(_ one: BetaTenorChart.Estimate) -> Point { Point(x(one.days), y(one.beta)) }

  private func interval(_ one: BetaTenorChart.Estimate) -> (top: Point, bottom: Point)? {
    guard one.low.isFinite, one.high.isFinite else { return nil }
    return (
      Point(x(one.days), y(max(one.low, one.high))), Point(x(one.days), y(min(one.low, one.high)))
    )
  }

  private func drawIntervals(in drawing: inout Drawing) {
    var bars = PathData()
    for case let ends? in estimates.map(interval) {
      bars.vertical(ends.top.x, ends.top.y, to: ends.bottom.y)
      for end in [ends.top, ends.bottom] { bars.horizontal(end.x - 3, end.y, to: end.x + 3) }
    }
    drawing.path("iv", bars)
  }

  private func drawLabels(_ line: [Point], in drawing: inout Drawing) {
    var placer = LabelPlacer(
      bounds: Box(minX: left, minY: top - 10, maxX: right, maxY: bottom - 2))
    placer.avoid(ObstacleLine(line, weight: 2))
    for case let ends? in estimates.map(interval) {
      placer.avoid(ObstacleLine([ends.top, ends.bottom], weight: 3))
    }
    for one in estimates {
      let dot = point(one)
      placer.occupy(Box(minX: dot.x, minY: dot.y, maxX: dot.x, maxY: dot.y).grown(by: 3))
    }
    for one in estimates {
      let ends = interval(one).map { [$0.top, $0.bottom] } ?? []
      placer.place(
        .init(
          text: one.label.text(in: drawing.width), className: "an", anchors: ends + [point(one)],
          radius: 3.5, directions: [.above, .below, .right, .left, .aboveRight, .belowLeft],
          reach: 3, hasLeader: false), in: &drawing, costLimit: 24)
    }
    guard let last = line.last else { return }
    placer.place(
      .init(
        text: chart.curveName.text(in: drawing.width), className: "mu", anchors: [last],
        radius: 1, directions: [.right, .above, .below, .aboveLeft, .belowLeft], reach: 6),
      in: &drawing)
  }
}
