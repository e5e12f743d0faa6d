/// Leaves out the points of a polyline that its other points draw just as well.
///
/// Ramer (1972) and Douglas and Peucker (1973): of the points between two kept ones, the farthest
/// from their connection is kept when it lies beyond the tolerance. Corners and ends keep their
/// exact places.
enum PolylineSimplification {
  /// Below half of the tenth of a pixel that coordinates are rounded to.
  static let invisible = 0.05

  /// The points that are needed; a point that is not finite stays, since it divides the line.
  ///
  /// Of n points about n · log n are compared, n² at worst.
  static func simplified(_ points: [Point], tolerance: Double = invisible) -> [Point] {
    var result: [Point] = []
    var start = 0
    while start < points.count {
      guard points[start].isFinite else {
        if result.last?.isFinite ?? false { result.append(points[start]) }
        start += 1
        continue
      }
      var end = start
      while end + 1 < points.count, points[end + 1].isFinite { end += 1 }
      keepNeeded(points[start...end], tolerance, in: &result)
      start = end + 1
    }
    return result
  }

  private static func keepNeeded(
    _ run: ArraySlice<Point>, _ tolerance: Double, in result: inout [Point]
  ) {
    var isKept = [Bool](repeating: false, count: run.count)
    let first = run.startIndex
    var open = [(from: first, to: run.endIndex - 1)]
    isKept[0] = true
    isKept[run.count - 1] = true
    while let span = open.popLast() {
      var farthest = (index: span.from, square: tolerance * tolerance)
      for index in span.from..<span.to where index > span.from {
        let square = squaredDistance(run[index], run[span.from], run[span.to])
        if square > farthest.square { farthest = (index, square) }
      }
      guard farthest.index > span.from else { continue }
      isKept[farthest.index - first] = true
      open.append((span.from, farthest.index))
      open.append((farthest.index, span.to))
    }
    for (offset, point) in run.enumerated() where isKept[offset] { result.append(point) }
  }

  /// The square of the distance of a point from the line between two others.
  private static func squaredDistance(_ point: Point, _ from: Point, _ to: Point) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length : 0
    let share = min(max(along, 0), 1)
    let (ex, ey) = (point.x - from.x - share * dx, point.y - from.y - share * dy)
    return ex * ex + ey * ey
  }
}
