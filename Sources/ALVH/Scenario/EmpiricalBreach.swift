public import Quant

/// The side on which a level is breached.
public enum BreachSide: String, Sendable, Codable, CaseIterable {
  /// The index falls to or below the level.
  case below
  /// The index rises to or above the level.
  case above
}

/// Why there is no empirical frequency.
public enum EmpiricalBreachIssue: Error, Sendable, Hashable, Codable {
  /// Fewer windows than needed.
  case tooFewWindows(found: Int, needed: Int)
  /// The index's volatility of today is undefined or zero, so past moves cannot be scaled to it.
  case noVolatility
}

/// How often past moves of the index, scaled to today's volatility, would have reached a level.
///
/// A frequency of the past, never to be averaged with a risk-neutral probability (methodology 4.5).
/// Windows overlap: `windows` counts them all, `independentWindows` those that share no session.
public struct EmpiricalBreach: Sendable, Hashable, Codable {
  /// Fewest windows for a frequency.
  public static let fewestWindows = 1000

  /// Sessions of each window.
  public let sessions: Int
  /// Overlapping windows used.
  public let windows: Int
  /// Share of windows that end beyond the level, 0...1.
  public let ends: Double
  /// Share of windows that touch the level on some session after the first, 0...1.
  public let touches: Double

  /// Windows without a common session: the sample's real size.
  public var independentWindows: Int { windows / sessions }

  /// The frequencies for a level, from sessions known at the close of `date`.
  ///
  /// Every window of `sessions` sessions up to `date` counts whose first session has a realised
  /// volatility above 0. Its log returns are multiplied by today's over that session's volatility
  /// (21 sessions, methodology 1.7) and applied to today's close. A touch is read from lows (highs),
  /// or from the close where a vendor's low lies above it. Reads no later row. Complexity:
  /// O(bars · sessions).
  ///
  /// - Parameters:
  ///   - level: index level, points, positive.
  ///   - side: which side of the index is looked at.
  ///   - sessions: length of a window, at least 1.
  ///   - bars: index sessions, ascending.
  ///   - date: the session; the last bar up to it is today.
  /// - Returns: the frequencies, or why there are none.
  /// - Throws: `SeriesError`: `parameterOutOfRange` for `level` or `sessions`; of the bars up to
  ///   `date` `emptySeries`, `unsortedDates`, `duplicateDate`, `nonFinite` or `nonPositivePrice`.
  public static func frequency(
    of level: Double, side: BreachSide, sessions: Int, bars: [DailyBar], asOf date: CalendarDate
  ) throws(SeriesError) -> Result<EmpiricalBreach, EmpiricalBreachIssue> {
    guard level > 0, level.isFinite else { throw .parameterOutOfRange(name: "level") }
    try SeriesValidation.require(sessions, in: 1..., name: "sessions")
    let known = Array(bars.prefix { $0.date <= date })
    try SeriesValidation.requireAscending(known.lazy.map(\.date))
    let closes = known.map(\.close)
    let volatilities = try RealisedVolatility.series(close: closes)
    guard let today = volatilities.last ?? nil, today > 0 else {
      return .failure(.noVolatility)
    }
    let path = ExtremePath(known, side: side)
    let distance = path.sign * (logarithm(level) - logarithm(closes[closes.count - 1]))
    var (windows, ends, touches) = (0, 0, 0)
    for start in closes.indices.dropLast(sessions) {
      guard let then = volatilities[start], then > 0 else { continue }
      let scaled = distance * (then / today)
      let window = start + 1...start + sessions
      windows += 1
      if path.ends[start + sessions] - path.ends[start] > scaled { ends += 1 }
      if window.contains(where: { path.extremes[$0] - path.ends[start] >= scaled }) { touches += 1 }
    }
    guard windows >= fewestWindows else {
      return .failure(.tooFewWindows(found: windows, needed: fewestWindows))
    }
    return .success(
      EmpiricalBreach(
        sessions: sessions, windows: windows, ends: Double(ends) / Double(windows),
        touches: Double(touches) / Double(windows)))
  }
}

/// Logarithms of an index with the breached side up, so that both sides are one computation.
private struct ExtremePath {
  let sign: Double
  let ends: [Double]
  let extremes: [Double]

  init(_ bars: [DailyBar], side: BreachSide) {
    let sign = side == .above ? 1.0 : -1.0
    self.sign = sign
    ends = bars.map { sign * logarithm($0.close) }
    extremes = zip(bars, ends).map { bar, end in
      let price = side == .above ? bar.high : bar.low
      return price > 0 && price.isFinite ? max(end, sign * logarithm(price)) : end
    }
  }
}
