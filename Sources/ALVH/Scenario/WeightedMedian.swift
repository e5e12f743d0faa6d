/// The median of weighted values.
enum WeightedMedian {
  /// The smallest value at which at least half of the weight is reached.
  ///
  /// Half is meant up to rounding, so that symmetric weights give the middle value. Values and
  /// weights have one length, not 0; weights are not negative. When all are 0 the result is the
  /// plain lower median. Complexity: O(n log n).
  static func lower(_ values: [Double], weights: [Double]) -> Double {
    precondition(!values.isEmpty && values.count == weights.count, "one weight per value")
    let hasWeight = weights.contains { $0 > 0 }
    let sorted = zip(values, weights).map { ($0, hasWeight ? $1 : 1) }.sorted { $0.0 < $1.0 }
    let total = sorted.reduce(0) { $0 + $1.1 }
    var sum = 0.0
    for (value, weight) in sorted {
      sum += weight
      if sum >= total * (0.5 - 1e-12) { return value }
    }
    return sorted[sorted.count - 1].0
  }
}
