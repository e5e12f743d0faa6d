/// A line of levels that hold until they change: horizontal to the next point, then vertical.
enum StepMark {
  /// The path through `points`; one that is not finite is a gap.
  ///
  /// A point between two gaps is a line of length zero, which round line caps show as a dot.
  static func path(_ points: [Point]) -> PathData {
    var data = PathData()
    var pen: Point?
    for (index, point) in points.enumerated() {
      guard point.isFinite else {
        pen = nil
        continue
      }
      if let from = pen {
        data.horizontal(to: point.x)
        if from.y != point.y { data.vertical(to: point.y) }
      } else {
        data.move(to: point)
        if index + 1 == points.count || !points[index + 1].isFinite {
          data.horizontal(to: point.x)
        }
      }
      pen = point
    }
    return data
  }
}
