/// Bounds of volatility indices that move farther than the VIX.
extension SeriesBounds {
  /// The nine-day index: it jumps and falls back within a day.
  ///
  /// On 2011-08-08 it closed at 68.0, between 37.58 and 43.38, which `volatilityIndex` would take for
  /// a slip.
  public static let shortVolatilityIndex = SeriesBounds(
    range: 5...300, outlierFactor: 2.5, needsSession: false)
  /// The VIX of VIX, points: the highest close is 207.59 (2020-03-16); the six values below 50 of
  /// 2006 are not plausible, and the lowest of the others is 57.01 (2006-08-16).
  public static let volatilityOfVolatility = SeriesBounds(
    range: 50...400, outlierFactor: 1.5, needsSession: false)
}
