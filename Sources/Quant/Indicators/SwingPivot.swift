/// A local high or low of a series (methodology 1.6).
///
/// A high at bar i is above each of the `left` bars before it and at least as high as each of the
/// `right` bars after it, so the earliest bar of a plateau wins. A low is a high of −x.
public struct SwingPivot: Sendable, Hashable, Codable {
  /// Bar of the extreme.
  public var index: Int
  /// Bar at whose close the pivot is known: `index + right`.
  public var known: Int
  /// Value of the series at `index`.
  public var value: Double

  /// Creates a pivot.
  public init(index: Int, known: Int, value: Double) {
    self.index = index
    self.known = known
    self.value = value
  }

  /// Every pivot high of the series, ascending; empty when the series is too short.
  ///
  /// - Throws: `parameterOutOfRange` for a negative `left` or `right`, `emptySeries`, `nonFinite`.
  public static func highs(
    _ values: [Double], left: Int = 5, right: Int = 3
  ) throws(SeriesError) -> [SwingPivot] {
    try pivots(values, detector: SwingPivotDetector(.high, left: left, right: right))
  }

  /// Every pivot low of the series, ascending; empty when the series is too short.
  ///
  /// - Throws: `parameterOutOfRange` for a negative `left` or `right`, `emptySeries`, `nonFinite`.
  public static func lows(
    _ values: [Double], left: Int = 5, right: Int = 3
  ) throws(SeriesError) -> [SwingPivot] {
    try pivots(values, detector: SwingPivotDetector(.low, left: left, right: right))
  }

  private static func pivots(
    _ values: [Double], detector: SwingPivotDetector
  ) throws(SeriesError) -> [SwingPivot] {
    try SeriesValidation.requireFinite(values)
    var detector = detector
    return values.compactMap { detector.append($0) }
  }
}
