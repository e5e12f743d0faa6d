/// The fall of a series from its running peak.
struct Drawdown {
  /// At every position the fall from the highest value so far, 0 or less; NaN where the value is
  /// missing, or in percent where the peak is not positive.
  let values: [Double]

  /// Where the largest fall ends, where its peak was and where that peak was regained (`nil` if
  /// never); `nil` when nothing ever falls.
  let worst: (peak: Int, trough: Int, recovery: Int?)?

  /// Measures `series`, in percent of the peak or in its own unit.
  init(_ series: [Double], inPercent: Bool) {
    var falls: [Double] = []
    var (peak, worst): (Int?, (peak: Int, trough: Int)?) = (nil, nil)
    falls.reserveCapacity(series.count)
    for (index, value) in series.enumerated() {
      guard value.isFinite else {
        falls.append(.nan)
        continue
      }
      let top = peak.map { series[$0] < value ? index : $0 } ?? index
      peak = top
      let high = series[top]
      let fall = inPercent ? (high > 0 ? (value - high) / high * 100 : .nan) : value - high
      falls.append(fall.plottable)
      if fall < (worst.map { falls[$0.trough] } ?? 0) { worst = (top, index) }
    }
    values = falls
    self.worst = worst.map { worst in
      let regained = (worst.trough..<series.count).first { series[$0] >= series[worst.peak] }
      return (worst.peak, worst.trough, regained)
    }
  }
}
