/// Spreads labels that stand above one another until none overlaps its neighbour.
enum VerticalSpacing {
  /// Positions nearest to `desired` (least squares) that are at least `distance` apart.
  ///
  /// The order of the desired positions is kept, equal ones by index. The result lies within
  /// `bounds` when that is long enough for all labels; otherwise they start at its lower end.
  static func spread(
    _ desired: [Double], distance: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    struct Cluster {
      var members: [Int]
      /// Sum of the desired positions, each reduced by its offset within the cluster.
      var sum: Double
      var start: Double { sum / Double(members.count) }
    }
    let order = desired.indices.sorted { (desired[$0], $0) < (desired[$1], $1) }
    var clusters: [Cluster] = []
    for index in order {
      clusters.append(Cluster(members: [index], sum: desired[index]))
      while clusters.count > 1 {
        let upper = clusters[clusters.count - 1]
        let lower = clusters[clusters.count - 2]
        let length = Double(lower.members.count) * distance
        guard lower.start + length > upper.start else { break }
        clusters.removeLast()
        clusters[clusters.count - 1] = Cluster(
          members: lower.members + upper.members,
          sum: lower.sum + upper.sum - length * Double(upper.members.count))
      }
    }
    var positions = [Double](repeating: 0, count: desired.count)
    for cluster in clusters {
      for (offset, index) in cluster.members.enumerated() {
        positions[index] = cluster.start + Double(offset) * distance
      }
    }
    return confined(positions, order: order, distance: distance, within: bounds)
  }

  private static func confined(
    _ positions: [Double], order: [Int], distance: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    var result = positions
    var limit = bounds.upperBound
    for index in order.reversed() {
      result[index] = min(result[index], limit)
      limit = result[index] - distance
    }
    limit = bounds.lowerBound
    for index in order {
      result[index] = max(result[index], limit)
      limit = result[index] + distance
    }
    return result
  }
}
