#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The annual rates at which dated flows have no net present value (methodology 4.7).
///
/// NPV = Σ CF·(1 + r)^(−days/365) is scanned in u = ln(1 + r) from −40 to 40 in steps of 0.01, and
/// every change of sign is bisected to rounding. Two roots closer than a step, and roots outside
/// the range, are not seen: a week that makes 150 % has none. Short holding periods give absurd
/// annual rates, so the return on premium is the headline, see ``PremiumReturn``.
public struct InternalRateOfReturn: Sendable, Hashable, Codable {
  /// Whether there is one rate, and if not, why.
  public enum Status: String, Sendable, Codable {
    /// Exactly one root.
    case ok
    /// Money was paid and none came back: −100 %.
    case totalLoss
    /// No money was paid, or nothing flowed at all.
    case noOutflow
    /// No rate in the range makes the flows worth nothing.
    case noRoot
    /// Several roots; the headline is the one nearest to zero.
    case multipleRoots
    /// Fewer than two distinct dates.
    case insufficientFlows
  }

  /// What was found.
  public let status: Status
  /// Every root u = ln(1 + r), ascending; continuously compounded, decimal per year.
  public let continuousRoots: [Double]

  /// Solves for the rates of flows in any order.
  ///
  /// O(8000·dates).
  ///
  /// - Throws: `nonFinite` with the index of the flow.
  public init(_ flows: [CashFlow]) throws(SeriesError) {
    let value = try NetPresentValue(flows)
    let isPaid = value.terms.contains { $0.amount < 0 }
    let isReceived = value.terms.contains { $0.amount > 0 }
    switch (value.dateCount >= 2, isPaid, isReceived) {
    case (false, _, _): self.init(status: .insufficientFlows)
    case (true, false, _): self.init(status: .noOutflow)
    case (true, true, false): self.init(status: .totalLoss)
    case (true, true, true):
      let roots = Self.roots(of: value)
      self.init(
        status: roots.isEmpty ? .noRoot : roots.count == 1 ? .ok : .multipleRoots, roots: roots)
    }
  }

  private init(status: Status, roots: [Double] = []) {
    self.status = status
    continuousRoots = roots
  }

  /// Every root r, ascending; annually compounded, as a fraction.
  public var roots: [Double] { continuousRoots.map { expm1($0) } }

  /// The rate to quote, annually compounded, as a fraction.
  ///
  /// The root with the smallest |ln(1 + r)|, the lower of two equally near; −1 for a total loss;
  /// `nil` otherwise.
  public var headline: Double? {
    guard status != .totalLoss else { return -1 }
    guard var nearest = continuousRoots.first else { return nil }
    // Roots ascend; the margin keeps rounding from deciding between equally near ones.
    for root in continuousRoots where abs(root) < abs(nearest) - 1e-12 { nearest = root }
    return expm1(nearest)
  }

  private static func roots(of value: NetPresentValue) -> [Double] {
    var roots: [Double] = []
    var previous: (rate: Double, sign: Double)?
    for step in -4000...4000 {
      // Division, not a running sum, so that the node 0 is exactly 0.
      let rate = Double(step) / 100
      let sign = value.sign(continuousRate: rate)
      if sign == 0 {
        roots.append(rate)
      } else if let previous, previous.sign * sign.signum < 0 {
        roots.append(
          bisect(value, low: previous.rate, high: rate, lowSign: previous.sign))
      }
      previous = (rate, sign.signum)
    }
    return roots
  }

  /// The root between two rates of opposite sign, to the last bit.
  private static func bisect(
    _ value: NetPresentValue, low: Double, high: Double, lowSign: Double
  ) -> Double {
    var (low, high) = (low, high)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      let sign = value.sign(continuousRate: middle)
      guard sign != 0 else { return middle }
      if sign.signum == lowSign { low = middle } else { high = middle }
    }
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate var signum: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
