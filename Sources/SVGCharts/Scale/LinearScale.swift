#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A linear map from a domain of data values to a range of pixels, with round ticks.
struct LinearScale: Sendable {
  /// Data value at the start of the range.
  let lower: Double

  /// Data value at the end of the range; always greater than `lower`.
  let upper: Double

  /// Pixel position of `lower`.
  let start: Double

  /// Pixel position of `upper`.
  let end: Double

  /// A scale over exactly this domain; an empty or reversed one is widened around its middle.
  init(lower: Double, upper: Double, start: Double, end: Double) {
    let limit = 1e15
    let low = min(max(lower.isFinite ? lower : 0, -limit), limit)
    let high = min(max(upper.isFinite ? upper : 0, -limit), limit)
    // Below this width neighbouring ticks would print the same digits.
    let least = max(max(abs(low), abs(high)) * 1e-9, 1e-9)
    if high - low >= least {
      (self.lower, self.upper) = (low, high)
    } else {
      let middle = (low + high) / 2
      let half = max(abs(middle) * 0.05, least, 0.5)
      (self.lower, self.upper) = (middle - half, middle + half)
    }
    self.start = start
    self.end = end
  }

  /// A scale over the finite values, padded by a share of their spread; `nil` without any.
  ///
  /// Flat values get a domain of ±5 % or at least ±0.5 around them.
  init?(
    fitting values: some Sequence<Double>, including: Double? = nil, padding: Double = 0.05,
    start: Double, end: Double
  ) {
    var low = including ?? .infinity
    var high = including ?? -.infinity
    var hasValue = false
    for value in values where value.isFinite {
      hasValue = true
      low = min(low, value)
      high = max(high, value)
    }
    guard hasValue else { return nil }
    let pad = (high - low) * padding
    self.init(lower: low - pad, upper: high + pad, start: start, end: end)
  }

  /// The pixel position of a data value; values outside the domain lie outside the range.
  func callAsFunction(_ value: Double) -> Double {
    start + (value - lower) / (upper - lower) * (end - start)
  }

  /// Round values inside the domain, at most `count` of them, and the decimals they need.
  ///
  /// The step is 1, 2 or 5 times a power of ten: the smallest that yields no more than `count`.
  func ticks(atMost count: Int) -> (values: [Double], decimals: Int) {
    let rough = (upper - lower) / Double(max(count, 1))
    var exponent = Int(floor(log10(rough)))
    var mantissas = [1, 2, 5][...]
    while true {
      if mantissas.isEmpty {
        mantissas = [1, 2, 5][...]
        exponent += 1
      }
      let values = Self.multiples(
        of: mantissas.removeFirst(), exponent: exponent, from: lower, through: upper, limit: count)
      if let values { return (values, max(0, -exponent)) }
    }
  }

  /// Multiples of mantissa · 10^exponent in the interval; `nil` when there are more than `limit`.
  private static func multiples(
    of mantissa: Int, exponent: Int, from lower: Double, through upper: Double, limit: Int
  ) -> [Double]? {
    let power = pow(10, Double(abs(exponent)))
    // Division by a power of ten is correctly rounded where multiplication by 0.1 is not.
    func value(_ index: Double) -> Double {
      let base = index * Double(mantissa)
      return exponent < 0 ? base / power : base * power
    }
    let step = value(1)
    let slack = 1e-9
    let first = (lower / step - slack).rounded(.up)
    let last = (upper / step + slack).rounded(.down)
    guard last - first < Double(limit) else { return nil }
    guard last >= first else { return [] }
    return stride(from: first, through: last, by: 1).map { value($0 == 0 ? 0 : $0) }
  }
}
