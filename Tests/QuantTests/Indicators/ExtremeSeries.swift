import TestSupport

/// Seeded prices and volumes of every size a double has, for tests that nothing overflows.
struct ExtremeSeries {
  var close: [Double] = []
  var high: [Double] = []
  var low: [Double] = []
  var volume: [Double] = []

  /// Odd seeds jump between all sizes; even seeds stay near one, so that windows are alike.
  ///
  /// Every eighth seed stays near the greatest number a double has, where sums of two overflow.
  init(seed: UInt64, count: Int) {
    var random = SplitMix64(seed: seed)
    let greatest = seed.isMultiple(of: 8)
    let home = greatest ? .greatestFiniteMagnitude / 2 : Self.magnitude(&random)
    for _ in 0..<count {
      let base = seed.isMultiple(of: 2) ? home : Self.magnitude(&random)
      let prices = (0..<3).map { _ in max(base * random.uniform(0.5...2), .leastNonzeroMagnitude) }
        .sorted()
      low.append(prices[0])
      close.append(prices[1])
      high.append(prices[2])
      let size = greatest ? home * random.uniform(0.5...2) : Self.magnitude(&random)
      volume.append(random.uniform(0...1) < 0.05 ? 0 : size)
    }
    volume[0] = 1
  }

  /// A positive number between 1e−300 and 1e300, uniform in its logarithm, or the least of all.
  static func magnitude(_ random: inout SplitMix64) -> Double {
    random.magnitude()
  }

  /// The same with either sign, and now and then zero.
  static func signed(_ random: inout SplitMix64) -> Double {
    random.signed()
  }
}
