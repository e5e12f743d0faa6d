import Quant

/// Lays out and draws one width of a `DragBudgetChart`.
struct DragBudgetDrawing {
  private let chart: DragBudgetChart
  private let spent: [Double]
  private let periods: [DragBudgetPeriod]
  private let current: DragBudgetPeriod
  private let y: LinearScale
  private let ticks: [Double]
  private let tickLabels: [String]
  private let axis: SessionAxis
  private let top = 66.0
  private let bottom: Double

  /// `nil` without a value in any period.
  init?(chart: DragBudgetChart, drawing: Drawing) {
    self.chart = chart
    let spent = chart.spentDollars.plottable(count: chart.dates.count)
    let periods = chart.drawnPeriods
    (self.spent, self.periods) = (spent, periods)
    guard let current = chart.currentPeriod else { return nil }
    self.current = current
    bottom = top + (drawing.width == .wide ? 168 : 140)
    let inside = periods.flatMap { spent[$0.sessions] }
    guard
      let fitted = LinearScale(
        fitting: inside + periods.compactMap(\.cap), including: 0, padding: 0.03, start: bottom,
        end: top)
    else { return nil }
    let isNegative = inside.contains { $0 < 0 }
    let y =
      isNegative
      ? fitted : LinearScale(lower: 0, upper: max(fitted.upper, 1e-9), start: bottom, end: top)
    self.y = y
    let ticks = y.ticks(atMost: drawing.width == .wide ? 6 : 5)
    self.ticks = ticks.values
    tickLabels = ticks.values.map { NumberText.fixed($0, decimals: ticks.decimals) }
    axis = SessionAxis(dates: chart.dates, valueLabels: tickLabels, drawing: drawing)
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    let room = drawing.width.viewWidth - axis.left
    drawing.text(
      drawing.fitted(chart.valueTitle.text(in: drawing.width), to: room, bold: true),
      x: axis.left, y: 14, className: "b bl")
    drawing.text(
      drawing.firstFitting(standing, to: room, bold: true) ?? "", x: axis.left, y: 31,
      className: "b ha")
    axis.drawGrid(ticks, labels: tickLabels, y, in: &drawing)
    axis.draw(at: foot, in: &drawing)
    if y.lower < 0 {
      drawing.line("ax", from: Point(axis.left, y(0)), to: Point(axis.right, y(0)))
    }
    drawing.rowsInPlot = axis.rows(from: top - 18, to: foot)
    drawPeriods(in: &drawing)
    drawCost(in: &drawing)
    drawLabels(in: &drawing)
    return foot + 26
  }

  /// Where the dates stand: at zero, or below the lowest value.
  private var foot: Double { y.lower < 0 ? bottom + 8 : bottom }

  /// Left and right edge of a period: half a session beyond its ends.
  private func edges(_ period: DragBudgetPeriod) -> (left: Double, right: Double) {
    let half = chart.dates.count > 1 ? (axis.x(1) - axis.x(0)) / 2 : 8
    return (
      max(axis.x(period.sessions.lowerBound) - half, axis.left),
      min(axis.x(period.sessions.upperBound) + half, axis.right)
    )
  }

  private func drawPeriods(in drawing: inout Drawing) {
    var separators = PathData()
    var caps = PathData()
    for (index, period) in periods.enumerated() {
      let (left, right) = edges(period)
      if index > 0 { separators.vertical(left, top - 18, to: foot) }
      if let cap = period.cap { caps.horizontal(left + 1.5, y(cap), to: right - 1.5) }
      let isCurrent = period.sessions == current.sessions
      let label = period.period.label
      let name = drawing.firstFitting(
        [label.text(in: drawing.width), label.narrow], to: right - left - 8, bold: isCurrent)
      drawing.text(
        name ?? "", x: index > 0 ? left + 5 : left, y: top - 9,
        className: isCurrent ? "b ha" : "mu")
    }
    drawing.path("th", separators)
    drawing.path("cap", caps)
  }

  /// The stepped line with its area, lifted between the periods.
  private func drawCost(in drawing: inout Drawing) {
    var steps: [Point] = []
    for period in periods {
      let points = period.sessions.map { Point(axis.x($0), y(spent[$0])) }
      steps += points + [Point(.nan, .nan)]
    }
    drawing.path("fa", AreaMark.path(Self.corners(steps), baseline: y(0)))
    drawing.path("s bl", StepMark.path(steps))
    let last = periods.compactMap { period in
      period.last.map { Point(axis.x($0.index), y($0.dollars)) }
    }
    drawing.dots("p1", last.suffix(1))
    drawing.dots("p3", last.dropLast(), isSmall: true)
  }

