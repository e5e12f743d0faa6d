/// The change in value of a holding when its required return moves, to first order.
///
/// Display only, beside the hedge's own scenario (methodology 3.8): no rule reads it. The linear
/// estimate overstates losses and understates gains, because price is convex in the return.
public struct DurationScenario: Sendable, Hashable, Codable {
  /// −P′/P, years.
  public let modifiedDurationYears: Double
  /// Value of the holding now, dollars; negative for a short position.
  public let marketValueDollars: Double

  /// Creates a scenario.
  ///
  /// - Throws: `parameterOutOfRange("modifiedDurationYears")` for a duration that is negative or
  ///   not finite, `parameterOutOfRange("marketValueDollars")` for a value that is not finite.
  public init(
    modifiedDurationYears: Double, marketValueDollars: Double
  ) throws(SeriesError) {
    guard modifiedDurationYears.isFinite, modifiedDurationYears >= 0 else {
      throw .parameterOutOfRange(name: "modifiedDurationYears")
    }
    guard marketValueDollars.isFinite else {
      throw .parameterOutOfRange(name: "marketValueDollars")
    }
    self.modifiedDurationYears = modifiedDurationYears
    self.marketValueDollars = marketValueDollars
  }

  /// −D·Δy as a fraction of the value; `nil` beyond the range of a `Double`.
  public func changeFraction(basisPoints: Double) -> Double? {
    let change = -modifiedDurationYears * (basisPoints / 10_000)
    return change.isFinite ? change : nil
  }

  /// −D·Δy·value, dollars; `nil` beyond the range of a `Double`.
  public func changeDollars(basisPoints: Double) -> Double? {
    guard let fraction = changeFraction(basisPoints: basisPoints) else { return nil }
    let change = fraction * marketValueDollars
    return change.isFinite ? change : nil
  }
}
