extension Double {
  /// The number as a figure can show it: NaN, a gap, beyond ±10¹².
  ///
  /// An axis label of a larger number would leave no room for the data, and none that a reader of a
  /// write-up has to judge is so large.
  var plottable: Double { isPlottable ? self : .nan }

  /// Whether a figure can show the number.
  var isPlottable: Bool { magnitude <= 1e12 }
}

extension [Double] {
  /// The first `count` numbers as a figure can show them, with gaps where there are fewer.
  func plottable(count: Int) -> [Double] {
    let known = prefix(Swift.max(count, 0)).map(\.plottable)
    return known + Array(repeating: .nan, count: Swift.max(count, 0) - known.count)
  }
}
