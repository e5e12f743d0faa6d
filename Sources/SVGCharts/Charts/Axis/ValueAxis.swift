/// A vertical scale with its unit, round ticks and their labels at the right edge of the view.
struct ValueAxis {
  /// The power of a thousand that the labels count in.
  let unit: ValueUnit
  /// Ticks, as values, with their labels.
  let ticks: [(value: Double, label: String)]
  private let scale: LinearScale

  /// `nil` without a finite value.
  ///
  /// `limit` is where counting in thousands begins, `count` the largest number of ticks. A value in
  /// `including` is on the scale whatever the data; the scale has no padding beyond it.
  init?(
    fitting values: some Sequence<Double>, including: Double? = nil, padding: Double = 0.06,
    start: Double, end: Double, atMost count: Int, thousandsFrom limit: Double = 100_000,
    signed: Bool = false
  ) {
    let finite = values.filter(\.isFinite)
    let unit = ValueUnit(fitting: finite, below: limit)
    let counted = finite.map { unit($0) }
    guard let least = counted.min(), let most = counted.max() else { return nil }
    let base = including.map { unit($0) }
    let (low, high) = (min(least, base ?? least), max(most, base ?? most))
    let pad = (high - low) * padding
    // A scale that starts at its base stands on it: no second line beside the axis.
    let scale = LinearScale(
      lower: low == base ? low : low - pad, upper: high == base ? high : high + pad, start: start,
      end: end)
    let round = scale.ticks(atMost: count)
    self.unit = unit
    self.scale = scale
    ticks = round.values.map {
      ($0 * unit.divisor, NumberText.fixed($0, decimals: min(round.decimals, 9), signed: signed))
    }
  }

  /// The vertical position of a value; NaN for one that is not finite.
  func callAsFunction(_ value: Double) -> Double {
    value.isFinite ? scale(unit(value)) : .nan
  }

  /// The room of the longest label.
  func labelWidth(in drawing: Drawing) -> Double {
    ticks.map { drawing.measure($0.label) }.max() ?? 0
  }

  /// Hairlines with their labels; the zero line is drawn as an axis where `marksZero` is set.
  func drawGrid(
    from left: Double, to right: Double, marksZero: Bool = false, in drawing: inout Drawing
  ) {
    var grid = PathData()
    for tick in ticks {
      let y = self(tick.value)
      if !marksZero || tick.value != 0 { grid.horizontal(left, y, to: right) }
      drawing.text(
        tick.label, x: drawing.width.viewWidth, y: y + 4.5, className: "tk", anchor: .end)
    }
    drawing.path("gr", grid)
  }
}
