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

  /// Requires rows ascending by date and, within a date, by the day they became known.
  ///
  /// Several rows of one date are its vintages: the first print and its revisions.
  ///
  /// - Throws: `unsortedDates` for a row before an earlier one, `duplicateDate` for a second row of
  ///   one date that became known on the same day.
  public static func requireAscendingVintages(_ rows: [DatedValue]) throws(SeriesError) {
    for index in rows.indices.dropFirst() {
      let (previous, row) = (rows[index - 1], rows[index])
      guard (row.date, row.known) >= (previous.date, previous.known) else {
        throw .unsortedDates(index: index)
      }
      guard row.date > previous.date || row.known > previous.known else {
        throw .duplicateDate(index: index)
      }
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

/// Notes, in the pass that computes an indicator, whether every price is finite and positive.
///
/// A pass of its own over a million bars costs a fifth as much as the indicators. When a value
/// fails, the result is dropped and the check repeated for the error that names its bar.
struct PriceScan {
  private var failures: UInt64 = 0

  /// Whether every price noted is finite and positive.
  var isClean: Bool { failures == 0 }

  /// Notes one price, without a branch.
  @inline(__always)
  mutating func note(_ price: Double) {
    // Positive finite numbers have the bit patterns from 1 to just below infinity's.
    failures |= price.bitPattern &- 1 >= Double.infinity.bitPattern - 1 ? 1 : 0
  }
}

/// The same for volumes: finite, not negative, and not all zero.
struct VolumeScan {
  private var failures: UInt64 = 0
  private var bits: UInt64 = 0

  /// Whether the volumes noted pass `SeriesValidation.requireVolumes`.
  var isClean: Bool { failures == 0 && bits != 0 }

  /// Notes one volume, without a branch; −0 counts as a failure, which the full check forgives.
  @inline(__always)
  mutating func note(_ volume: Double) {
    failures |= volume.bitPattern >= Double.infinity.bitPattern ? 1 : 0
    bits |= volume.bitPattern
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
