/// Lays out and draws one width of a `DistributionChart`.
struct DistributionDrawing {
  private struct Row {
    let name: String
    let sample: DistributionBins.Sample
    let isBase: Bool
  }

  private let chart: DistributionChart
  private let bins: DistributionBins
  private let x: LinearScale
  private let y: ValueAxis
  private let right: Double
  private let top = 44.0
  private let bottom: Double
  private let isWide: Bool

  /// `nil` without a finite value.
  init?(chart: DistributionChart, bins: DistributionBins, drawing: Drawing) {
    isWide = drawing.width == .wide
    bottom = isWide ? 224 : 196
    guard let first = bins.edges.first, let last = bins.edges.last,
      let y = ValueAxis(
        fitting: bins.all.shares + bins.sample.shares, including: 0, padding: 0.03, start: bottom,
        end: top, atMost: 6)
    else { return nil }
    right = drawing.width.viewWidth - y.labelWidth(in: drawing) - 8
    // Today's value may lie beyond everything that has been seen.
    let current = bins.current ?? first
    x = LinearScale(
      lower: min(first, current), upper: max(last, current), start: 8, end: right - 8)
    self.chart = chart
    self.bins = bins
    self.y = y
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    drawing.text(chart.shareCaption.text(in: drawing.width), x: 0, y: 14, className: "mu")
    y.drawGrid(from: 0, to: right, in: &drawing)
    drawing.path("bf", sampleBars)
    drawing.path("ho", StepMark.path(outline))
    BottomAxis.draw(
      BottomAxis.ticks(x, atMost: isWide ? 9 : 5, signed: true), from: 0, to: right, at: bottom,
      in: &drawing)
    drawCurrent(in: &drawing)
    let width = drawing.width
    let unit = bins.unit.name(chart.unit)
    drawing.text(
      "\(chart.valueName.text(in: width)), \(unit)", x: right, y: bottom + 37, className: "tk",
      anchor: .end)
    var bottom = bottom + 44
    for row in [
      Row(name: chart.allName.text(in: width), sample: bins.all, isBase: true),
      Row(name: chart.sampleName.text(in: width), sample: bins.sample, isBase: false),
    ] where !row.sample.sorted.isEmpty {
      bottom = draw(row, below: bottom, in: &drawing)
    }
    return bottom
  }

  /// Bars somewhat narrower than the bins, so that the outline of the base rate stays visible.
  private var sampleBars: PathData {
    BarMark.path(
      bins.sample.shares.enumerated().map { index, share in
        let from = x(bins.edges[index])
        let width = x(bins.edges[index + 1]) - from
        let inset = min(2.5, width * 0.15)
        return .init(left: from + inset, width: width - 2 * inset, end: y(share), base: y(0))
      })
  }

  private var outline: [Point] {
    let shares = bins.all.shares
    guard let first = bins.edges.first, let last = bins.edges.last, !shares.isEmpty else {
      return []
    }
    return [Point(x(first), y(0))]
      + shares.enumerated().map { Point(x(bins.edges[$0]), y($1)) } + [Point(x(last), y(0))]
  }

  private func drawCurrent(in drawing: inout Drawing) {
    guard let current = bins.current else { return }
    let place = x(current)
    let value = NumberText.fixed(current, decimals: chart.decimals, signed: true)
    let label =
      "\(chart.currentName.text(in: drawing.width)) \(value)\u{202F}\(bins.unit.name(chart.unit))"
    let half = drawing.measure(label) / 2
    drawing.line("kn", from: Point(place, top - 8), to: Point(place, bottom))
    drawing.text(
      label, x: min(max(place, half + 1), right - half), y: top - 12, className: "an",
      anchor: .middle)
  }

  /// One sample: its quantiles as a bar under the axis, and a line of text with its look, count and
  /// numbers; returns the lower end.
  private func draw(_ row: Row, below top: Double, in drawing: inout Drawing) -> Double {
    let quantiles = [0.05, 0.5, 0.95].compactMap { row.sample.quantile($0) }
    let y = top + 8
    if let low = quantiles.first, let high = quantiles.last, quantiles.count == 3 {
      var bar = PathData()
      bar.horizontal(x(low), y, to: x(high))
      for end in [low, high] { bar.vertical(x(end), y - 4, to: y + 4) }
      drawing.path("iv", bar)
      drawing.dots(row.isBase ? "p2" : "bls", [Point(x(quantiles[1]), y)])
    }
    var swatch = PathData()
    swatch.rectangle(Box(minX: 1, minY: y + 11, maxX: 13, maxY: y + 22))
    drawing.path(row.isBase ? "ho" : "bf", swatch)
    let count = row.sample.sorted.count
    var lines = [
      "\(row.name), \(chart.countName)\u{00A0}\(NumberText.integer(count))", numbers(quantiles),
    ]
    if count < chart.leastCount { lines[0] += ": " + chart.smallName.text(in: drawing.width) }
    let joined = lines.joined(separator: "\u{2002}·\u{2002}")
    if drawing.measure(joined) + 20 <= drawing.width.viewWidth { lines = [joined] }
    for (index, line) in lines.enumerated() {
      drawing.text(line, x: 20, y: y + 21 + Double(index) * 17)
    }
    return y + 26 + Double(lines.count - 1) * 17 + 4
  }

  private func numbers(_ quantiles: [Double]) -> String {
    let texts = quantiles.map {
      NumberText.fixed($0, decimals: chart.decimals, signed: true)
    }
    guard texts.count == 3 else { return "" }
    return "5\u{202F}%\u{00A0}\(texts[0]), \(chart.medianName)\u{00A0}\(texts[1]), "
      + "95\u{202F}%\u{00A0}\(texts[2])"
  }
}
