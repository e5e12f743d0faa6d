/// Lays out and draws one width of a `TimeValueChart`.
struct TimeValueDrawing {
  private struct Bar {
    let option: TimeValueChart.Option
    let shape: BarMark.Bar
    var middle: Double { shape.left + shape.width / 2 }
    /// The upper edge, whatever the sign.
    var top: Double { min(shape.end, shape.base) }
  }

  private let chart: TimeValueChart
  private let strikes: [Double]
  private let y: ValueAxis
  private let bands: BandScale
  private let bars: [Bar]
  private let right: Double
  private let top = 54.0
  private let bottom: Double
  private let unit: ValueUnit

  /// `nil` without a finite value.
  init?(chart: TimeValueChart, drawing: Drawing) {
    let options = chart.drawn
    let isWide = drawing.width == .wide
    let bottom = isWide ? 216.0 : 196
    guard
      let y = ValueAxis(
        fitting: options.map(\.dollarsPerContract), including: 0, padding: 0.08, start: bottom,
        end: top + 22, atMost: 6)
    else { return nil }
    let strikes = Set(options.map(\.strike)).sorted()
    right = drawing.width.viewWidth - y.labelWidth(in: drawing) - 8
    let bands = BandScale(
      count: strikes.count, start: 4, end: right - 4, padding: strikes.count > 30 ? 0.1 : 0.25)
    let places = Dictionary(uniqueKeysWithValues: zip(strikes, strikes.indices))
    let shared = Set(
      Dictionary(grouping: options, by: \.strike).filter { group in
        Set(group.value.map(\.kind)).count > 1
      }.keys)
    bars = options.compactMap { option in
      places[option.strike].map { index in
        Self.bar(option, bands, index, isShared: shared.contains(option.strike), y)
      }
    }
    self.chart = chart
    self.strikes = strikes
    self.y = y
    self.bands = bands
    self.bottom = bottom
    unit = ValueUnit(fitting: strikes, below: 100_000)
  }

  private static func bar(
    _ option: TimeValueChart.Option, _ bands: BandScale, _ index: Int, isShared: Bool,
    _ y: ValueAxis
  ) -> Bar {
    let full = min(bands.width, 44)
    let left = bands.middle(index) - full / 2
    let width = isShared ? full / 2 - min(0.5, full / 20) : full
    let isRight = isShared && option.kind == .call
    return Bar(
      option: option,
      shape: .init(
        left: isRight ? left + full - width : left, width: width,
        end: y(option.dollarsPerContract), base: y(0)))
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    drawing.text(
      "\(y.unit.name(chart.unit)) \(chart.valueCaption.text(in: drawing.width))", x: 0, y: 14,
      className: "mu")
    y.drawGrid(from: 0, to: right, marksZero: true, in: &drawing)
    drawLegend(in: &drawing)
    drawing.path("bf", BarMark.path(bars.filter { $0.option.kind == .put }.map(\.shape)))
    drawing.path("bh", BarMark.path(bars.filter { $0.option.kind == .call }.map(\.shape)))
    drawing.line("ax", from: Point(0, y(0)), to: Point(right, y(0)))
    let spotX = drawSpot(in: &drawing)
    let rings = bars.filter(\.option.isShort).map { Point($0.middle, $0.top - 6) }
    drawing.circles("be", rings, radius: 2.8)
    drawLabels(besides: spotX, in: &drawing)
    drawStrikes(in: &drawing)
    drawing.text(
      unit.name(chart.axisCaption.text(in: drawing.width)), x: right, y: bottom + 38,
      className: "tk", anchor: .end)
    return bottom + 44
  }

  /// What filled, hollow and ringed mean, on one line under the unit.
  private func drawLegend(in drawing: inout Drawing) {
    var x = 1.0
    for (kind, className, name, letter) in [
      (TimeValueChart.Kind.put, "bf", chart.putName, chart.putLetter),
      (.call, "bh", chart.callName, chart.callLetter),
    ] where bars.contains(where: { $0.option.kind == kind }) {
      var box = PathData()
      box.rectangle(Box(minX: x, minY: 22, maxX: x + 11, maxY: 33))
      drawing.path(className, box)
      let label = letter.isEmpty ? name : "\(name) (\(letter))"
      drawing.text(label, x: x + 17, y: 32, className: "tk")
      x += 17 + drawing.measure(label) + 16
    }
    guard bars.contains(where: \.option.isShort), !chart.shortName.isEmpty else { return }
    drawing.circles("be", [Point(x + 4, 27.5)], radius: 2.8)
    drawing.text(chart.shortName, x: x + 12, y: 32, className: "tk")
  }

