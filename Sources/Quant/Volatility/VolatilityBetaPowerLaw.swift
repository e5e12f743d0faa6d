#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The curve β(τ) = b₀·(1 + τ/30)^(−p) fitted to all tenors at once (methodology 1.9b).
///
/// Least squares of ΔF = β(τ)·ΔVIX without an intercept. For a given p the best b₀ is a ratio of
/// two sums, so only p is searched: the explained sum of squares is scanned over
/// `exponents` and its derivative bisected around the best point of the scan, which finds the
/// global minimum to rounding.
public struct VolatilityBetaPowerLaw: Sendable, Hashable, Codable {
  /// The exponents searched; a best point at an end means that the data fix no curve.
  public static let exponents: ClosedRange<Double> = -5...20

  /// The fitted curve.
  public let curve: VolatilityBeta
  /// Σ(ΔF − β(τ)·ΔVIX)², points squared.
  public let sumOfSquaredErrors: Double
  /// The observations.
  public let count: Int

  /// Fits the curve, or gives `nil` when the observations do not determine one.
  ///
  /// That is the case below the minimum count, when moves of VIX occur at fewer than two tenors,
  /// when futures do not move with VIX at all, and when the best exponent is outside the range
  /// searched. Tenors below 0 count as 0, as in `VolatilityBeta`. O(n + 500·tenors).
  ///
  /// - Parameters:
  ///   - observations: moves of all tenors that the curve shall describe.
  ///   - minimumObservations: fewer give no curve.
  /// - Returns: the curve, if there is one.
  /// - Throws: `nonFinite` with the index of the observation.
  public static func fit(
    _ observations: [VolatilityBetaObservation],
    minimumObservations: Int = VolatilityBetaBucket.minimumObservations
  ) throws(SeriesError) -> VolatilityBetaPowerLaw? {
    try VolatilityBetaObservation.requireFinite(observations)
    guard observations.count >= max(minimumObservations, 1) else { return nil }
    let profile = PowerLawProfile(observations)
    guard profile.tenors.count >= 2, let exponent = profile.bestExponent() else { return nil }
    let base = profile.base(exponent: exponent)
    let curve = VolatilityBeta(base: base, exponent: exponent)
    let errors = observations.reduce(0.0) { sum, observation in
      let error =
        observation.futureChange - curve.value(days: observation.days) * observation.spotChange
      return sum + error * error
    }
    guard base.isFinite, errors.isFinite else { return nil }
    return VolatilityBetaPowerLaw(
      curve: curve, sumOfSquaredErrors: errors, count: observations.count)
  }
}

/// The sums of squares and products by tenor, on which the fit depends alone.
private struct PowerLawProfile {
  struct Tenor {
    let logarithm: Double
    var product = 0.0
    var square = 0.0
  }

  let tenors: [Tenor]
  /// What turns a slope of the scaled series into one of the original series.
  private let unit: Int

  /// Scales both series by powers of two, so that no square overflows or vanishes.
  init(_ observations: [VolatilityBetaObservation]) {
    func exponent(_ change: KeyPath<VolatilityBetaObservation, Double>) -> Int {
      let largest = observations.reduce(0) { max($0, abs($1[keyPath: change])) }
      return largest > 0 ? largest.exponent + 1 : 0
    }
    let (spotExponent, futureExponent) = (exponent(\.spotChange), exponent(\.futureChange))
    var tenors: [Int: Tenor] = [:]
    for observation in observations {
      let days = max(observation.days, 0)
      let spot = observation.spotChange.scaled(byPowerOfTwo: -spotExponent)
      let future = observation.futureChange.scaled(byPowerOfTwo: -futureExponent)
      var tenor = tenors[days] ?? Tenor(logarithm: log1p(Double(days) / 30))
      tenor.product += spot * future
      tenor.square += spot * spot
      tenors[days] = tenor
    }
    // Ascending tenors make the sums the same on every run, whatever the order of the dictionary.
    self.tenors = tenors.values.filter { $0.square > 0 }.sorted { $0.logarithm < $1.logarithm }
    unit = futureExponent - spotExponent
  }

  /// The best multiplier at an exponent.
  func base(exponent: Double) -> Double {
    let sums = sums(exponent: exponent)
    return (sums.product / sums.square).scaled(byPowerOfTwo: unit)
  }

  /// The exponent with the greatest explained sum of squares; `nil` at an end of the range.
  func bestExponent() -> Double? {
    let range = VolatilityBetaPowerLaw.exponents
    let step = 0.05
    let steps = Int(((range.upperBound - range.lowerBound) / step).rounded())
    let explained = (0...steps).map { index in
      sums(exponent: range.lowerBound + Double(index) * step).explained
    }
    guard let most = explained.max(), most > 0, explained[0] < most, explained[steps] < most,
      let best = explained.firstIndex(of: most)
    else { return nil }
    var low = range.lowerBound + Double(best - 1) * step
    var high = range.lowerBound + Double(best + 1) * step
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if sums(exponent: middle).rises { low = middle } else { high = middle }
    }
  }

  private func sums(exponent: Double) -> Sums {
    var sums = Sums()
    for tenor in tenors {
      let decay = exp(-exponent * tenor.logarithm)
      let product = tenor.product * decay
      let square = tenor.square * decay * decay
      sums.product += product
      sums.square += square
      sums.productMoment += product * tenor.logarithm
      sums.squareMoment += square * tenor.logarithm
    }
    return sums
  }

  /// Σ over tenors at one exponent; moments are weighted with ln(1 + τ/30).
  private struct Sums {
    var product = 0.0
    var square = 0.0
    var productMoment = 0.0
    var squareMoment = 0.0

    var explained: Double { square > 0 ? product * product / square : 0 }

    /// The sign of the derivative of `explained` by the exponent.
    var rises: Bool { product * (product * squareMoment - productMoment * square) > 0 }
  }
}
