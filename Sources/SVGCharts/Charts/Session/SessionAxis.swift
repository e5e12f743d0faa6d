import Quant

/// The shared horizontal axis of panels that show sessions side by side.
struct SessionAxis {
  let dates: [CalendarDate]

  /// Left and right edge of grid and axis.
  let left = 4.0
  let right: Double

  /// Room between the last session and the right edge, for labels at the ends of lines.
  let endRoom: Double

  /// Creates an axis that leaves room for the longest of the value labels at its right.
  init(
    dates: [CalendarDate], valueLabels: [String], endRoom: Double = 0, drawing: Drawing
  ) {
    self.dates = dates
    self.endRoom = endRoom
    let longest = valueLabels.map { drawing.measure($0) }.max() ?? 0
    right = drawing.width.viewWidth - longest - (drawing.width == .wide ? 10 : 5)
  }

  /// The pixel position of a session by index.
  func x(_ index: Int) -> Double {
    let first = left + 2
    let last = right - 4 - endRoom
    guard dates.count > 1 else { return (first + last) / 2 }
    return first + Double(index) / Double(dates.count - 1) * (last - first)
  }

  /// Where the sessions stand between two heights, as rows of the figure's table.
  func rows(from top: Double, to bottom: Double) -> RowsInPlot {
    RowsInPlot(first: x(0), last: x(max(dates.count - 1, 0)), top: top, bottom: bottom)
  }

  /// Points of a series aligned with the sessions; values that are not finite stay so.
  func points(_ values: [Double], _ y: LinearScale) -> [Point] {
    values.prefix(dates.count).enumerated().map { index, value in
      Point(x(index), value.isFinite ? y(value) : .nan)
    }
  }

  /// The same on a scale of any kind, given by what it does to a value.
  func points(_ values: [Double], place: (Double) -> Double) -> [Point] {
    values.prefix(dates.count).enumerated().map { index, value in
      Point(x(index), value.isFinite ? place(value) : .nan)
    }
  }

  /// The point of a series at a session, when both exist.
  func point(_ values: [Double], at index: Int, _ y: LinearScale) -> Point? {
    guard values.indices.contains(index), index < dates.count, values[index].isFinite else {
      return nil
    }
    return Point(x(index), y(values[index]))
  }

  /// Draws the axis line with its dates at the height `y`.
  func draw(at y: Double, in drawing: inout Drawing) {
    drawing.line("ax", from: Point(left, y), to: Point(right, y))
    let isWide = drawing.width == .wide
    let measured = drawing
    let ticks = DateAxis.ticks(
      dates, x: x, limit: isWide ? 6 : 4, gap: isWide ? 18 : 9, measure: { measured.measure($0) })
    var marks = PathData()
    for tick in ticks {
      marks.vertical(x(tick.index), y, to: y + 5)
      drawing.text(
        tick.label, x: x(tick.index), y: y + 19, className: "tk", anchor: tick.anchor)
    }
    drawing.path("ax", marks)
  }

  /// Draws horizontal hairlines with their values at the right edge.
  func drawGrid(
    _ values: [Double], labels: [String], _ y: LinearScale, in drawing: inout Drawing
  ) {
    drawGrid(values, labels: labels, place: { y($0) }, in: &drawing)
  }

  /// The same on a scale of any kind, given by what it does to a value.
  func drawGrid(
    _ values: [Double], labels: [String], place y: (Double) -> Double, in drawing: inout Drawing
  ) {
    var grid = PathData()
    for (value, label) in zip(values, labels) {
      grid.horizontal(left, y(value), to: right)
      drawing.text(
        label, x: drawing.width.viewWidth, y: y(value) + 4.5, className: "tk", anchor: .end)
    }
    drawing.path("gr", grid)
  }
}
