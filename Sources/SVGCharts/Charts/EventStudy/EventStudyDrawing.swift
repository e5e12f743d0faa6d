/// Lays out and draws one width of an `EventStudyChart`.
struct EventStudyDrawing {
  private struct End {
    let item: EndLabels.Item
    let values: [Double]
    let index: Int
  }

  private let chart: EventStudyChart
  private let count: Int
  private let y: LinearScale
  private let ticks: [Double]
  private let tickLabels: [String]
  private let ends: [End]
  private let names: EndLabels
  private let left = 4.0
  private let right: Double
  private let top: Double
  private let bottom: Double

  /// `nil` without values.
  init?(chart: EventStudyChart, drawing: Drawing) {
    self.chart = chart
    let count = chart.median.count
    self.count = count
    let isWide = drawing.width == .wide
    let height = isWide ? 224.0 : 196
    ends = Self.ends(chart, drawing.width)
    names = EndLabels(ends.map(\.item), plotHeight: height + 12, share: 0.32, drawing: drawing)
    top =
      ((chart.drawnEvents.isEmpty || !isWide) && chart.drawnMeans.isEmpty ? 44 : 62)
      + names.legendHeight
    bottom = top + height
    let bands = [chart.innerBand, chart.outerBand, chart.baseBand]
    let series =
      [chart.median, chart.baseMedian] + bands.flatMap { [$0.lower, $0.upper] }
      + chart.drawnEvents.map(\.values)
    let values =
      series.flatMap { $0.plottable(count: count) }
      + chart.drawnMeans.flatMap { [$0.lower, $0.mean, $0.upper] }
    guard
      let y = LinearScale(fitting: values, including: 0, padding: 0.03, start: bottom, end: top)
    else { return nil }
    self.y = y
    let ticks = y.ticks(atMost: isWide ? 7 : 6)
    self.ticks = ticks.values
    let labels = ticks.values.map {
      NumberText.fixed($0, decimals: ticks.decimals, signed: true)
    }
    tickLabels = labels
    right =
      drawing.width.viewWidth - (labels.map { drawing.measure($0) }.max() ?? 0)
      - (isWide ? 10 : 5)
  }

  /// What is named at its end: the two medians with their values, then the upper edges of bands.
  private static func ends(_ chart: EventStudyChart, _ width: FigureWidth) -> [End] {
    let words = chart.words
    let lines: [(ChartLabel, [Double], String, String, Bool)] = [
      (words.outerBand, chart.outerBand.upper, "fo fe", "mu", false),
      (words.innerBand, chart.innerBand.upper, "fe", "mu", false),
      (words.median, chart.median, "s bl", "b bl", true),
      (words.baseMedian, chart.baseMedian, "s sg", "ha", true),
      (words.baseBand, chart.baseBand.upper, "fb", "mu", false),
    ]
    return lines.compactMap { label, all, lineClass, textClass, hasValue in
      let values = all.plottable(count: chart.median.count)
      guard let index = values.lastIndex(where: \.isFinite) else { return nil }
      return End(
        item: .init(
          name: label.text(in: width), value: hasValue ? chart.text(values[index]) : "",
          lineClass: lineClass, textClass: textClass, isBold: textClass == "b bl"),
        values: values, index: index)
    }
  }

  private func x(_ index: Int) -> Double {
    let (first, last) = (left + 2, max(right - names.width - 4, left + 3))
    guard count > 1 else { return (first + last) / 2 }
    return first + Double(index) / Double(count - 1) * (last - first)
  }

  private func points(_ values: [Double]) -> [Point] {
    values.plottable(count: count).enumerated().map { Point(x($0), y($1)) }
  }

  private func thinned(_ values: [Double], _ limit: Int, in drawing: Drawing) -> PathData {
    PathData(
      points: LineThinning.thinned(
        points(values), atMost: drawing.width == .wide ? limit : limit * 2 / 3))
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    drawHead(in: &drawing)
    drawAxes(in: &drawing)
    drawing.path("f1", band(chart.outerBand, in: drawing))
    drawing.path("f2", band(chart.innerBand, in: drawing))
    for edge in [chart.baseBand.lower, chart.baseBand.upper] {
      drawing.path("fb", thinned(edge, 24, in: drawing))
    }
    drawSingleEvents(in: &drawing)
    drawing.path("s sg", thinned(chart.baseMedian, 24, in: drawing))
    drawing.path("s bl", thinned(chart.median, 90, in: drawing))
    drawMeans(in: &drawing)
    drawing.rowsInPlot = RowsInPlot(
      first: x(0), last: x(max(count - 1, 0)), top: top - 6, bottom: bottom + 8)
    names.draw(
      at: ends.map { Point(x($0.index), y($0.values[$0.index])) }, x: right - names.width,
      within: (top - 6)...(bottom + 6), in: &drawing)
    return bottom + 52
  }

  /// Every edge of a band with its own points: forward along the upper, back along the lower one.
  private func band(_ band: EventStudyChart.Band, in drawing: Drawing) -> PathData {
    let limit = drawing.width == .wide ? 34 : 24
    let (upper, lower) = (points(band.upper), points(band.lower))
    let isWhole = zip(upper, lower).allSatisfy { $0.isFinite == $1.isFinite }
    let known = upper.filter(\.isFinite)
    guard isWhole, known.count == (upper.lastIndex(where: \.isFinite) ?? -1) + 1 else {
      return AreaMark.band(upper, lower)
    }
    let edges = [upper, lower].map { LineThinning.thinned($0.filter(\.isFinite), atMost: limit) }
    guard known.count > 1, let first = edges[0].first else { return PathData() }
    var path = PathData()
    path.move(to: first)
    for point in edges[0].dropFirst() + edges[1].reversed() { path.line(to: point) }
    path.close()
    return path
  }

