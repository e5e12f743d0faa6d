/// The key of the palette, for grids too dense for numbers.
enum HeatMapTints {
  /// The tints with the values at both ends; returns the lower end.
  static func draw(
    _ numbers: HeatMapNumbers, below top: Double, in drawing: inout Drawing
  ) -> Double {
    let ends = [-numbers.largest, numbers.largest].map { numbers.text($0) }
    drawing.text(ends[0], x: 0, y: top + 12, className: "tk")
    var x = drawing.measure(ends[0]) + 6
    for name in ["v4", "v3", "v2", "v1", "", "g1", "g2", "g3", "g4"] {
      if !name.isEmpty {
        drawing.line("q qs \(name)", from: Point(x, top + 8), to: Point(x + 14, top + 8))
      }
      x += 15
    }
    drawing.text(ends[1], x: x + 5, y: top + 12, className: "tk")
    return top + 20
  }
}
