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
    var (first, last) = (log10(max(low, 1e-300)), log10(max(high, 1e-300)))
    if last - first < 1e-9 { (first, last) = (first - log10(2), last + log10(2)) }
    let pad = (last - first) * padding
    // Beyond these powers of ten the ends of the domain would be zero and infinity.
    line = LinearScale(
      lower: max(first - pad, -307), upper: min(last + pad, 308.25), start: start, end: end)
    (lower, upper) = (pow(10, line.lower), pow(10, line.upper))
  }

  /// The pixel position of a data value; NaN unless it is positive.
  func callAsFunction(_ value: Double) -> Double {
    value > 0 ? line(log10(value)) : .nan
  }

  /// Round values inside the domain, at most `count` of them: all of 1, 2 and 5 times powers of ten,
  /// else the powers, else every second, third … of them.
  ///
  /// A domain so narrow that fewer than three of the former lie in it gets the ticks of a linear
  /// scale.
  func ticks(atMost count: Int) -> [Double] {
    let limit = max(count, 1)
    let powers = Int(line.lower.rounded(.down))...Int(line.upper.rounded(.up))
    let fine = powers.flatMap { power in [1.0, 2, 5].map { Self.value($0, power) } }.filter(
      isInside)
    if fine.count < 3 { return linearTicks(atMost: limit) }
    if fine.count <= limit { return fine }
    let inside = powers.map { Self.value(1, $0) }.filter(isInside)
    return Self.thinned(inside.isEmpty ? fine : inside, to: limit)
  }

  /// Ticks at equal distances, computed between 1 and 100 so that they are round at any size.
  private func linearTicks(atMost limit: Int) -> [Double] {
    let power = Int(line.lower.rounded(.down))
    let unit = pow(10, Double(power))
    return LinearScale(lower: lower / unit, upper: upper / unit, start: 0, end: 1)
      .ticks(atMost: limit).values.map { Self.value($0, power) }.filter(isInside)
  }

  private func isInside(_ value: Double) -> Bool {
    value >= lower && value <= upper
  }

  /// Division by a power of ten is correctly rounded where multiplication by 0.1 is not.
  private static func value(_ mantissa: Double, _ power: Int) -> Double {
    power < 0 ? mantissa / pow(10, Double(-power)) : mantissa * pow(10, Double(power))
  }

  private static func thinned(_ values: [Double], to limit: Int) -> [Double] {
    let step = max(1, (values.count + limit - 1) / limit)
    return stride(from: 0, to: values.count, by: step).map { values[$0] }
  }
}
