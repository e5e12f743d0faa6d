/// Filled shapes between curves: an area down to a baseline, a band between two bounds.
enum AreaMark {
  /// The area between a curve and a horizontal baseline; a gap divides it.
  static func path(_ points: [Point], baseline: Double) -> PathData {
    var data = PathData()
    guard baseline.isFinite else { return data }
    for run in points.split(whereSeparator: { !$0.isFinite }) where run.count > 1 {
      guard let first = run.first, let last = run.last else { continue }
      data.move(to: first)
      for point in run.dropFirst() { data.line(to: point) }
      data.line(to: Point(last.x, baseline))
      data.line(to: Point(first.x, baseline))
      data.close()
    }
    return data
  }

  /// The band between an upper and a lower curve, aligned with each other; a point at which either
  /// is not finite divides it.
  static func band(_ upper: [Point], _ lower: [Point]) -> PathData {
    var data = PathData()
    var run: [(upper: Point, lower: Point)] = []
    for (above, below) in zip(upper, lower) {
      if above.isFinite, below.isFinite {
        run.append((above, below))
      } else {
        add(run, to: &data)
        run = []
      }
    }
    add(run, to: &data)
    return data
  }

  private static func add(_ run: [(upper: Point, lower: Point)], to data: inout PathData) {
    guard let first = run.first, run.count > 1 else { return }
    data.move(to: first.upper)
    for pair in run.dropFirst() { data.line(to: pair.upper) }
    for pair in run.reversed() { data.line(to: pair.lower) }
    data.close()
  }
}
