/// The target bands of a `LayersChart`, drawn as boxes above the bars.
struct LayersBands {
  private let bands: [(band: LayersChart.Band, lane: Int)]
  private let laneCount: Int

  /// Keeps bands with finite ends, lower below upper and not negative.
  init(_ bands: [LayersChart.Band]) {
    var ends: [Double] = []
    self.bands =
      bands.filter {
        $0.isDrawn
      }.map { band in
        let slack = (band.upper - band.lower) * 0.01
        let lane = ends.firstIndex { $0 <= band.lower + slack } ?? ends.count
        if lane == ends.count { ends.append(band.upper) } else { ends[lane] = band.upper }
        return (band, lane)
      }
    laneCount = ends.count
  }

  /// Lower edge of the boxes.
  var bottom: Double { 45 + Double(max(laneCount - 1, 0)) * 23 }

  /// All ends, ascending and without repeats.
  var edges: [Double] {
    Set(bands.flatMap { [$0.band.lower, $0.band.upper] }).sorted()
  }

  /// Draws the boxes with their names and what they are.
  func draw(_ x: LinearScale, in drawing: inout Drawing) {
    guard !bands.isEmpty else { return }
    let isWide = drawing.width == .wide
    drawing.text(
      isWide ? "Target band" : "Target bands", x: isWide ? 0 : x.start, y: isWide ? 39.5 : 14,
      className: "mu")
    // The active one last, so that its outline lies on top.
    for isActive in [false, true] {
      for (band, lane) in bands where band.isActive == isActive {
        let top = 26 + Double(lane) * 23
        let left = x(band.lower) + 1.5
        let box = Box(
          minX: left, minY: top, maxX: max(x(band.upper) - 1.5, left + 1), maxY: top + 19)
        drawing.rect(isActive ? "bd on" : "bd", box)
        let words = ["layer\u{00A0}\(band.layer)", String(band.layer)].first {
          drawing.measure($0, bold: isActive) + 4 <= box.width
        }
        drawing.text(
          words ?? "", x: (box.minX + box.maxX) / 2, y: top + 14, className: isActive ? "b" : "",
          anchor: .middle)
      }
    }
  }
}
