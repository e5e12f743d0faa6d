/// A drawn line that labels should not cover, with its points in order of x.
struct ObstacleLine: Sendable {
  private let points: [Point]
  private let weight: Double

  /// Creates an obstacle from finite points sorted by x; `weight` says how bad covering it is.
  init(_ points: [Point], weight: Double = 1) {
    self.points = points.filter(\.isFinite)
    self.weight = weight
  }

  /// How much of the line runs through `box`: 0 for none, growing with the covered length.
  func coverage(of box: Box) -> Double {
    var sum = 0.0
    var index = firstSegment(endingAfter: box.minX)
    while index + 1 < points.count, points[index].x <= box.maxX {
      sum += covered(points[index], points[index + 1], box)
      index += 1
    }
    return sum * weight
  }

  /// The index of the first segment whose right end is not left of `x`.
  private func firstSegment(endingAfter x: Double) -> Int {
    var low = 0
    var high = max(points.count - 1, 0)
    while low < high {
      let middle = (low + high) / 2
      if points[middle + 1].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func covered(_ a: Point, _ b: Point, _ box: Box) -> Double {
    let from = max(a.x, box.minX)
    let to = min(b.x, box.maxX)
    guard from <= to else { return 0 }
    let slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0
    let y1 = b.x > a.x ? a.y + (from - a.x) * slope : a.y
    let y2 = b.x > a.x ? a.y + (to - a.x) * slope : b.y
    let top = max(min(y1, y2), box.minY)
    let bottom = min(max(y1, y2), box.maxY)
    guard top <= bottom else { return 0 }
    let steep = abs(y2 - y1)
    let share = steep > 0 ? (bottom - top) / steep : 1
    return 4 + (to - from) * share * 0.4 + (bottom - top) * 0.4
  }
}
