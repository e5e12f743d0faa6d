/// Detects a series falling below another one, or below a level (methodology 1.3).
///
/// There is a cross-under at a bar when the difference is negative and the most recent difference
/// that was not zero is positive: a tie belongs to neither side. A missing value forgets the past.
public struct CrossUnder: Sendable, Hashable {
  private var wasAbove = false

  /// Creates a detector before its first bar.
  public init() {}

  /// Appends one bar and returns whether the series crosses under at its close, in O(1).
  ///
  /// - Parameters:
  ///   - value: The series; `nil` while undefined.
  ///   - reference: The series or level crossed; `nil` while undefined.
  /// - Returns: Whether the bar is a cross-under.
  public mutating func append(_ value: Double?, below reference: Double?) -> Bool {
    guard let value, let reference else {
      wasAbove = false
      return false
    }
    guard value != reference else { return false }
    let isAbove = value > reference
    defer { wasAbove = isAbove }
    return wasAbove && !isAbove
  }

  /// The bars at which `series` crosses under `reference`, ascending.
  ///
  /// Each is known at its own close.
  ///
  /// - Throws: `lengthMismatch`.
  public static func indices<Series: RandomAccessCollection<Double?>>(
    of series: Series, below reference: Series
  ) throws(SeriesError) -> [Int] where Series.Index == Int {
    try SeriesValidation.requireSameLength(series.count, reference.count)
    var detector = CrossUnder()
    return series.indices.filter { detector.append(series[$0], below: reference[$0]) }
  }

  /// The bars at which `series` crosses under a constant level, ascending.
  ///
  /// Each is known at its own close.
  public static func indices<Series: RandomAccessCollection<Double?>>(
    of series: Series, below level: Double
  ) -> [Int] where Series.Index == Int {
    var detector = CrossUnder()
    return series.indices.filter { detector.append(series[$0], below: level) }
  }
}
