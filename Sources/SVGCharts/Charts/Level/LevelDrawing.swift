import Quant

/// Lays out and draws one width of a `LevelChart`.
struct LevelDrawing {
  private let chart: LevelChart
  private let values: [Double]
  private let y: LinearScale
  private let axis: SessionAxis
  private let ticks: (values: [Double], labels: [String])
  private let top: Double
  private let bottom: Double

  /// `nil` without dates or values.
  init?(chart: LevelChart, drawing: Drawing) {
    self.chart = chart
    values = chart.values.plottable(count: chart.dates.count)
    top = chart.drawnEpisodes.isEmpty ? 34 : 52
    bottom = top + (chart.thresholds.isEmpty && chart.ranges.isEmpty ? 110 : 140)
    guard values.contains(where: \.isFinite),
      let y = LinearScale(
        fitting: values + chart.thresholds.map(\.value.plottable), padding: 0.04, start: bottom,
        end: top)
    else { return nil }
    self.y = y
    let round = y.ticks(atMost: 5)
    let labels = round.values.map { NumberText.fixed($0, decimals: round.decimals) }
    ticks = (round.values, labels)
    axis = SessionAxis(dates: chart.dates, valueLabels: labels, drawing: drawing)
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    drawing.path("fa", rangeTints)
    drawing.path("fa", episodeTints)
    axis.draw(at: bottom + 8, in: &drawing)
    drawing.rowsInPlot = axis.rows(from: top - 12, to: bottom + 8)
    axis.drawGrid(ticks.values, labels: ticks.labels, y, in: &drawing)
    drawing.text(
      drawing.fitted(
        chart.valueTitle.text(in: drawing.width), to: drawing.width.viewWidth - 8, bold: true),
      x: axis.left, y: 14, className: "b bl")
    var rules = PathData()
    for rule in chart.thresholds where rule.value.plottable.isFinite {
      rules.horizontal(axis.left, y(rule.value), to: axis.right)
    }
    drawing.path("th", rules)
    drawing.path(
      "s bl",
      PathData(
        points: LineThinning.thinned(
          axis.points(values, y), atMost: drawing.width == .wide ? 600 : 350)))
    label(in: &drawing)
    return bottom + 34
  }

  /// Left and right edge of an episode: half a session beyond its ends.
  private func edges(_ episode: LevelChart.Episode) -> (left: Double, right: Double) {
    let half = chart.dates.count > 1 ? max((axis.x(1) - axis.x(0)) / 2, 0.5) : 4
    return (
      max(axis.x(episode.sessions.lowerBound) - half, axis.left),
      min(axis.x(episode.sessions.upperBound) + half, axis.right)
    )
  }

  private var rangeTints: PathData {
    var path = PathData()
    for range in chart.ranges {
      let low = max(range.lower?.plottable ?? y.lower, y.lower)
      let high = min(range.upper?.plottable ?? y.upper, y.upper)
      guard low < high else { continue }
      path.rectangle(Box(minX: axis.left, minY: y(high), maxX: axis.right, maxY: y(low)))
    }
    return path
  }

  private var episodeTints: PathData {
    var path = PathData()
    for episode in chart.drawnEpisodes {
      let (left, right) = edges(episode)
      path.rectangle(Box(minX: left, minY: top - 12, maxX: right, maxY: bottom + 8))
    }
    return path
  }

  /// The last value and the highest with its date first, then rules, ranges and episodes.
  private func label(in drawing: inout Drawing) {
    let known = values.indices.filter { values[$0].isFinite }
    guard let last = known.last, let highest = known.max(by: { values[$0] < values[$1] }) else {
      return
    }
    let (peak, end) = (
      Point(axis.x(highest), y(values[highest])), Point(axis.x(last), y(values[last]))
    )
    var placer = LabelPlacer(
      bounds: Box(minX: axis.left, minY: top - 14, maxX: axis.right - 1, maxY: bottom + 6))
    placer.avoid(ObstacleLine(axis.points(values, y)))
    nameEpisodes(in: &drawing)
    drawing.dots("p1", [end])
    placer.occupy(Box(minX: end.x, minY: end.y, maxX: end.x, maxY: end.y).grown(by: 3))
    func place(
      _ text: String, _ className: String, at points: [Point],
      _ directions: [LabelPlacer.Direction], bold: Bool = false, reach: Int = 8,
      hasLeader: Bool = false, costLimit: Double = .infinity
    ) {
      placer.place(
        .init(
          text: text, className: className, isBold: bold, anchors: points, radius: 2,
          directions: directions, reach: reach, hasLeader: hasLeader), in: &drawing,
        costLimit: costLimit)
    }
    place(
      text(last), "b bl", at: [end], [.aboveLeft, .left, .belowLeft], bold: true, hasLeader: true)
    if highest != last {
      place(
        "\(NumberText.short(chart.dates[highest])) \(text(highest))", "an", at: [peak],
        [.right, .left, .aboveRight, .aboveLeft], hasLeader: true)
    }
    for rule in chart.thresholds where rule.value.plottable.isFinite {
      place(
        rule.label.text(in: drawing.width), "mu", at: along(y(rule.value)),
        [.aboveRight, .belowRight], reach: 0, costLimit: 60)
    }
    for range in chart.ranges {
      let high = min(range.upper?.plottable ?? y.upper, y.upper)
      guard high > max(range.lower?.plottable ?? y.lower, y.lower) else { continue }
      place(
        range.label.text(in: drawing.width), "mu",
        at: along(range.lower.map { y(max($0.plottable, y.lower)) } ?? y(high)),
        range.lower == nil ? [.belowRight] : [.aboveRight], reach: 0, costLimit: 60)
    }
  }

  /// Places on a level at which a label may begin.
  private func along(_ level: Double) -> [Point] {
    stride(from: 0.0, through: 0.8, by: 0.1).map {
      Point(axis.left + 4 + (axis.right - axis.left) * $0, level)
    }
  }

  private func text(_ index: Int) -> String {
    NumberText.fixed(values[index], decimals: chart.decimals)
  }

  /// Names above their spans, where they do not touch the one before.
  private func nameEpisodes(in drawing: inout Drawing) {
    var free = 0.0
    for episode in chart.drawnEpisodes.sorted(by: {
      $0.sessions.lowerBound < $1.sessions.lowerBound
    }) {
      let (left, right) = edges(episode)
      let name = episode.label.text(in: drawing.width)
      let length = drawing.measure(name)
      let x = min(max((left + right - length) / 2, free), drawing.width.viewWidth - length)
      guard !name.isEmpty, x >= free, x <= right else { continue }
      free = x + length + 8
      drawing.text(name, x: x, y: top - 17, className: "tk")
    }
  }
}
