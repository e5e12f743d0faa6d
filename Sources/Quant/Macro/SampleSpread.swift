/// Mean and deviation of a sample in units of the sample's own range.
///
/// Values are scaled before they are squared, so neither very large nor very small ones overflow or
/// vanish, and a score of a member of the sample is at most (n − 1)/√n in magnitude.
struct SampleSpread: Sendable, Hashable {
  private let magnitude: Double
  private let origin: Double
  private let range: Double
  private let mean: Double
  private let deviationInRanges: Double

  /// Measures finite values; `nil` with fewer than two, or when they differ by rounding only.
  init?(_ sample: [Double]) {
    magnitude = sample.reduce(0) { max($0, $1.magnitude) }
    guard sample.count > 1, magnitude > 0 else { return nil }
    origin = sample[0] / magnitude
    var range = 0.0
    for value in sample { range = max(range, (value / magnitude - origin).magnitude) }
    // Differences of decimals that should be equal differ by a few units in the last place.
    guard range > 8 * Double.ulpOfOne else { return nil }
    self.range = range
    var moments = Moments.empty
    for value in sample {
      moments = moments.merged(with: Moments((value / magnitude - origin) / range))
    }
    mean = moments.mean
    deviationInRanges = moments.sampleVariance.squareRoot()
  }

  /// Deviations of a value from the sample's mean; not finite when the value is far outside.
  func score(of value: Double) -> Double {
    ((value / magnitude - origin) / range - mean) / deviationInRanges
  }

  /// A difference in sample deviations, without removing the mean; may overflow.
  func deviations(of difference: Double) -> Double {
    difference / magnitude / range / deviationInRanges
  }

  /// The z of the last value of a sample of finite values within that sample.
  static func scoreOfLast(
    in sample: [Double], needed: Int
  ) -> StatisticResult<Double> {
    guard let last = sample.last, sample.count >= needed else {
      return .undefined(.tooFewValues(known: sample.count, needed: needed))
    }
    guard let spread = SampleSpread(sample) else { return .undefined(.zeroVariance) }
    return StatisticResult(representable: spread.score(of: last))
  }
}
