#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A logarithmic map from positive data values to a range of pixels, with ticks at 1, 2 and 5.
///
/// Equal ratios have equal lengths. Values that are not positive have no place: they map to NaN,
/// which paths draw as a gap.
struct LogScale: Sendable {
  /// Data value at the start of the range, positive.
  let lower: Double

  /// Data value at the end of the range, greater than `lower`.
  let upper: Double

  private let line: LinearScale

  /// A scale over the positive finite values, padded by a share of their logarithmic spread.
  ///
  /// `nil` without a positive value; a single value gets a domain from its half to its double.
  init?(
    fitting values: some Sequence<Double>, padding: Double = 0.05, start: Double, end: Double
  ) {
    var low = Double.infinity
    var high = 0.0
    for value in values where value.isFinite && value > 0 {
      low = min(low, value)
      high = max(high, value)
    }
    guard high > 0 else { return nil }
    var (first, last) = (log10(low), log10(high))
    if last - first < 1e-9 { (first, last) = (first - log10(2), last + log10(2)) }
    let pad = (last - first) * padding
    line = LinearScale(lower: first - pad, upper: last + pad, start: start, end: end)
    (lower, upper) = (pow(10, line.lower), pow(10, line.upper))
  }

  /// The pixel position of a data value; NaN unless it is positive.
  func callAsFunction(_ value: Double) -> Double {
    value > 0 ? line(log10(value)) : .nan
  }

  /// Round values inside the domain, at most `count` of them: all of 1, 2 and 5 times powers of ten,
  /// else the powers, else every second, third … of them.
  ///
  /// A domain so narrow that fewer than two of these lie in it gets the ticks of a linear scale.
  func ticks(atMost count: Int) -> [Double] {
    let limit = max(count, 1)
    let powers = Int(line.lower.rounded(.down))...Int(line.upper.rounded(.up))
    let fine = powers.flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }
      .filter { $0 >= lower && $0 <= upper }
    if fine.count <= limit, fine.count >= 2 { return fine }
    if fine.count < 2 {
      return LinearScale(lower: lower, upper: upper, start: 0, end: 1).ticks(atMost: limit).values
        .filter { $0 > 0 }
    }
    let inside = powers.filter { Double($0) >= line.lower && Double($0) <= line.upper }
    let step = max(1, (inside.count + limit - 1) / limit)
    return stride(from: 0, to: inside.count, by: step).map { pow(10, Double(inside[$0])) }
  }
}
