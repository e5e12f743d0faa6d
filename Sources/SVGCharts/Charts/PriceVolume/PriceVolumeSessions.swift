import Quant

/// What a session adds to the lines of a `PriceVolumeChart`: candlesticks and shares traded.
extension PriceVolumeDrawing {
  /// Height that the panel of shares adds.
  static let sharesHeight = 74.0

  /// Whether sessions are drawn as candlesticks: some have all four prices, and there is room, which
  /// the narrow drawing has not.
  func isCandled(_ width: FigureWidth) -> Bool {
    let count = chart.dates.count
    return width == .wide && count <= 55
      && (0..<count).contains { index in
        [chart.open, chart.high, chart.low, chart.close].allSatisfy {
          index < $0.count && $0[index].plottable.isFinite
        }
      }
  }

  /// All prices that the panel must span.
  func priceExtent(_ width: FigureWidth) -> [Double] {
    let series =
      isCandled(width) ? [chart.close, chart.open, chart.high, chart.low] : [chart.close]
    guard chart.close.plottable(count: chart.dates.count).contains(where: \.isFinite) else {
      return []
    }
    return series.flatMap { $0.plottable(count: chart.dates.count) }
  }

  func drawCandles(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    func places(_ values: [Double]) -> [Point] {
      axis.points(values.plottable(count: chart.dates.count), panel.y)
    }
    let (open, high, low) = (places(chart.open), places(chart.high), places(chart.low))
    let candles = places(chart.close).enumerated().map { index, close in
      CandlestickMark.Candle(
        x: close.x, open: open[index].y, high: high[index].y, low: low[index].y, close: close.y)
    }
    let step = chart.dates.count > 1 ? axis.x(1) - axis.x(0) : 12
    let width = min((step * 0.62 * 2).rounded() / 2, 9)
    let paths = CandlestickMark.paths(candles, width: width)
    drawing.path("cr", paths.rules)
    drawing.path("cu", paths.rising)
    drawing.path("cd", paths.falling)
  }

  /// Makes labels avoid the upper and lower ends of the candles.
  func avoidCandles(
    _ panel: Panel, _ axis: SessionAxis, _ width: FigureWidth, _ placer: inout LabelPlacer
  ) {
    guard isCandled(width) else { return }
    for values in [chart.high, chart.low] {
      placer.avoid(
        ObstacleLine(axis.points(values.plottable(count: chart.dates.count), panel.y)))
    }
  }

  /// The slim panel of shares traded between price and on-balance volume; `nil` without any.
  func sharesPanel(_ drawing: Drawing) -> Panel? {
    let bottom = drawing.width == .wide ? 286.0 : 254
    let values = chart.sharesTraded.plottable(count: chart.dates.count).map { $0 < 0 ? .nan : $0 }
    guard let highest = values.filter(\.isFinite).max() else { return nil }
    let y = LinearScale(
      lower: 0, upper: highest > 0 ? highest : 1, start: bottom, end: bottom - 40)
    let ticks = y.ticks(atMost: 3)
    return Panel(
      values: values, y: y, ticks: ticks.values,
      tickLabels: ticks.values.map { NumberText.fixed($0, decimals: ticks.decimals) },
      title: chart.sharesTitle.text(in: drawing.width), titleBaseline: bottom - 52,
      colour: "mu", bounds: (bottom - 64)...(bottom + 4))
  }

  func drawShares(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    // Strokes take half the room of rectangles; their width is the stylesheet's, by class.
    let step = chart.dates.count > 1 ? axis.x(1) - axis.x(0) : 12
    var bars = PathData(movesRelatively: true)
    for (index, value) in panel.values.enumerated() where value.isFinite && value > 0 {
      bars.vertical(axis.x(index), panel.y(0), to: panel.y(value))
    }
    drawing.path(step >= 12 ? "vb" : step >= 5 ? "vb b2" : "vb b3", bars)
    drawing.line(
      "ax", from: Point(axis.left, panel.y(0)), to: Point(axis.right, panel.y(0)))
  }
}

/// When a swing high was known: later than it stands.
extension PriceVolumeDrawing {
  /// From the later swing high to the session at whose close it was known, level.
  func knownArrow(
    _ segment: PriceVolumeChart.SwingSegment, _ panel: Panel, _ axis: SessionAxis
  ) -> (from: Point, to: Point)? {
    guard let known = segment.known, chart.dates.indices.contains(known),
      known > segment.price.to,
      let swing = axis.point(panel.values, at: segment.price.to, panel.y)
    else { return nil }
    let start = swing.x + Self.radius(segment.emphasis) + 2
    let end = axis.x(known) - 1
    return end - start > 8 ? (Point(start, swing.y), Point(end, swing.y)) : nil
  }

  func drawKnownArrows(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    for segment in chart.segments {
      guard let arrow = knownArrow(segment, panel, axis) else { continue }
      drawing.path(
        segment.emphasis == .current ? "ar" : "ar ao",
        ArrowMark.path(from: arrow.from, to: arrow.to))
    }
  }

  /// The label at the arrow, or at the session itself where the arrow has no room.
  func placeKnownLabel(
    _ segment: PriceVolumeChart.SwingSegment, _ panel: Panel, _ axis: SessionAxis,
    _ placer: inout LabelPlacer, in drawing: inout Drawing
  ) {
    guard let known = segment.known, chart.dates.indices.contains(known),
      let swing = axis.point(panel.values, at: segment.price.to, panel.y)
    else { return }
    let arrow = knownArrow(segment, panel, axis)
    let end = arrow?.to ?? Point(axis.x(known), swing.y)
    let middle = Point(((arrow?.from ?? end).x + end.x) / 2, swing.y)
    placer.place(
      .init(
        text: segment.knownLabel.text(in: drawing.width),
        className: segment.emphasis == .current ? "an" : "mu", anchors: [middle, end],
        directions: [.above, .aboveRight, .right, .aboveLeft, .below], reach: 7,
        hasLeader: false), in: &drawing, costLimit: Self.costLimit(segment.emphasis))
  }
}
