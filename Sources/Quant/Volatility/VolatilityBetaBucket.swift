/// The slope of VX changes on VIX changes among contracts of similar tenor (methodology 1.9a).
public struct VolatilityBetaBucket: Sendable, Hashable, Codable {
  /// Observations below which no slope is reported.
  public static let minimumObservations = 60

  /// The tenors, in calendar days to expiration at the start of the move.
  public let days: ClosedRange<Int>
  /// The observations of those tenors.
  public let count: Int
  /// ΔF = α + β·ΔVIX + ε with HC1 standard errors; `nil` below the minimum or when VIX never moved.
  ///
  /// The intercept is in points, the slope in points of future per point of spot. Standard errors
  /// ignore that contracts of one day move together, so they are somewhat too small.
  public let regression: LeastSquaresFit?

  /// β, in points of future per point of spot; `nil` without a regression.
  public var slope: RegressionCoefficient? { regression?.slopes.first }

  /// Estimates one slope.
  ///
  /// - Parameters:
  ///   - observations: moves of any tenor; those outside the bucket are left out.
  ///   - days: the bucket.
  ///   - minimumObservations: fewer give no slope.
  /// - Throws: `nonFinite` with the index of the observation.
  public init(
    _ observations: [VolatilityBetaObservation], days: ClosedRange<Int>,
    minimumObservations: Int = Self.minimumObservations
  ) throws(SeriesError) {
    try VolatilityBetaObservation.requireFinite(observations)
    let members = observations.filter { days.contains($0.days) }
    self.days = days
    count = members.count
    guard count >= max(minimumObservations, 1) else {
      regression = nil
      return
    }
    regression =
      try OrdinaryLeastSquares.regress(
        members.map(\.futureChange), on: [members.map(\.spotChange)]
      ).fit
  }
}