  /// Hairlines of the single events; the narrow drawing has no room for them.
  private func drawSingleEvents(in drawing: inout Drawing) {
    guard showsEvents(drawing.width) else { return }
    var single = PathData()
    let limit = 180 / max(chart.drawnEvents.count, 6)
    for event in chart.drawnEvents {
      single.add(LineThinning.thinned(points(event.values), atMost: limit))
    }
    drawing.path("eh", single)
  }

  private func showsEvents(_ width: FigureWidth) -> Bool {
    width == .wide && !chart.drawnEvents.isEmpty
  }

  /// Title, counts, and what hairlines and intervals are.
  private func drawHead(in drawing: inout Drawing) {
    let room = drawing.width.viewWidth
    drawing.text(
      drawing.fitted(chart.valueTitle.text(in: drawing.width), to: room, bold: true), x: 0, y: 14,
      className: "b")
    let words = chart.words
    let noun = (chart.eventCount == 1 ? words.event : words.events).text(in: drawing.width)
    let events = "\(NumberText.integer(chart.eventCount)) \(noun)"
    let base = chart.baseCount.map {
      "\(NumberText.integer($0)) \(words.baseCount.text(in: drawing.width))"
    }
    drawing.text(
      drawing.fitted(([events] + [base].compactMap { $0 }).joined(separator: ", "), to: room),
      x: 0, y: 31, className: "tk")
    drawKey(in: &drawing)
    names.drawLegend(top: top - names.legendHeight - 9, in: &drawing)
  }

  private func drawKey(in drawing: inout Drawing) {
    let baseline = 49.0
    var x = 0.0
    if showsEvents(drawing.width) {
      drawing.line("eh", from: Point(1, baseline - 4.5), to: Point(22, baseline - 4.5))
      let name = chart.words.single.text(in: drawing.width)
      drawing.text(name, x: 27, y: baseline, className: "tk")
      x = 27 + drawing.measure(name) + 16
    }
    guard !chart.drawnMeans.isEmpty else { return }
    drawing.path("mi", interval(at: x + 5, from: baseline - 10, to: baseline + 1))
    drawing.dots("p2", [Point(x + 5, baseline - 4.5)], isSmall: true)
    drawing.text(
      drawing.fitted(
        chart.words.mean.text(in: drawing.width), to: drawing.width.viewWidth - x - 16),
      x: x + 16, y: baseline, className: "tk")
  }

  private func drawAxes(in drawing: inout Drawing) {
    var grid = PathData()
    for (value, label) in zip(ticks, tickLabels) {
      if value != 0 { grid.horizontal(left, y(value), to: right) }
      drawing.text(
        label, x: drawing.width.viewWidth, y: y(value) + 4.5, className: "tk", anchor: .end)
    }
    drawing.path("gr", grid)
    // It ends with the paths: behind their names it would run through words.
    drawing.line("ax", from: Point(left, y(0)), to: Point(x(count - 1), y(0)))
    let base = bottom + 8
    drawing.line("ax", from: Point(left, base), to: Point(right, base))
    var marks = PathData()
    var free = -Double.infinity
    for index in sessionTicks(limit: drawing.width == .wide ? 9 : 5) {
      let label = NumberText.integer(chart.firstSession + index, signed: true)
      let half = drawing.measure(label) / 2
      marks.vertical(x(index), base, to: base + 5)
      let middle = max(x(index), half)
      guard middle - half >= free, middle + half <= drawing.width.viewWidth else { continue }
      free = middle + half + 8
      drawing.text(label, x: middle, y: base + 19, className: "tk", anchor: .middle)
    }
    drawing.path("ax", marks)
    let event = -chart.firstSession
    if (0..<count).contains(event) {
      drawing.line("kn", from: Point(x(event), top - 6), to: Point(x(event), base))
    }
    drawing.text(
      drawing.fitted(chart.words.axis.text(in: drawing.width), to: right), x: left, y: base + 38,
      className: "tk")
  }

  /// Sessions at round distances from the event.
  private func sessionTicks(limit: Int) -> [Int] {
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    let step = steps.first { count / $0 < limit } ?? max(count, 1)
    return (0..<count).filter { ($0 + chart.firstSession) % step == 0 }
  }

  private func interval(at x: Double, from low: Double, to high: Double) -> PathData {
    var path = PathData()
    path.vertical(x, low, to: high)
    path.horizontal(x - 3.5, low, to: x + 3.5)
    path.horizontal(x - 3.5, high, to: x + 3.5)
    return path
  }

  private func drawMeans(in drawing: inout Drawing) {
    let means = chart.drawnMeans.map { mean in (mean, x(mean.session - chart.firstSession)) }
    for (mean, x) in means {
      drawing.path("mi", interval(at: x, from: y(mean.lower), to: y(mean.upper)))
    }
    drawing.dots("p2", means.map { Point($0.1, y($0.0.mean)) }, isSmall: true)
  }
}
