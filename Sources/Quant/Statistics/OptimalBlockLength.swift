#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long the blocks of a bootstrap should be to keep a series' dependence.
///
/// The rule of Politis and White, Econometric Reviews 23 (2004) 53-70, corrected by Patton, Politis
/// and White, Econometric Reviews 28 (2009) 372-375, for the variance of a mean: B =
/// (2G²·n/D)^⅓ with G = Σ λ(k/M)·|k|·R(k), D = 2·g² for the stationary and 4/3·g² for the circular
/// bootstrap, g = Σ λ(k/M)·R(k), R the autocovariance and λ the flat-top window. M is twice the last
/// lag before max(5, ⌊log₁₀n⌋) consecutive autocorrelations of less than 2·√(log₁₀n/n).
public struct OptimalBlockLength: Sendable, Hashable, Codable {
  /// Observations below which the rule has too few lags to look at.
  public static let minimumObservations = 11

  /// Expected block length of the stationary bootstrap, in observations, not rounded.
  ///
  /// At most ⌈min(3√n, n/3)⌉. Without dependence it may be below 1: use at least 1.
  public let stationary: Double
  /// Block length of the circular bootstrap, with the same limits.
  public let circular: Double

  /// The lengths for a series; `nil` below the minimum and for a series without variation.
  ///
  /// Also `nil` when the estimated long-run variance is zero. O(n^1.5).
  ///
  /// - Parameter series: observations in time order.
  /// - Returns: the lengths, if they are defined.
  /// - Throws: `emptySeries`, `nonFinite`.
  public static func estimate(
    _ series: [Double]
  ) throws(SeriesError) -> OptimalBlockLength? {
    try SeriesValidation.requireFinite(series)
    guard series.count >= minimumObservations else { return nil }
    let column = CentredColumn(series)
    guard !column.isConstant else { return nil }
    let correlogram = Correlogram(column.values.map { $0 / column.length })
    let sums = correlogram.flatTopSums(width: correlogram.windowWidth)
    guard sums.variance != 0 else { return nil }
    let count = Double(series.count)
    let longest = min(3 * sqrt(count), count / 3).rounded(.up)
    let ratio = sums.moment / sums.variance
    return OptimalBlockLength(
      stationary: min(cbrt(ratio * ratio * count), longest),
      circular: min(cbrt(1.5 * ratio * ratio * count), longest))
  }
}

/// The autocovariances of a centred series of unit length, up to a greatest lag.
private struct Correlogram {
  let values: [Double]
  let greatestLag: Int
  /// Lags that must be insignificant in a row.
  let quietLags: Int
  /// Σ xᵢ·xᵢ₋ₖ by lag k; the common factor does not matter to a ratio of sums.
  let products: [Double]

  init(_ values: [Double]) {
    let count = Double(values.count)
    self.values = values
    quietLags = max(5, Int(log10(count)))
    greatestLag = Int(sqrt(count).rounded(.up)) + quietLags
    products = (0...greatestLag).map { lag in
      var sum = 0.0
      for index in lag..<values.count { sum += values[index] * values[index - lag] }
      return sum
    }
  }

  /// M: twice the last significant lag, at least 2 and at most the greatest lag.
  var windowWidth: Int {
    let count = Double(values.count)
    let limit = 2 * sqrt(log10(count) / count)
    var quiet = 0
    for lag in 0..<greatestLag {
      quiet = correlation(lag) < limit ? quiet + 1 : 0
      if quiet == quietLags { return min(2 * max(lag + 1 - quietLags, 1), greatestLag) }
    }
    return greatestLag
  }

  /// |ρ| at a lag over the geometric mean of the two stretches' sums of squares.
  ///
  /// Each stretch leaves out one observation more than the lag, as in the reference implementation
  /// of the rule; the difference only matters to the comparison with the limit.
  private func correlation(_ lag: Int) -> Double {
    let early = values.dropLast(lag + 1).reduce(0) { $0 + $1 * $1 }
    let late = values.dropFirst(lag + 1).reduce(0) { $0 + $1 * $1 }
    let scale = sqrt(early) * sqrt(late)
    return scale > 0 ? abs(products[lag]) / scale : .infinity
  }

  /// G and g with the flat-top window of a width: 1 up to half of it, then falling to 0.
  func flatTopSums(width: Int) -> (moment: Double, variance: Double) {
    var moment = 0.0
    var variance = products[0]
    for lag in 1...width {
      let fraction = Double(lag) / Double(width)
      let weight = fraction <= 0.5 ? 1 : 2 * (1 - fraction)
      moment += 2 * weight * Double(lag) * products[lag]
      variance += 2 * weight * products[lag]
    }
    return (moment, variance)
  }
}
