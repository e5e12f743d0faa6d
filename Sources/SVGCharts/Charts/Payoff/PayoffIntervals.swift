extension PayoffChart.Panel {
  /// The intervals that are drawn: at most two, the narrower one first.
  var drawnIntervals: [PayoffChart.Interval] {
    intervals.filter { $0.lower.isFinite && $0.upper.isFinite && $0.lower <= $0.upper }
      .sorted { ($0.probability, $0.upper - $0.lower) < ($1.probability, $1.upper - $1.lower) }
      .prefix(2).map { $0 }
  }
}

/// Draws where the index is likely to stand: a thin bar with ends, the inner interval thick on it.
struct PayoffIntervals {
  let chart: PayoffChart
  let panels: [PayoffChart.Panel]
  /// The levels that the panels span.
  let levels: ClosedRange<Double>

  /// Whether no panel has an interval.
  var isEmpty: Bool { panels.allSatisfy { $0.drawnIntervals.isEmpty } }

  /// A probability as it is printed: `68 %`, `97.5 %`.
  static func percent(_ interval: PayoffChart.Interval) -> String {
    NumberText.percent(
      interval.probability, decimals: DecimalsNeeded.of([interval.probability * 100], atMost: 1))
  }

  /// Draws the bars of all panels, each at its height: one path for the thin and one for the thick.
  func draw(
    _ places: [(panel: PayoffChart.Panel, x: LinearScale, y: Double)], in drawing: inout Drawing
  ) {
    var (thin, thick) = (PathData(), PathData())
    for place in places {
      let intervals = place.panel.drawnIntervals
      for (index, interval) in intervals.enumerated() {
        let lower = max(interval.lower, levels.lowerBound)
        let upper = min(interval.upper, levels.upperBound)
        guard lower <= upper else { continue }
        guard index == intervals.count - 1 else {
          thick.horizontal(place.x(lower), place.y, to: place.x(upper))
          continue
        }
        thin.horizontal(place.x(lower), place.y, to: place.x(upper))
        // An end that is cut off carries no mark.
        for end in [interval.lower, interval.upper] where levels.contains(end) {
          thin.vertical(place.x(end), place.y - 3.5, to: place.y + 3.5)
        }
      }
    }
    drawing.path("iv", thin)
    drawing.path("iw", thick)
  }

  /// What the bars are, on a line below `top`; returns the lower end.
  func drawLegend(below top: Double, in drawing: inout Drawing) -> Double {
    guard let intervals = panels.map(\.drawnIntervals).max(by: { $0.count < $1.count }),
      let widest = intervals.last
    else { return top }
    let y = top + 8
    var bar = PathData()
    bar.horizontal(1, y, to: 33)
    for end in [1.0, 33] { bar.vertical(end, y - 3.5, to: y + 3.5) }
    drawing.path("iv", bar)
    if intervals.count > 1 { drawing.line("iw", from: Point(9, y), to: Point(25, y)) }
    let both = intervals.count > 1 ? intervals : [widest]
    let words = [
      chart.intervalName.text(in: drawing.width),
      both.map(Self.percent).joined(separator: " / "),
      chart.intervalAssumption.text(in: drawing.width),
    ].filter { !$0.isEmpty }.joined(separator: " ")
    drawing.text(words, x: 41, y: y + 4.5, className: "tk")
    return top + 18
  }
}
