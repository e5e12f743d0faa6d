/// Zeros of a function on an interval, found by scanning and bisection.
enum RootScan {
  /// The zeros, ascending; one for every change of sign between neighbouring samples.
  ///
  /// A sample that is exactly zero counts once, at an end of a run of zeros. Two zeros between the
  /// same samples, or a zero without a change of sign, are not found. Complexity: O(samples).
  static func zeros(
    from start: Double, through end: Double, samples: Int, of function: (Double) -> Double
  ) -> [Double] {
    let points = (0...samples).map { start + (end - start) * Double($0) / Double(samples) }
    let values = points.map(function)
    var zeros: [Double] = []
    for index in points.indices {
      if values[index] == 0 {
        let before = index == 0 || values[index - 1] == 0
        let after = index + 1 == points.count || values[index + 1] == 0
        if !(before && after) { zeros.append(points[index]) }
      } else if index + 1 < points.count, (values[index] < 0) != (values[index + 1] < 0),
        values[index + 1] != 0
      {
        zeros.append(bisect(points[index], points[index + 1], values[index] < 0, function))
      }
    }
    return zeros
  }

  private static func bisect(
    _ start: Double, _ end: Double, _ startIsNegative: Bool, _ function: (Double) -> Double
  ) -> Double {
    var (low, high) = (start, end)
    for _ in 0..<60 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if (function(middle) < 0) == startIsNegative { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
