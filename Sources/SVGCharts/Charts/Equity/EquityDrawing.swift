#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Quant

/// Lays out and draws one width of an `EquityChart`.
struct EquityDrawing {
  private let chart: EquityChart
  private let lines: [EquityChart.Line]
  private let place: @Sendable (Double) -> Double
  private let ticks: [Double]
  private let tickLabels: [String]
  private let axis: SessionAxis
  private let names: EndLabels
  private let top: Double
  private let bottom: Double

  /// `nil` without dates or values.
  init?(chart: EquityChart, lines: [EquityChart.Line], drawing: Drawing) {
    self.chart = chart
    self.lines = lines
    let isWide = drawing.width == .wide
    let height = isWide ? 220.0 : 196
    names = EndLabels(
      lines.map { line in
        .init(
          name: line.name.text(in: drawing.width), value: chart.text(line.values[line.last]),
          lineClass: line.className, textClass: line.textClass, isBold: line.pattern == 1)
      }, plotHeight: height + 16, drawing: drawing)
    top = 34 + names.legendHeight
    bottom = top + height
    let values = lines.flatMap(\.values) + (chart.baseline.map { [$0.plottable] } ?? [])
    let limit = isWide ? 6 : 5
    if chart.scaling == .logarithmic {
      guard let y = LogScale(fitting: values, padding: 0.04, start: bottom, end: top) else {
        return nil
      }
      place = { y($0) }
      ticks = y.ticks(atMost: limit)
      tickLabels = ticks.map { NumberText.fixed($0, decimals: Self.decimals($0)) }
    } else {
      guard let y = LinearScale(fitting: values, padding: 0.04, start: bottom, end: top) else {
        return nil
      }
      place = { y($0) }
      let round = y.ticks(atMost: limit)
      ticks = round.values
      tickLabels = ticks.map { NumberText.fixed($0, decimals: round.decimals) }
    }
    guard !lines.isEmpty else { return nil }
    axis = SessionAxis(
      dates: chart.dates, valueLabels: tickLabels, endRoom: names.width, drawing: drawing)
  }

  /// As many decimals as a round number needs, at most six.
  private static func decimals(_ value: Double) -> Int {
    (0..<6).first { places in
      let shifted = value * pow(10, Double(places))
      return abs(shifted - shifted.rounded()) < 1e-6 * max(shifted, 1) && shifted >= 0.5
    } ?? 6
  }

  /// Draws everything and returns the height.
  func draw(in drawing: inout Drawing) -> Double {
    let words =
      [chart.valueTitle.text(in: drawing.width), chart.unit]
      + (chart.scaling == .logarithmic ? [chart.logarithmicName.text(in: drawing.width)] : [])
    drawing.text(
      drawing.fitted(
        words.filter { !$0.isEmpty }.joined(separator: ", "), to: drawing.width.viewWidth - 8,
        bold: true), x: axis.left, y: 14, className: "b")
    names.drawLegend(top: 20, in: &drawing)
    axis.drawGrid(ticks, labels: tickLabels, place: place, in: &drawing)
    if let level = chart.baseline, place(level.plottable).isFinite {
      drawing.line(
        "ax", from: Point(axis.left, place(level)), to: Point(axis.right, place(level)))
    }
    axis.draw(at: bottom + 8, in: &drawing)
    drawing.rowsInPlot = axis.rows(from: top - 6, to: bottom + 8)
    // The benchmark first, the most important curve last and on top.
    let limit = (drawing.width == .wide ? 620 : 360) / max(lines.count, 2)
    for line in lines.sorted(by: { Self.rank($0) > Self.rank($1) }) {
      drawing.path(
        line.className,
        PathData(
          points: LineThinning.thinned(
            axis.points(line.values, place: place), atMost: limit)))
    }
    names.draw(
      at: lines.map { Point(axis.x($0.last), place($0.values[$0.last])) },
      x: axis.right - names.width, within: (top - 8)...(bottom + 8), in: &drawing)
    return bottom + 34
  }

  private static func rank(_ line: EquityChart.Line) -> Int {
    line.pattern == 0 ? 9 : line.pattern
  }
}
