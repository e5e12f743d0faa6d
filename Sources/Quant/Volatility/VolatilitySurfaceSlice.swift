#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The smile of one expiration: total variance over log-moneyness (methodology 2.8).
///
/// Between quoted strikes total variance w = σ²T is linear in k = ln(K/F); beyond the first and last
/// strike the volatility is flat. Volatilities are per √year, decimal.
public struct VolatilitySurfaceSlice: Sendable, Hashable, Codable {
  /// One quoted strike.
  public struct Node: Sendable, Hashable, Codable {
    /// The strike, index points.
    public let strike: Double
    /// k = ln(K/F).
    public let logMoneyness: Double
    /// w = σ²T, dimensionless, above 0.
    public let totalVariance: Double
  }

  /// The option class.
  public let root: OptionRoot
  /// The expiration date.
  public let expiration: CalendarDate
  /// Years to settlement, above 0.
  public let years: Double
  /// The forward the smile is centred on, index points (for VIX options the VX future).
  public let forward: Double
  /// The quoted strikes, ascending, at least one.
  public let nodes: [Node]

  /// Total variance at a log-moneyness; complexity O(log n).
  public func totalVariance(logMoneyness k: Double) -> Double {
    let upper = firstIndex(above: k)
    guard upper > 0 else { return nodes[0].totalVariance }
    let low = nodes[upper - 1]
    guard upper < nodes.count else { return low.totalVariance }
    let high = nodes[upper]
    let share = (k - low.logMoneyness) / (high.logMoneyness - low.logMoneyness)
    return low.totalVariance + share * (high.totalVariance - low.totalVariance)
  }

  /// Volatility at a log-moneyness, per √year.
  public func volatility(logMoneyness: Double) -> Double {
    (totalVariance(logMoneyness: logMoneyness) / years).squareRoot()
  }

  /// Volatility at a strike, per √year; `nil` unless the strike is positive and finite.
  public func volatility(strike: Double) -> Double? {
    guard strike > 0, strike.isFinite else { return nil }
    return volatility(
      logMoneyness: NormalisedBlack.logMoneyness(forward: strike, strike: forward))
  }

  /// Volatility at the forward, per √year.
  public var atTheMoneyVolatility: Double { volatility(logMoneyness: 0) }

  /// ∂σ/∂K at a strike, per index point: the skew term of the breach probability (methodology 4.5).
  ///
  /// σ = √(w/T) gives ∂σ/∂K = w′(k)/(2σTK). Inside a segment w′ is its slope; at an inner node the
  /// mean of the slopes on both sides, at an end node the inner one; beyond the quoted strikes 0.
  /// `nil` unless the strike is positive and finite, or when the slope is beyond floating point.
  public func volatilitySlope(strike: Double) -> Double? {
    guard let volatility = volatility(strike: strike) else { return nil }
    let k = NormalisedBlack.logMoneyness(forward: strike, strike: forward)
    let slope = varianceSlope(logMoneyness: k) / (2 * volatility * years * strike)
    return slope.isFinite ? slope : nil
  }

  private func varianceSlope(logMoneyness k: Double) -> Double {
    let upper = firstIndex(above: k)
    let isNode = upper > 0 && nodes[upper - 1].logMoneyness == k
    let right = segmentSlope(endingAt: upper)
    guard isNode else { return right ?? 0 }
    let left = segmentSlope(endingAt: upper - 1)
    guard let left, let right else { return left ?? right ?? 0 }
    return (left + right) / 2
  }

  /// dw/dk between a node and the one before it; `nil` outside the quoted strikes.
  private func segmentSlope(endingAt upper: Int) -> Double? {
    guard upper > 0, upper < nodes.count else { return nil }
    let (low, high) = (nodes[upper - 1], nodes[upper])
    return (high.totalVariance - low.totalVariance) / (high.logMoneyness - low.logMoneyness)
  }

  /// The index of the first node with a greater log-moneyness; the count when there is none.
  private func firstIndex(above k: Double) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].logMoneyness > k { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
