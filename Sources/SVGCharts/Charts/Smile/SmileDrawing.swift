/// Lays out and draws one width of a `SmileChart`.
struct SmileDrawing {
  private let chart: SmileChart
  private let curves: [SmileCurve]
  private let y: ValueAxis
  private let x: LinearScale
  private let unit: ValueUnit
  private let left: Double
  private let right: Double
  private let top = 30.0
  private let bottom: Double

  /// `nil` without a finite value.
  init?(chart: SmileChart, curves: [SmileCurve], drawing: Drawing) {
    let isWide = drawing.width == .wide
    bottom = isWide ? 262 : 220
    guard
      let y = ValueAxis(
        fitting: curves.lazy.flatMap(\.values), start: bottom, end: top, atMost: 6)
    else { return nil }
    let labels = curves.map { $0.label.text(in: drawing.width) }
    let column = min(StartLabels.width(labels, in: drawing), drawing.width.viewWidth * 0.4)
    left = column + 12
    right = drawing.width.viewWidth - y.labelWidth(in: drawing) - 8
    let places = curves.flatMap(\.places)
    let unit = ValueUnit(fitting: places, below: 100_000)
    guard
      let x = LinearScale(
        fitting: places.map { unit($0) }, padding: 0.02, start: left + 2, end: right - 2)
    else { return nil }
    self.chart = chart
    self.curves = curves
    self.unit = unit
    self.x = x
    self.y = y
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    let width = drawing.width
    let model = curves.contains { !$0.model.isEmpty } ? chart.modelCaption.text(in: width) : ""
    drawing.text(
      y.unit.words.isEmpty
        ? chart.valueCaption.text(in: width) + model
        : y.unit.name(chart.valueCaption.text(in: width)), x: 0, y: 14, className: "mu")
    y.drawGrid(from: left, to: right, in: &drawing)
    BottomAxis.draw(
      BottomAxis.ticks(x, atMost: width == .wide ? 7 : 4, signed: chart.axis == .logMoneyness),
      from: left, to: right, at: bottom, in: &drawing)
    let caption = chart.axis == .strike ? chart.strikeCaption : chart.moneynessCaption
    drawing.text(
      unit.name(caption), x: right, y: bottom + 38, className: "tk", anchor: .end)
    drawForwards(in: &drawing)
    for curve in curves.reversed() { draw(curve, in: &drawing) }
    StartLabels.draw(
      curves.compactMap { curve in
        start(curve).map {
          .init(text: curve.label.text(in: width), className: curve.textClass, start: $0)
        }
      }, endingAt: left - 10, within: (top - 6)...bottom, in: &drawing)
    return bottom + 44
  }

  private func point(_ place: Double, _ value: Double) -> Point {
    Point(x(unit(place)), y(value))
  }

  private func mids(_ curve: SmileCurve) -> [Point] {
    curve.quotes.map { point($0.place, $0.quote.mid) }
  }

  private func start(_ curve: SmileCurve) -> Point? {
    let model = curve.model.map { point($0.place, $0.value) }
    let bids = curve.quotes.map { point($0.place, $0.quote.bid) }
    return (mids(curve) + model).filter(\.isFinite).min { $0.x < $1.x }
      ?? bids.first(where: \.isFinite)
  }

  private func draw(_ curve: SmileCurve, in drawing: inout Drawing) {
    let asks = curve.quotes.map { point($0.place, $0.quote.ask) }
    let bids = curve.quotes.map { point($0.place, $0.quote.bid) }
    drawing.path("rb \(curve.strokeClass)", AreaMark.band(asks, bids))
    let model = curve.model.map { point($0.place, $0.value) }
    drawing.path(
      "s md \(curve.strokeClass)", PathData(points: PolylineSimplification.simplified(model)))
    drawing.path(
      "\(curve.mark.className) \(curve.strokeClass)", curve.mark.path(mids(curve)))
  }

  /// A line at the forward where all expiries share it, else a short mark for each on the axis.
  private func drawForwards(in drawing: inout Drawing) {
    let forwards = curves.compactMap { curve in
      curve.forward.map { (x: x(unit($0)), value: $0, strokeClass: curve.strokeClass) }
    }
    guard let first = forwards.first else { return }
    let isShared = forwards.allSatisfy { abs($0.x - first.x) < 1 }
    if isShared {
      drawing.line("kn", from: Point(first.x, top - 4), to: Point(first.x, bottom))
    } else {
      for forward in forwards {
        drawing.line(
          "s \(forward.strokeClass)", from: Point(forward.x, bottom - 12),
          to: Point(forward.x, bottom))
      }
    }
    var placer = LabelPlacer(bounds: Box(minX: left, minY: top, maxX: right, maxY: bottom - 2))
    for curve in curves {
      placer.avoid(ObstacleLine(mids(curve).filter(\.isFinite), weight: 2))
      placer.avoid(
        ObstacleLine(curve.model.map { point($0.place, $0.value) }.filter(\.isFinite), weight: 2))
    }
    let values = forwards.map(\.value)
    let ends = [values.min(), values.max()].compactMap { $0 }.map(text)
    let range = ends.first == ends.last ? ends.prefix(1) : ends.prefix(2)
    let words = chart.axis == .strike ? " " + range.joined(separator: "–") : ""
    let places = forwards.map(\.x)
    let (low, high) = (places.min() ?? first.x, places.max() ?? first.x)
    placer.occupy(Box(minX: low - 1, minY: bottom - 12, maxX: high + 1, maxY: bottom))
    placer.place(
      .init(
        text: chart.forwardName + words, className: "an",
        anchors: [high, low].map { Point($0, bottom - 12) },
        radius: 1, directions: [.right, .left, .aboveRight, .aboveLeft], reach: 20,
        hasLeader: false), in: &drawing)
  }

  private func text(_ level: Double) -> String {
    NumberText.fixed(unit(level), decimals: unit.divisor == 1 ? 0 : 1)
  }
}