  /// The corners that a stepped line passes, for the area under it.
  private static func corners(_ points: [Point]) -> [Point] {
    var corners: [Point] = []
    for point in points {
      if point.isFinite, let before = corners.last, before.isFinite, before.y != point.y {
        corners.append(Point(point.x, before.y))
      }
      corners.append(point)
    }
    return corners
  }

  private func drawLabels(in drawing: inout Drawing) {
    var placer = LabelPlacer(
      bounds: Box(minX: axis.left, minY: top - 5, maxX: axis.right - 2, maxY: bottom + 4))
    for period in periods {
      let points = period.sessions.map { Point(axis.x($0), y(spent[$0])) }
      placer.avoid(ObstacleLine(Self.corners(points)))
      if let cap = period.cap {
        let (left, right) = edges(period)
        placer.avoid(ObstacleLine([Point(left, y(cap)), Point(right, y(cap))], weight: 3))
      }
    }
    // The current period first, because labels placed later may find no room.
    for period in periods.reversed() { label(period, &placer, in: &drawing) }
  }

  private func label(
    _ period: DragBudgetPeriod, _ placer: inout LabelPlacer, in drawing: inout Drawing
  ) {
    let isCurrent = period.sessions == current.sessions
    let (left, right) = edges(period)
    let whole = placer.bounds
    // Labels stay in their period, or a number would seem to belong to its neighbour.
    placer.bounds.minX = left
    placer.bounds.maxX = max(right, left)
    defer { placer.bounds = whole }
    // What was spent stands at its point; the cap may be named anywhere along its rule.
    if let last = period.last {
      let amount = chart.dollars(last.dollars)
      let isOver = !isCurrent && (period.left ?? 0) < 0
      let ends =
        (isOver ? chart.remainder(period).map { ["\(amount), \($0)"] } ?? [] : []) + [amount]
      placer.place(
        .init(
          text: drawing.firstFitting(ends, to: right - left - 8, bold: isCurrent) ?? "",
          className: isCurrent ? "b bl" : "mu",
          isBold: isCurrent, anchors: [Point(axis.x(last.index), y(last.dollars))], radius: 2,
          directions: [.aboveLeft, .left, .right, .above, .belowLeft, .aboveRight], reach: 2,
          hasLeader: false), in: &drawing, costLimit: isCurrent ? .infinity : 45)
    }
    if let cap = period.cap {
      let anchors = [left + 4, (left + right) / 2].map { Point($0, y(cap)) }
      let text = drawing.firstFitting(capLabels(cap, period), to: right - left - 4, bold: true)
      placer.place(
        .init(
          text: text ?? "", className: "ve", isBold: true, anchors: anchors, radius: 2,
          directions: [.aboveRight, .above, .belowRight, .below], reach: 0, hasLeader: false),
        in: &drawing, costLimit: isCurrent ? .infinity : 30)
    }
  }

  private func capLabels(_ cap: Double, _ period: DragBudgetPeriod) -> [String] {
    let amount = "\(chart.words.cap) \(chart.dollars(cap))"
    guard let percent = period.percent(cap) else { return [amount] }
    let share = NumberText.percentPoints(percent)
    return [
      "\(amount), \(share) \(chart.words.of) \(chart.denominatorName)", "\(amount), \(share)",
      amount,
    ]
  }

  /// Where the current period stands, in wordings from the fullest to the shortest.
  private var standing: [String] {
    guard let last = current.last else { return [] }
    let words = chart.words
    let spent = "\(chart.dollars(last.dollars)) \(words.spent)"
    let left = [chart.remainder(current), chart.sessionsLeft(current)].compactMap { $0 }
    let name = current.period.label
    let short = ([spent] + left).joined(separator: ", ")
    let percent = current.percent(last.dollars).map {
      " (\(NumberText.percentPoints($0)) \(words.of) \(chart.denominatorName))"
    }
    return [
      "\(name.wide): " + ([spent + (percent ?? "")] + left).joined(separator: ", "),
      "\(name.narrow): \(short)", short, ([spent] + left.prefix(1)).joined(separator: ", "), spent,
    ]
  }
}
