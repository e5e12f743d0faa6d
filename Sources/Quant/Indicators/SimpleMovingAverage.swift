/// The mean of the last `window` values, such as the 50-session mean of methodology 1.5.
///
/// Unit: that of the values. The first value is at bar `window − 1`.
public struct SimpleMovingAverage: Sendable, Hashable {
  /// Values averaged.
  public let window: Int
  private var sum: SlidingAggregate<Total>

  /// Creates an accumulator before its first value.
  ///
  /// - Throws: `parameterOutOfRange("window")` below 1.
  public init(window: Int) throws(SeriesError) {
    try SeriesValidation.require(window, in: 1..., name: "window")
    self.window = window
    sum = SlidingAggregate(window: window)
  }

  /// Appends one finite value and returns the mean, in amortised O(1).
  ///
  /// `nil` for the first `window − 1` values, and when the sum is beyond the range of a double.
  public mutating func append(_ value: Double) -> Double? {
    guard let sum = sum.append(Total(value: value)), sum.value.isFinite else { return nil }
    return sum.value / Double(window)
  }

  /// The mean at every bar: same length as the input, `nil` where ``append(_:)`` gives none.
  ///
  /// - Throws: `parameterOutOfRange`, `emptySeries`, `nonFinite`.
  public static func series(
    _ values: [Double], window: Int
  ) throws(SeriesError) -> [Double?] {
    var indicator = try SimpleMovingAverage(window: window)
    try SeriesValidation.requireFinite(values)
    return values.map { indicator.append($0) }
  }
}
