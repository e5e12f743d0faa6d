/// Lays out and draws one width of a `LayersChart`.
struct LayersDrawing {
  private struct Bar {
    let row: LayersChart.Row
    let segments: [LayersChart.Segment]
    let total: Double
    let top: Double
    var bottom: Double { top + LayersDrawing.barHeight }
    var middle: Double { top + LayersDrawing.barHeight / 2 }
  }

  private static let barHeight = 30.0

  private let chart: LayersChart
  private let bands: LayersBands
  private let bars: [Bar]
  private let x: LinearScale
  private let isWide: Bool
  /// Right end of the dollar column and of the share column; equal without shares.
  private let dollarColumn: Double
  private let shareColumn: Double
  private let vega: Double?
  private let barsBottom: Double
  /// Rows under whose bar a limit has its words, for want of room beside it.
  private let rowsWithWordsBelow: Set<Int>
  /// Room to the right of the bars that text may use.
  private let textRight: Double

  init(chart: LayersChart, drawing: Drawing) {
    self.chart = chart
    isWide = drawing.width == .wide
    vega = chart.bookVegaDollarsPerVolPoint.flatMap {
      $0.isPlottable && $0.magnitude >= 0.005 ? $0.magnitude : nil
    }
    bands = LayersBands(chart.bands)
    let first = bands.bottom + (isWide ? 27 : 49)
    let pitch = isWide ? 54.0 : 68
    bars = chart.rows.enumerated().map { index, row in
      let segments = row.segments.filter {
        $0.dollarsPerPoint.isPlottable && $0.dollarsPerPoint > 0
      }
      return Bar(
        row: row, segments: segments, total: segments.reduce(0) { $0 + $1.dollarsPerPoint },
        top: first + Double(index) * pitch)
    }

    let totals = bars.map { NumberText.fixed($0.total, decimals: chart.decimals) }
    let columnWidth = (totals + ["$/point"]).map { drawing.measure($0, bold: true) }.max() ?? 0
    shareColumn = drawing.width.viewWidth
    dollarColumn = isWide && vega != nil ? shareColumn - drawing.measure("share, %") - 12 : 640
    textRight = isWide ? dollarColumn - columnWidth - 12 : drawing.width.viewWidth
    let labels = chart.rows.flatMap {
      [
        drawing.measure($0.label.wide, bold: $0.isEmphasised), drawing.measure($0.detail),
        drawing.measure("Target band"),
      ]
    }
    let left = isWide ? min((labels.max() ?? 80) + 18, 240) : 4
    let highest =
      (bars.map(\.total) + bands.edges + chart.limits.map(\.dollarsPerPoint))
      .filter(\.isFinite).max() ?? 0
    let outermost = bands.edges.max() ?? 0
    x = LinearScale(
      lower: 0, upper: highest > 0 ? highest * (highest > outermost ? 1.04 : 1) : vega ?? 100,
      start: left, end: isWide ? textRight - 28 : 308)
    let (x, bars, textRight) = (x, bars, textRight)
    rowsWithWordsBelow = Set(
      chart.limits.filter { limit in
        bars.indices.contains(limit.row)
          && Self.side(limit, bars[limit.row], x, textRight, drawing) == .below
      }.map(\.row))
    let room = rowsWithWordsBelow.contains(bars.count - 1) ? 28.0 : 12
    barsBottom = (bars.last?.bottom ?? bands.bottom) + room
  }

  /// Where a limit has its words: beside its line, or below the bar when both sides are taken.
  private enum Side { case right, left, below }

  private static func side(
    _ limit: LayersChart.Limit, _ bar: Bar, _ x: LinearScale, _ textRight: Double,
    _ drawing: Drawing
  ) -> Side {
    guard limit.isDrawn else { return .right }
    let length = limit.lines.prefix(2).map { drawing.measure($0, bold: true) }.max() ?? 0
    let position = x(limit.dollarsPerPoint)
    let end = bar.segments.isEmpty ? x.start + 16 : x(bar.total)
    if max(position, end) + 7 + length <= textRight { return .right }
    return position - 7 - length > end ? .left : .below
  }

  /// Draws everything and returns the height.
  mutating func draw(in drawing: inout Drawing) -> Double {
    drawAxis(in: &drawing)
    bands.draw(x, in: &drawing)
    if isWide {
      let baseline = 39.5
      drawing.text("$/point", x: dollarColumn, y: baseline, className: "tk", anchor: .end)
      if vega != nil {
        drawing.text("share, %", x: shareColumn, y: baseline, className: "tk", anchor: .end)
      }
    }
    for (index, bar) in bars.enumerated() {
      drawWords(bar, in: &drawing)
      drawBar(bar, wordsBelow: rowsWithWordsBelow.contains(index), in: &drawing)
      for limit in chart.limits where limit.row == index { draw(limit, bar, in: &drawing) }
    }
    return barsBottom + 42
  }

