extension ScenarioMarket {
  /// The scenario in which VIX moves by itself, whatever the index does.
  ///
  /// VIX keeps the floor of the response (``VIXResponse/limited(_:from:)``).
  ///
  /// - Parameters:
  ///   - spot: index level, points, positive.
  ///   - vixChange: change of spot VIX, points; finite.
  ///   - daysForward: calendar days, not negative.
  /// - Returns: the state of the market.
  public func scenario(spot: Double, vixChange: Double, daysForward: Int) -> MarketScenario {
    precondition(vixChange.isFinite, "the change of VIX must be finite")
    return MarketScenario(
      daysForward: daysForward, spot: spot, vix: response.limited(vix + vixChange, from: vix))
  }
}

extension VIXResponse {
  /// A level that a scenario reaches from `vix`, points: never below the floor.
  ///
  /// Where VIX already is below it, the floor applies only to a fall, so that no change leaves VIX
  /// where it is.
  public func limited(_ level: Double, from vix: Double) -> Double {
    max(min(floor, vix), level)
  }
}
