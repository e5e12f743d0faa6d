/// How far one VX contract and spot VIX moved over the same sessions.
public struct VolatilityBetaObservation: Sendable, Hashable, Codable {
  /// Calendar days to the contract's expiration at the start of the move.
  public var days: Int
  /// Change of the VIX close, points.
  public var spotChange: Double
  /// Change of the contract's settlement price, points.
  public var futureChange: Double

  /// Creates an observation.
  public init(days: Int, spotChange: Double, futureChange: Double) {
    self.days = days
    self.spotChange = spotChange
    self.futureChange = futureChange
  }
}

extension VolatilityBetaObservation {
  /// The tenors estimated, in calendar days: 1 to 200 in six buckets (methodology 1.9).
  public static let bucketDays: [ClosedRange<Int>] = [
    1...14, 15...29, 30...45, 46...75, 76...120, 121...200,
  ]

  /// Requires finite changes.
  ///
  /// - Throws: `nonFinite` with the index of the first observation that has another one.
  static func requireFinite(_ observations: [VolatilityBetaObservation]) throws(SeriesError) {
    for (index, observation) in observations.enumerated()
    where !observation.spotChange.isFinite || !observation.futureChange.isFinite {
      throw .nonFinite(index: index)
    }
  }
}
