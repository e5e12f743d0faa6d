/// Both samples of a `DistributionChart` counted in bins of equal, round width.
struct DistributionBins {
  /// One sample.
  struct Sample {
    /// The finite values, ascending, in the unit of the bins.
    let sorted: [Double]
    /// How many of them fall into each bin.
    let counts: [Int]

    /// The shares of the bins, in percent; empty without values.
    var shares: [Double] {
      sorted.isEmpty ? [] : counts.map { 100 * Double($0) / Double(sorted.count) }
    }

    /// The value below which this share lies, between the order statistics linearly (Hyndman and
    /// Fan 1996, type 7); `nil` without values.
    func quantile(_ share: Double) -> Double? {
      guard let last = sorted.last else { return nil }
      let position = Double(sorted.count - 1) * share
      let index = Int(position)
      guard index + 1 < sorted.count else { return last }
      return sorted[index] + (sorted[index + 1] - sorted[index]) * (position - Double(index))
    }

    /// The share of values below a number, in percent; `nil` without values.
    func percentBelow(_ value: Double) -> Double? {
      guard !sorted.isEmpty else { return nil }
      return 100 * Double(sorted.count { $0 < value }) / Double(sorted.count)
    }
  }

  /// The power of a thousand that values count in.
  let unit: ValueUnit
  /// Edges of the bins, ascending, one more than there are bins; zero is never inside a bin.
  let edges: [Double]
  /// Decimals of the edges.
  let decimals: Int
  let all: Sample
  let sample: Sample
  /// The value of today, in the unit of the bins.
  let current: Double?

  /// `nil` without a finite value.
  init?(_ chart: DistributionChart) {
    let finite = (all: chart.all.filter(\.isFinite), sample: chart.sample.filter(\.isFinite))
    let unit = ValueUnit(fitting: finite.all + finite.sample, below: 100_000)
    let all = finite.all.map { unit($0) }.sorted()
    let sample = finite.sample.map { unit($0) }.sorted()
    let lows = [all.first, sample.first].compactMap { $0 }
    let highs = [all.last, sample.last].compactMap { $0 }
    guard let low = lows.min(), let high = highs.max() else { return nil }
    (edges, decimals) = Self.edges(from: low, to: high, atMost: max(chart.binLimit, 2))
    self.unit = unit
    self.all = Sample(sorted: all, counts: Self.counts(all, edges))
    self.sample = Sample(sorted: sample, counts: Self.counts(sample, edges))
    current = chart.current.flatMap { $0.isFinite ? unit($0) : nil }
  }

  /// Multiples of a round step that enclose the values.
  private static func edges(
    from low: Double, to high: Double, atMost limit: Int
  ) -> (edges: [Double], decimals: Int) {
    let scale = LinearScale(lower: low, upper: high, start: 0, end: 1)
    let ticks = scale.ticks(atMost: limit)
    let step = ticks.values.count > 1 ? ticks.values[1] - ticks.values[0] : 1
    let decimals = min(ticks.decimals, 9)
    let power = Double(DecimalRounding.powersOfTen[decimals])
    let units = max((step * power).rounded(), 1)
    // Whole multiples divided once are the numbers that the edges print as.
    func edge(_ index: Double) -> Double { index * units / power }
    let first = (scale.lower / step + 1e-9).rounded(.down)
    let last = max((scale.upper / step - 1e-9).rounded(.up), first + 1)
    let edges = stride(from: first, through: last, by: 1).map(edge)
    return (edges, decimals)
  }

  /// Counts of sorted values; an edge belongs to the bin above it, the last edge to the last bin.
  private static func counts(_ sorted: [Double], _ edges: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: edges.count - 1)
    var bin = 0
    for value in sorted {
      while bin + 1 < counts.count, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    return counts
  }
}
