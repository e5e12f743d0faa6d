/// A horizontal axis of numbers: the line, marks below it and labels that do not touch.
enum BottomAxis {
  /// One tick: its position and its label.
  struct Tick {
    var x: Double
    var label: String
  }

  /// Ticks of a linear scale in its own numbers.
  static func ticks(_ scale: LinearScale, atMost count: Int, signed: Bool = false) -> [Tick] {
    let ticks = scale.ticks(atMost: count)
    return ticks.values.map {
      Tick(
        x: scale($0), label: NumberText.fixed($0, decimals: min(ticks.decimals, 9), signed: signed))
    }
  }

  /// Draws the axis; a label at an edge moves inward by what it lacks, one without room is left out.
  static func draw(
    _ ticks: [Tick], from left: Double, to right: Double, at y: Double, in drawing: inout Drawing
  ) {
    drawing.line("ax", from: Point(left, y), to: Point(right, y))
    var marks = PathData()
    var free = -Double.infinity
    for tick in ticks where tick.x >= left - 0.5 && tick.x <= right + 0.5 {
      marks.vertical(tick.x, y, to: y + 5)
      let half = drawing.measure(tick.label) / 2
      let x = min(max(tick.x, half), drawing.width.viewWidth - half)
      guard x - half >= free else { continue }
      free = x + half + 6
      drawing.text(tick.label, x: x, y: y + 19, className: "tk", anchor: .middle)
    }
    drawing.path("ax", marks)
  }
}
