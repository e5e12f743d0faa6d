import Quant

/// Lays out and draws one width of a `PriceVolumeChart`.
struct PriceVolumeDrawing {
  struct Panel {
    let values: [Double]
    let y: LinearScale
    let ticks: [Double]
    let tickLabels: [String]
    let title: String
    let titleBaseline: Double
    let colour: String
    /// Room for labels.
    let bounds: ClosedRange<Double>
  }

  let chart: PriceVolumeChart

  init(chart: PriceVolumeChart) {
    self.chart = chart
  }

  /// Draws everything and returns the height; `nil` without dates or closes.
  func draw(in drawing: inout Drawing) -> Double? {
    guard !chart.dates.isEmpty, let price = pricePanel(drawing) else { return nil }
    let shares = sharesPanel(drawing)
    let volume = volumePanel(drawing, below: shares == nil ? 0 : Self.sharesHeight)
    let panels = [price] + [shares, volume].compactMap { $0 }
    let axis = SessionAxis(
      dates: chart.dates, valueLabels: panels.flatMap(\.tickLabels), drawing: drawing)
    let bottom = panels[panels.count - 1].bounds.upperBound + 2
    for panel in panels {
      axis.drawGrid(panel.ticks, labels: panel.tickLabels, panel.y, in: &drawing)
    }
    axis.draw(at: bottom, in: &drawing)
    drawing.rowsInPlot = axis.rows(from: 22, to: bottom)
    for marker in chart.known where chart.dates.indices.contains(marker.index) {
      let x = axis.x(marker.index)
      drawing.line("kn", from: Point(x, 22), to: Point(x, bottom))
    }
    for panel in panels {
      drawing.text(
        panel.title, x: axis.left, y: panel.titleBaseline, className: "b \(panel.colour)")
      drawSeries(panel, axis, in: &drawing)
    }
    drawSegments(price, volume, axis, in: &drawing)
    drawKnownArrows(price, axis, in: &drawing)
    labelPrice(price, axis, in: &drawing)
    if let volume { labelVolume(volume, axis, in: &drawing) }
    return bottom + 26
  }

  private func drawSeries(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    switch panel.colour {
    case "mu": drawShares(panel, axis, in: &drawing)
    case "bl" where isCandled(drawing.width): drawCandles(panel, axis, in: &drawing)
    default:
      drawing.path("s \(panel.colour)", PathData(points: axis.points(panel.values, panel.y)))
    }
  }

  private func pricePanel(_ drawing: Drawing) -> Panel? {
    let isWide = drawing.width == .wide
    let range = isWide ? (top: 42.0, bottom: 198.0) : (top: 40.0, bottom: 166.0)
    guard
      let y = LinearScale(
        fitting: priceExtent(drawing.width), padding: 0.02, start: range.bottom, end: range.top)
    else { return nil }
    let ticks = y.ticks(atMost: isWide ? 7 : 6)
    return Panel(
      values: chart.close.map(\.plottable), y: y, ticks: ticks.values,
      tickLabels: ticks.values.map { NumberText.fixed($0, decimals: ticks.decimals) },
      title: chart.priceTitle.text(in: drawing.width), titleBaseline: 12, colour: "bl",
      bounds: 1...(range.bottom + 18))
  }

  private func volumePanel(_ drawing: Drawing, below shift: Double) -> Panel? {
    let isWide = drawing.width == .wide
    let range =
      isWide ? (top: 262 + shift, bottom: 368 + shift) : (top: 232 + shift, bottom: 322 + shift)
    let values = chart.onBalanceVolume.map(\.plottable)
    guard
      let y = LinearScale(
        fitting: values.prefix(chart.dates.count), padding: 0.02, start: range.bottom,
        end: range.top)
    else { return nil }
    let ticks = y.ticks(atMost: isWide ? 6 : 5)
    return Panel(
      values: values, y: y, ticks: ticks.values,
      tickLabels: ticks.values.map {
        NumberText.fixed($0, decimals: ticks.decimals, signed: true)
      },
      title: chart.volumeTitle.text(in: drawing.width), titleBaseline: range.top - 24,
      colour: "pu", bounds: (range.top - 37)...(range.bottom + 6))
  }

  private func drawSegments(
    _ price: Panel, _ volume: Panel?, _ axis: SessionAxis, in drawing: inout Drawing
  ) {
    // The day's own pair last, so that it lies on top.
    for emphasis in [PriceVolumeChart.Emphasis.invalidated, .earlier, .current] {
      for segment in chart.segments where segment.emphasis == emphasis {
        draw(segment.price, emphasis, price, axis, in: &drawing)
        if let volume { draw(segment.volume, emphasis, volume, axis, in: &drawing) }
      }
    }
  }

  private func draw(
    _ indices: (from: Int, to: Int), _ emphasis: PriceVolumeChart.Emphasis, _ panel: Panel,
    _ axis: SessionAxis, in drawing: inout Drawing
  ) {
    let ends = [indices.from, indices.to].compactMap { axis.point(panel.values, at: $0, panel.y) }
    let lineClass =
      switch emphasis {
      case .current: "dv"
      case .earlier: "dv2"
      case .invalidated: "dv3"
      }
    if ends.count == 2 { drawing.line(lineClass, from: ends[0], to: ends[1]) }
    drawing.circles(
      emphasis == .invalidated ? "sw mus" : "sw \(panel.colour)s", ends,
      radius: Self.radius(emphasis))
  }

