/// A top failure swing of the relative strength index above a threshold (methodology 1.4).
///
/// A high above the threshold, a dip, a lower high, and a break below the dip, each separated by
/// at least `delta`. Source: Wilder (1978), with the overbought line as a parameter.
public struct FailureSwing: Sendable, Hashable, Codable {
  /// Bar of the first high.
  public var h1: Int
  /// Bar of the dip.
  public var l1: Int
  /// Bar of the lower second high.
  public var h2: Int
  /// Bar of the break below the dip, at whose close the swing is known.
  public var known: Int
  /// Index value at the first high.
  public var valueAtH1: Double
  /// Index value at the dip.
  public var valueAtL1: Double
  /// Index value at the second high.
  public var valueAtH2: Double
  /// Index value at the break.
  public var valueAtBreak: Double

  /// Creates a swing.
  public init(
    h1: Int, l1: Int, h2: Int, known: Int, valueAtH1: Double, valueAtL1: Double, valueAtH2: Double,
    valueAtBreak: Double
  ) {
    self.h1 = h1
    self.l1 = l1
    self.h2 = h2
    self.known = known
    self.valueAtH1 = valueAtH1
    self.valueAtL1 = valueAtL1
    self.valueAtH2 = valueAtH2
    self.valueAtBreak = valueAtBreak
  }

  /// Every failure swing of the series, ascending by `known`.
  ///
  /// - Parameters:
  ///   - rsi: The index at every bar; `nil` while undefined or degenerate.
  ///   - threshold: The first high must be above this, 0 to 100.
  ///   - delta: Least depth of the dip and least recovery from it, in index points.
  ///   - maxBars: Bars after the first high within which the break must come.
  /// - Returns: The swings; empty when there is none.
  /// - Throws: `parameterOutOfRange`, `nonFinite`.
  public static func events(
    rsi: some Collection<Double?>, threshold: Double = 60, delta: Double = 2, maxBars: Int = 60
  ) throws(SeriesError) -> [FailureSwing] {
    var detector = try FailureSwingDetector(
      threshold: threshold, delta: delta, maxBars: maxBars)
    for (index, value) in rsi.enumerated() where value?.isFinite == false {
      throw .nonFinite(index: index)
    }
    return rsi.compactMap { detector.append($0) }
  }
}
