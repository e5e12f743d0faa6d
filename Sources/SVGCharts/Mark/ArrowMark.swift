/// A line with an open head at its end.
enum ArrowMark {
  /// The path from one point to another; nothing when they are nearer than the head is long.
  static func path(from start: Point, to end: Point, head: Double = 6) -> PathData {
    var data = PathData()
    guard start.isFinite, end.isFinite else { return data }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > head else { return data }
    let (ux, uy) = (dx / length, dy / length)
    data.move(to: start)
    data.line(to: end)
    for side in [-0.5, 0.5] {
      data.move(to: Point(end.x - head * (ux + side * uy), end.y - head * (uy - side * ux)))
      data.line(to: end)
    }
    return data
  }
}