  static func radius(_ emphasis: PriceVolumeChart.Emphasis) -> Double {
    emphasis == .current ? 4 : 3
  }

  /// A minor label is left out rather than drawn across the lines.
  static func costLimit(_ emphasis: PriceVolumeChart.Emphasis) -> Double {
    emphasis == .current ? .infinity : 40
  }

  private func placer(_ panel: Panel, _ axis: SessionAxis, _ drawing: Drawing) -> LabelPlacer {
    var placer = LabelPlacer(
      bounds: Box(
        minX: axis.left, minY: panel.bounds.lowerBound, maxX: axis.right - 2,
        maxY: panel.bounds.upperBound))
    placer.occupy(
      drawing.textBox(panel.title, x: axis.left, y: panel.titleBaseline, anchor: .start, bold: true)
    )
    placer.avoid(ObstacleLine(axis.points(panel.values, panel.y)))
    if panel.colour == "bl" { avoidCandles(panel, axis, drawing.width, &placer) }
    for marker in chart.known where chart.dates.indices.contains(marker.index) {
      let x = axis.x(marker.index)
      placer.avoid(
        ObstacleLine([Point(x, panel.bounds.lowerBound), Point(x, panel.bounds.upperBound)]))
    }
    let isPrice = panel.colour == "bl"
    for segment in chart.segments {
      if isPrice, let arrow = knownArrow(segment, panel, axis) {
        placer.avoid(ObstacleLine([arrow.from, arrow.to], weight: 2))
      }
      let indices = isPrice ? segment.price : segment.volume
      let ends = [indices.from, indices.to].compactMap { axis.point(panel.values, at: $0, panel.y) }
      for end in ends {
        placer.occupy(Box(minX: end.x, minY: end.y, maxX: end.x, maxY: end.y).grown(by: 2.5))
      }
      placer.avoid(ObstacleLine(ends, weight: segment.emphasis == .current ? 2 : 1))
    }
    return placer
  }

  private func labelPrice(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    var placer = placer(panel, axis, drawing)
    if let index = panel.values.prefix(chart.dates.count).lastIndex(where: \.isFinite),
      let point = axis.point(panel.values, at: index, panel.y)
    {
      // Away from its point the value would be read as that of the swing high beside it.
      placer.place(
        .init(
          text: NumberText.fixed(panel.values[index], decimals: chart.decimals),
          className: "b bl", isBold: true, anchors: [Point(point.x - 5, point.y)],
          directions: [.belowLeft, .left, .aboveLeft]), in: &drawing)
    }
    for marker in chart.known where chart.dates.indices.contains(marker.index) {
      let x = axis.x(marker.index)
      placer.place(
        .init(
          text: marker.label.text(in: drawing.width), className: "an",
          anchors: [panel.bounds.upperBound - 8, 24, 80, 120].map { Point(x, $0) },
          directions: [.left, .right], reach: 2, hasLeader: false), in: &drawing)
    }
    for segment in ordered() {
      defer { placeKnownLabel(segment, panel, axis, &placer, in: &drawing) }
      let className = segment.emphasis == .current ? "an" : "mu"
      if let to = axis.point(panel.values, at: segment.price.to, panel.y) {
        placer.place(
          .init(
            text: segment.toLabel.text(in: drawing.width), className: className, anchors: [to],
            radius: Self.radius(segment.emphasis),
            directions: [.aboveLeft, .above, .aboveRight, .right, .left, .belowRight, .belowLeft]),
          in: &drawing, costLimit: Self.costLimit(segment.emphasis))
      }
      if let from = axis.point(panel.values, at: segment.price.from, panel.y) {
        placer.place(
          .init(
            text: segment.fromLabel.text(in: drawing.width), className: className,
            anchors: [from], radius: Self.radius(segment.emphasis),
            directions: [.left, .aboveLeft, .above, .aboveRight, .belowLeft, .right]),
          in: &drawing, costLimit: Self.costLimit(segment.emphasis))
      }
    }
  }

  private func labelVolume(_ panel: Panel, _ axis: SessionAxis, in drawing: inout Drawing) {
    var placer = placer(panel, axis, drawing)
    for segment in ordered() {
      let ends = [segment.volume.to, segment.volume.from]
        .compactMap { axis.point(panel.values, at: $0, panel.y) }
      guard ends.count == 2 else { continue }
      let middle = Point((ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2)
      placer.place(
        .init(
          text: segment.volumeLabel.text(in: drawing.width),
          className: segment.emphasis == .current ? "an" : "mu", anchors: [middle] + ends,
          radius: Self.radius(segment.emphasis),
          directions: [.above, .aboveLeft, .aboveRight, .below, .left, .right, .belowLeft]),
        in: &drawing, costLimit: Self.costLimit(segment.emphasis))
    }
  }

  /// The day's own pair first, because labels placed later may find no room.
  private func ordered() -> [PriceVolumeChart.SwingSegment] {
    let order: [PriceVolumeChart.Emphasis] = [.current, .earlier, .invalidated]
    return order.flatMap { emphasis in chart.segments.filter { $0.emphasis == emphasis } }
  }
}
