/// The input checks shared by the batch forms; each reports the first offending bar.
///
/// A value that is not finite is reported before an earlier one of the wrong sign, so one series
/// gives one error. Every check is O(n) without allocation.
public enum SeriesValidation {
  private static var infinityBits: UInt64 { Double.infinity.bitPattern }
  private static var negativeZeroBits: UInt64 { (-0.0).bitPattern }

  /// Requires a series that is not empty and has only finite values.
  ///
  /// - Throws: `emptySeries`, `nonFinite`.
  public static func requireFinite(_ values: [Double]) throws(SeriesError) {
    guard !values.isEmpty else { throw .emptySeries }
    guard values.count(whereBits: { $0 & Self.infinityBits == Self.infinityBits }) > 0 else {
      return
    }
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .nonFinite(index: index)
    }
  }

  /// Requires a series of finite, positive prices.
  ///
  /// - Throws: `emptySeries`, `nonFinite`, `nonPositivePrice`.
  public static func requirePrices(_ prices: [Double]) throws(SeriesError) {
    guard !prices.isEmpty else { throw .emptySeries }
    // Positive finite numbers have the bit patterns from 1 to just below infinity's.
    guard prices.count(whereBits: { $0 &- 1 >= Self.infinityBits - 1 }) > 0 else { return }
    try requireFinite(prices)
    for (index, price) in prices.enumerated() where price <= 0 {
      throw .nonPositivePrice(index: index)
    }
  }

  /// Requires volumes that are finite, not negative, and not all zero.
  ///
  /// - Throws: `emptySeries`, `nonFinite`, `negativeVolume`, `missingInput("volume")`.
  public static func requireVolumes(_ volumes: [Double]) throws(SeriesError) {
    try requireFinite(volumes)
    if volumes.count(whereBits: { $0 > Self.negativeZeroBits }) > 0 {
      for (index, volume) in volumes.enumerated() where volume < 0 {
        throw .negativeVolume(index: index)
      }
    }
    guard volumes.contains(where: { $0 > 0 }) else { throw .missingInput(name: "volume") }
  }

  /// Requires two series of one length.
  ///
  /// - Throws: `lengthMismatch`.
  public static func requireSameLength(_ first: Int, _ second: Int) throws(SeriesError) {
    guard first == second else { throw .lengthMismatch }
  }

  /// Requires strictly ascending dates.
  ///
  /// - Throws: `unsortedDates`, `duplicateDate`.
  public static func requireAscending(
    _ dates: some Sequence<CalendarDate>
  ) throws(SeriesError) {
    var previous: CalendarDate?
    for (index, date) in dates.enumerated() {
      if let previous {
        guard date >= previous else { throw .unsortedDates(index: index) }
        guard date > previous else { throw .duplicateDate(index: index) }
      }
      previous = date
    }
  }

  /// Requires a parameter inside its range.
  ///
  /// - Throws: `parameterOutOfRange`.
  public static func require<Value: Comparable>(
    _ value: Value, in range: some RangeExpression<Value>, name: String
  ) throws(SeriesError) {
    guard range.contains(value) else { throw .parameterOutOfRange(name: name) }
  }
}

extension [Double] {
  /// The number of values whose bit pattern passes a test, in one pass without branches.
  fileprivate func count(whereBits isMatch: (UInt64) -> Bool) -> Int {
    var count: UInt64 = 0
    for value in self { count &+= isMatch(value.bitPattern) ? 1 : 0 }
    return Int(count)
  }
}