  /// Draws the line at the spot and returns where it stands.
  private func drawSpot(in drawing: inout Drawing) -> Double? {
    guard let spot = chart.spot, spot.isFinite, let place = place(spot) else { return nil }
    let label = "\(chart.spotName) \(NumberText.fixed(unit(spot), decimals: 2))"
    let half = drawing.measure(label) / 2
    drawing.line("kn", from: Point(place, top - 2), to: Point(place, bottom))
    drawing.text(
      label, x: min(max(place, half + 1), right - half), y: top - 6, className: "an",
      anchor: .middle)
    return place
  }

  /// The place of a level between the middles of its neighbouring strikes; beyond the outer strikes
  /// half a step outside of them.
  private func place(_ level: Double) -> Double? {
    guard let first = strikes.first, let last = strikes.last else { return nil }
    if level < first { return bands.middle(0) - bands.step / 2 }
    if level > last { return bands.middle(strikes.count - 1) + bands.step / 2 }
    let upper = strikes.firstIndex { $0 >= level } ?? strikes.count - 1
    guard upper > 0, strikes[upper] > level else { return bands.middle(upper) }
    let share = (level - strikes[upper - 1]) / (strikes[upper] - strikes[upper - 1])
    return bands.middle(upper - 1) + bands.step * share
  }

  /// Values and letters above the bars, where every one of them has room; the short ones first.
  private func drawLabels(besides spotX: Double?, in drawing: inout Drawing) {
    var taken: [Box] = []
    if let spotX {
      taken.append(Box(minX: spotX - 2, minY: top, maxX: spotX + 2, maxY: bottom))
    }
    let order = bars.filter(\.option.isShort) + bars.filter { !$0.option.isShort }
    for bar in order {
      let amount = NumberText.fixed(
        y.unit(bar.option.dollarsPerContract), decimals: y.unit.divisor == 1 ? chart.decimals : 1)
      let letter = bar.option.kind == .put ? chart.putLetter : chart.callLetter
      // In a chain the legend's look tells puts from calls; only the short ones are named.
      guard bars.count <= 12 || bar.option.isShort else { continue }
      let baseline = bar.top - (bar.option.isShort ? 13 : 5)
      for text in ["\(letter) \(amount)", letter] {
        let box = drawing.textBox(text, x: bar.middle, y: baseline, anchor: .middle)
        let guarded = box.grown(by: 1.5)
        let room = text == letter ? bar.shape.width + 2 : bands.step - 3
        guard box.width <= room, box.minX >= 0, box.maxX <= right, box.minY >= top - 4,
          taken.allSatisfy({ $0.overlap(guarded) == 0 }),
          bars.allSatisfy({ Self.box($0).overlap(box) == 0 })
        else { continue }
        taken.append(box)
        drawing.text(text, x: bar.middle, y: baseline, className: "ha", anchor: .middle)
        break
      }
    }
  }

  private static func box(_ bar: Bar) -> Box {
    Box(
      minX: bar.shape.left, minY: bar.top, maxX: bar.shape.left + bar.shape.width,
      maxY: max(bar.shape.end, bar.shape.base))
  }

  private func drawStrikes(in drawing: inout Drawing) {
    let decimals = DecimalsNeeded.of(strikes.map { unit($0) })
    let labels = strikes.map { NumberText.fixed(unit($0), decimals: decimals) }
    let longest = labels.map { drawing.measure($0) }.max() ?? 0
    let limit = max(1, Int((right - 8) / (longest + 8)))
    let ticks = bands.labelled(atMost: limit).filter { labels.indices.contains($0) }
    let shown = DecimalsNeeded.of(ticks.map { unit(strikes[$0]) })
    BottomAxis.draw(
      ticks.map {
        .init(
          x: bands.middle($0), label: NumberText.fixed(unit(strikes[$0]), decimals: shown))
      }, from: 0, to: right, at: bottom,
      in: &drawing)
  }
}
