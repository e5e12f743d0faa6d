public import Quant

/// One series of daily levels over time, with its highest and last value labelled.
///
/// Values that are not finite leave gaps; without any value the figure says "no data".
public struct LevelChart: Chart {
  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String
  /// Words in front of the generated summary, such as the finding.
  public var desc: String
  /// Sessions, ascending.
  public var dates: [CalendarDate]
  /// Levels, aligned with the sessions.
  public var values: [Double]
  /// What the line is, with its unit; stands above it.
  public var valueTitle: ChartLabel
  /// Decimals of the labelled values.
  public var decimals = 2

  /// Creates a chart.
  public init(
    title: String, desc: String = "", dates: [CalendarDate], values: [Double],
    valueTitle: ChartLabel
  ) {
    self.title = title
    self.desc = desc
    self.dates = dates
    self.values = values
    self.valueTitle = valueTitle
  }

  /// Draws both widths; ids begin with the prefix.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in draw(in: &drawing) }
  }

  private func draw(in drawing: inout Drawing) -> Double? {
    let top = 34.0
    let bottom = top + 110
    guard !dates.isEmpty,
      let y = LinearScale(
        fitting: values.prefix(dates.count), padding: 0.04, start: bottom, end: top)
    else { return nil }
    let ticks = y.ticks(atMost: 5)
    let labels = ticks.values.map { NumberText.fixed($0, decimals: ticks.decimals) }
    let axis = SessionAxis(dates: dates, valueLabels: labels, drawing: drawing)
    axis.draw(at: bottom + 8, in: &drawing)
    drawing.rowsInPlot = axis.rows(from: top - 12, to: bottom + 8)
    axis.drawGrid(ticks.values, labels: labels, y, in: &drawing)
    drawing.text(valueTitle.text(in: drawing.width), x: axis.left, y: 14, className: "b bl")
    drawing.path("s bl", PathData(points: axis.points(values, y)))
    label(axis, y, in: &drawing)
    return bottom + 34
  }

  /// Labels the highest value with its date and the last value.
  private func label(_ axis: SessionAxis, _ y: LinearScale, in drawing: inout Drawing) {
    let known = values.indices.prefix(dates.count).filter { values[$0].isFinite }
    guard let last = known.last, let highest = known.max(by: { values[$0] < values[$1] }),
      let peak = axis.point(values, at: highest, y), let end = axis.point(values, at: last, y)
    else { return }
    drawing.dots("p1", [end])
    let isRight = peak.x > drawing.width.viewWidth / 2
    drawing.text(
      "\(NumberText.short(dates[highest])) \(NumberText.fixed(values[highest], decimals: decimals))",
      x: peak.x + (isRight ? -8 : 8), y: peak.y + 6, className: "an",
      anchor: isRight ? .end : .start)
    guard highest != last else { return }
    // The label stands above everything the line does below it.
    let text = NumberText.fixed(values[last], decimals: decimals)
    let reach = drawing.measure(text, bold: true) + 6
    let nearby = known.compactMap { axis.point(values, at: $0, y) }.filter { $0.x > end.x - reach }
    let top = nearby.map(\.y).min() ?? end.y
    drawing.text(text, x: end.x + 2, y: top - 7, className: "b bl", anchor: .end)
  }
}
