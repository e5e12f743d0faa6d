/// The volatility betas of one sample: a slope for each bucket of tenors and one curve.
public struct VolatilityBetaEstimate: Sendable, Hashable, Codable {
  /// The buckets of 1-14, 15-29, 30-45, 46-75, 76-120 and 121-200 days, in that order.
  public let buckets: [VolatilityBetaBucket]
  /// The curve over the tenors of all buckets; `nil` when the sample determines none.
  public let powerLaw: VolatilityBetaPowerLaw?

  /// Estimates from moves of any tenor; those outside 1 to 200 days are left out.
  ///
  /// - Parameters:
  ///   - observations: the moves.
  ///   - minimumObservations: fewer in a bucket, or for the curve in all, give no estimate.
  /// - Throws: `nonFinite` with the index of the observation.
  public init(
    _ observations: [VolatilityBetaObservation],
    minimumObservations: Int = VolatilityBetaBucket.minimumObservations
  ) throws(SeriesError) {
    try VolatilityBetaObservation.requireFinite(observations)
    var buckets: [VolatilityBetaBucket] = []
    for days in VolatilityBetaObservation.bucketDays {
      buckets.append(
        try VolatilityBetaBucket(
          observations, days: days, minimumObservations: minimumObservations))
    }
    self.buckets = buckets
    let pooled = observations.filter { observation in
      VolatilityBetaObservation.bucketDays.contains { $0.contains(observation.days) }
    }
    powerLaw = try VolatilityBetaPowerLaw.fit(pooled, minimumObservations: minimumObservations)
  }

  /// Whether the sample gives a curve that can stand in for the fallback.
  ///
  /// A curve that rises with time to expiration, or moves against spot, contradicts the effect it
  /// shall measure; the sample is then too small or wrong.
  public var isUsable: Bool {
    guard let curve = powerLaw?.curve else { return false }
    return curve.base > 0 && curve.exponent >= 0
  }

  /// The fitted curve when it is usable, otherwise the assumed one.
  public var curve: VolatilityBeta {
    guard isUsable, let curve = powerLaw?.curve else { return .fallback }
    return curve
  }

  /// `derived` for the fitted curve, `assumed` for the fallback; combine with that of the inputs.
  public var provenance: Provenance { isUsable ? .derived : .assumed }
}
