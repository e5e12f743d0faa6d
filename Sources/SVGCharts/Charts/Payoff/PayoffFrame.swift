/// One panel of a `PayoffDrawing` with its scales.
struct PayoffFrame {
  let panel: PayoffChart.Panel
  let x: LinearScale
  let y: LinearScale
  let isRightmost: Bool

  var left: Double { x.start - 2 }
  var right: Double { x.end + 2 }
  var top: Double { y.end }
  var bottom: Double { y.start }

  /// The places of values at the panel's levels; gaps where either is not finite.
  func points(_ values: [Double]) -> [Point] {
    zip(panel.levels, values).map { level, value in
      level.isFinite && value.isFinite ? Point(x(level), y(value)) : Point(.nan, .nan)
    }
  }
}