  private func drawAxis(in drawing: inout Drawing) {
    let ticks = LayersTicks(
      x: x, bandEdges: bands.edges, vega: vega, isWide: isWide, drawing: drawing)
    var grid = PathData()
    for tick in ticks.marks where tick.value > 0 {
      grid.vertical(x(tick.value), bands.bottom + 2, to: barsBottom)
    }
    drawing.path("gr", grid)
    drawing.line("ax", from: Point(x.start, barsBottom), to: Point(x.end, barsBottom))
    for mark in ticks.marks where !mark.label.isEmpty {
      drawing.text(
        mark.label, x: mark.x, y: barsBottom + 17, className: "tk", anchor: mark.anchor)
    }
    let caption =
      if !chart.axisCaption.isEmpty {
        chart.axisCaption
      } else if let signed = chart.bookVegaDollarsPerVolPoint, vega != nil {
        "share of the book’s vega, \(NumberText.dollars(signed)) per vol point"
      } else {
        "dollars per VIX point"
      }
    drawing.text(caption, x: x.start, y: barsBottom + 35, className: "tk")
  }

  private func drawWords(_ bar: Bar, in drawing: inout Drawing) {
    let dollars = NumberText.fixed(bar.total, decimals: chart.decimals)
    let share = vega.map { NumberText.fixed(bar.total / $0 * 100, decimals: 0) }
    let weight = bar.row.isEmphasised ? "b " : ""
    let label = bar.row.label.text(in: drawing.width)
    if isWide {
      let baseline = bar.middle + (bar.row.detail.isEmpty ? 4.5 : -2.5)
      drawing.text(label, x: 0, y: baseline, className: bar.row.isEmphasised ? "b" : "")
      drawing.text(bar.row.detail, x: 0, y: baseline + 16, className: "mu")
      drawing.text(
        dollars, x: dollarColumn, y: bar.middle + 4.5, className: weight + "ha", anchor: .end)
      if let share {
        drawing.text(
          share, x: shareColumn, y: bar.middle + 4.5, className: weight + "ha", anchor: .end)
      }
    } else {
      let values = "$\(dollars)" + (share.map { ", \($0)\u{202F}%" } ?? "")
      let room = 312 - drawing.measure(values, bold: bar.row.isEmphasised)
      let long = bar.row.detail.isEmpty ? label : "\(label), \(bar.row.detail)"
      let fits = drawing.measure(long, bold: bar.row.isEmphasised) <= room
      drawing.text(
        fits ? long : label, x: x.start, y: bar.top - 8, className: weight + "ha")
      drawing.text(values, x: 320, y: bar.top - 8, className: weight + "ha", anchor: .end)
    }
  }

  private func drawBar(_ bar: Bar, wordsBelow: Bool, in drawing: inout Drawing) {
    guard !bar.segments.isEmpty else {
      drawing.line("ax", from: Point(x.start, bar.top), to: Point(x.start, bar.bottom))
      drawing.text("0", x: x.start + 7, y: bar.middle + 4.5, className: "b ha")
      return
    }
    var sum = 0.0
    var outside: [(numeral: String, centre: Double)] = []
    for segment in bar.segments {
      let from = x(sum)
      sum += segment.dollarsPerPoint
      let to = x(sum)
      let colour = min(max(segment.layer, 1), 3)
      drawing.rect(
        bar.row.isHypothetical ? "gh" : "y\(colour)",
        Box(minX: from, minY: bar.top, maxX: to, maxY: bar.bottom))
      let numeral = String(segment.layer)
      let centre = (from + to) / 2
      if drawing.measure(numeral, bold: true) + 3 <= to - from {
        drawing.text(
          numeral, x: centre, y: bar.middle + 4.5,
          className: bar.row.isHypothetical ? "b ha" : "in i\(colour)", anchor: .middle)
      } else {
        outside.append((numeral, centre))
      }
    }
    // Numerals of segments too thin for them stand below the bar, spread apart, where there is room.
    guard !wordsBelow, Double(outside.count) * 11 < x.end - x.start - 8 else { return }
    let places = VerticalSpacing.spread(
      outside.map(\.centre), distance: 11, within: (x.start + 4)...(x.end - 4))
    for (item, place) in zip(outside, places) {
      drawing.text(item.numeral, x: place, y: bar.bottom + 13, className: "b ha", anchor: .middle)
    }
  }

  private func draw(_ limit: LayersChart.Limit, _ bar: Bar, in drawing: inout Drawing) {
    guard limit.isDrawn else { return }
    let position = x(limit.dollarsPerPoint)
    drawing.line("cap", from: Point(position, bar.top - 5), to: Point(position, bar.bottom + 5))
    let lines = limit.lines.prefix(2)
    let end = bar.segments.isEmpty ? x.start + 16 : x(bar.total)
    let right = max(position, end) + 7
    let first = bar.middle + 4.5 - Double(lines.count - 1) * 7.5
    switch Self.side(limit, bar, x, textRight, drawing) {
    case .right:
      for (row, line) in lines.enumerated() {
        drawing.text(line, x: right, y: first + Double(row) * 15, className: "ve")
      }
    case .left:
      for (row, line) in lines.enumerated() {
        drawing.text(
          line, x: position - 7, y: first + Double(row) * 15, className: "ve", anchor: .end)
      }
    case .below:
      let joined = lines.joined(separator: " ")
      let half = drawing.measure(joined, bold: true) / 2
      let centre = min(max(position, x.start + half), textRight - half)
      drawing.text(
        joined, x: centre, y: bar.bottom + 16, className: "ve", anchor: .middle)
    }
  }
}
