/// A hedge's place in the order of preference, smaller is better (methodology 4.4).
///
/// Real numbers are compared after rounding to multiples of 10⁻⁹, so that sums of the same
/// numbers in another order do not decide. All parts are finite.
struct SizingKey {
  var coverageShortfall: Double
  var notionalShortfall: Double
  var drag: Double
  var distanceFromMiddle: Double
  var contracts: Int

  /// The real number in units of 10⁻⁹, ties to even.
  @inline(__always)
  static func rounded(_ value: Double) -> Double {
    (value * 1e9).rounded(.toNearestOrEven)
  }

  /// Negative, zero or positive as this key is better than, equal to or worse than `other`.
  @inline(__always)
  func compared(to other: SizingKey) -> Int {
    if coverageShortfall != other.coverageShortfall {
      return coverageShortfall < other.coverageShortfall ? -1 : 1
    }
    if notionalShortfall != other.notionalShortfall {
      return notionalShortfall < other.notionalShortfall ? -1 : 1
    }
    if drag != other.drag { return drag < other.drag ? -1 : 1 }
    if distanceFromMiddle != other.distanceFromMiddle {
      return distanceFromMiddle < other.distanceFromMiddle ? -1 : 1
    }
    return contracts - other.contracts
  }

  /// Whether the band's lower ends are both reached.
  var isMet: Bool { coverageShortfall == 0 && notionalShortfall == 0 }

  /// Whether the shortfalls alone are better than those of `other`.
  func improvesShortfalls(on other: SizingKey) -> Bool {
    coverageShortfall < other.coverageShortfall
      || (coverageShortfall == other.coverageShortfall
        && notionalShortfall < other.notionalShortfall)
  }
}
