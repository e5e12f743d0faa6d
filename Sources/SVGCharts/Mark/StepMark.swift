/// A line of levels that hold until they change: horizontal to the next point, then vertical.
enum StepMark {
  /// The path through `points`; one that is not finite is a gap.
  static func path(_ points: [Point]) -> PathData {
    var data = PathData()
    var pen: Point?
    for point in points {
      guard point.isFinite else {
        pen = nil
        continue
      }
      if let from = pen {
        data.horizontal(to: point.x)
        if from.y != point.y { data.vertical(to: point.y) }
      } else {
        data.move(to: point)
      }
      pen = point
    }
    return data
  }
}
