public import Quant

extension VIXResponse {
  /// Estimates the elasticity from the last sessions known at the close of `date`.
  ///
  /// Ordinary least squares with intercept of ΔlnVIX on the index's log return, over the returns of
  /// the last `window` sessions whose both ends have a VIX close (methodology 4.5). Returns without
  /// one are left out; with fewer than `fewest` the assumed −4.2 is returned, as it is when the index
  /// did not move or the slope is not negative. Reads no row later than `date`. Complexity: O(rows).
  ///
  /// - Parameters:
  ///   - bars: index sessions, ascending.
  ///   - vix: VIX closes, ascending.
  ///   - date: the session; later rows are not read.
  ///   - window: sessions of returns.
  ///   - fewest: fewest usable returns for an estimate.
  /// - Returns: an estimated or assumed response.
  /// - Throws: `SeriesError`: `parameterOutOfRange` for `window` below 3 or `fewest` outside
  ///   3...window, and of the rows up to `date` `unsortedDates`, `duplicateDate`, `nonFinite` or
  ///   `nonPositivePrice` with the row's index.
  public static func estimated(
    bars: [DailyBar], vix: [DatedValue], asOf date: CalendarDate, window: Int = 252,
    fewest: Int = 200
  ) throws(SeriesError) -> VIXResponse {
    try SeriesValidation.require(window, in: 3..., name: "window")
    try SeriesValidation.require(fewest, in: 3...window, name: "fewest")
    let sessions = bars.prefix { $0.date <= date }
    let known = vix.filter { $0.known <= date }
    try SeriesValidation.requireAscending(sessions.lazy.map(\.date))
    try SeriesValidation.requireAscending(known.lazy.map(\.date))
    if !sessions.isEmpty { try SeriesValidation.requirePrices(sessions.map(\.close)) }
    if !known.isEmpty { try SeriesValidation.requirePrices(known.map(\.value)) }
    let levels = Dictionary(known.map { ($0.date, $0.value) }) { _, last in last }
    let recent = sessions.suffix(window.boundedSum(1))
    var pairs: [(index: Double, vix: Double)] = []
    for (before, after) in zip(recent, recent.dropFirst()) {
      guard let start = levels[before.date], let end = levels[after.date] else { continue }
      pairs.append(
        (logarithm(after.close) - logarithm(before.close), logarithm(end) - logarithm(start)))
    }
    guard pairs.count >= fewest else { return .assumed(.tooFewSessions) }
    return response(pairs)
  }

  private static func response(_ pairs: [(index: Double, vix: Double)]) -> VIXResponse {
    let count = Double(pairs.count)
    let meanIndex = pairs.reduce(0) { $0 + $1.index } / count
    let meanVIX = pairs.reduce(0) { $0 + $1.vix } / count
    var (variance, covariance, total) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (x, y) = (pair.index - meanIndex, pair.vix - meanVIX)
      variance += x * x
      covariance += x * y
      total += y * y
    }
    // Below this root mean square a move is rounding of the logarithms, not a move.
    guard variance > count * 1e-24 else { return .assumed(.noVariation) }
    let slope = covariance / variance
    guard slope < 0, slope.isFinite else { return .assumed(.notNegative) }
    let residual = max(total - slope * covariance, 0)
    return VIXResponse(
      elasticity: slope,
      source: .estimated(
        sessions: pairs.count, rSquared: min(max(1 - residual / total, 0), 1),
        standardError: (residual / (count - 2) / variance).squareRoot()))
  }
}
