#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A map that is linear near zero and logarithmic far from it, for gains and losses of any size.
///
/// A value v stands at sign(v) · ln(1 + |v| / constant) (Webber 2012, "A bi-symmetric log
/// transformation for wide-range data"); `constant` is where the one becomes the other.
struct SymlogScale: Sendable {
  /// Size of the values up to which the scale is nearly linear, positive.
  let constant: Double

  private let line: LinearScale

  /// A scale over the finite values and zero; `nil` without a finite value or a positive constant.
  init?(fitting values: some Sequence<Double>, constant: Double, start: Double, end: Double) {
    guard constant.isFinite, constant > 0 else { return nil }
    var hasValue = false
    var (low, high) = (0.0, 0.0)
    for value in values where value.isFinite {
      hasValue = true
      low = min(low, value)
      high = max(high, value)
    }
    guard hasValue else { return nil }
    self.constant = constant
    line = LinearScale(
      lower: Self.transform(low, constant), upper: Self.transform(high, constant), start: start,
      end: end)
  }

  private static func transform(_ value: Double, _ constant: Double) -> Double {
    let ratio = value.magnitude / constant
    // A quotient beyond the range of numbers is one whose 1 does not matter.
    let size = ratio.isFinite ? log1p(ratio) : log(value.magnitude) - log(constant)
    return value < 0 ? -size : size
  }

  /// The pixel position of a data value.
  func callAsFunction(_ value: Double) -> Double {
    line(Self.transform(value, constant))
  }

  /// Zero and powers of ten on both sides, at most `count` of them, ascending.
  func ticks(atMost count: Int) -> [Double] {
    let end = max(line.lower.magnitude, line.upper.magnitude)
    let first = Int(log10(constant).rounded(.up))
    // A domain end of more than 30 is e^end times the constant, the 1 taken off being nothing.
    let reach = end > 30 ? end / log(10) + log10(constant) : log10(max(expm1(end), 1) * constant)
    let last = max(Int(min(reach + 1e-9, 308).rounded(.down)), first)
    for step in 1...max(1, last - first + 1) {
      let sizes = stride(from: last, through: first, by: -step).map { pow(10, Double($0)) }
      let ticks = (sizes.map { -$0 } + [0] + sizes.reversed()).filter {
        let place = Self.transform($0, constant)
        return place >= line.lower - 1e-9 && place <= line.upper + 1e-9
      }
      if ticks.count <= max(count, 1) { return ticks }
    }
    return [0]
  }
}
