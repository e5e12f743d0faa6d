/// Fewer points for a long line, chosen so that the line stays where it was.
///
/// Points are ranked by how far the line would move without them (Douglas and Peucker 1973, with
/// vertical distances, because a series has one value a session). The lowest, the highest, the first
/// and the last point always stay.
enum LineThinning {
  /// The points that matter most, in order, about `limit` of them; gaps and ends are kept.
  ///
  /// Points that move the line by less than a tenth of a pixel are dropped in any case.
  static func thinned(_ points: [Point], atMost limit: Int) -> [Point] {
    guard points.count > 2 else { return points }
    var weights = [Double](repeating: .infinity, count: points.count)
    var start = 0
    while start < points.count {
      guard points[start].isFinite else {
        start += 1
        continue
      }
      var end = start
      while end + 1 < points.count, points[end + 1].isFinite { end += 1 }
      weigh(points, start, end, &weights)
      start = end + 1
    }
    // The extremes are what a reader looks for, and what labels point at.
    let known = points.indices.filter { points[$0].isFinite }
    if let low = known.min(by: { points[$0].y < points[$1].y }),
      let high = known.max(by: { points[$0].y < points[$1].y })
    {
      (weights[low], weights[high]) = (.infinity, .infinity)
    }
    let inner = weights.filter(\.isFinite).sorted(by: >)
    let room = max(limit - (points.count - inner.count), 0)
    let least = max(room < inner.count ? inner[room] : 0, 0.1)
    return points.indices.filter { weights[$0] > least }.map { points[$0] }
  }

  /// Sets the weights of the points between two ends.
  private static func weigh(
    _ points: [Point], _ start: Int, _ end: Int, _ weights: inout [Double]
  ) {
    var spans = [(start, end, Double.infinity)]
    while let (first, last, limit) = spans.popLast() {
      guard last - first > 1 else { continue }
      let (a, b) = (points[first], points[last])
      let slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0
      var (farthest, distance) = (first + 1, -1.0)
      for index in (first + 1)..<last {
        let away = abs(points[index].y - a.y - (points[index].x - a.x) * slope)
        if away > distance { (farthest, distance) = (index, away) }
      }
      // A point matters no more than the one that divides its span.
      let weight = min(distance, limit)
      weights[farthest] = weight
      spans.append((first, farthest, weight))
      spans.append((farthest, last, weight))
    }
  }
}
