import Quant

/// The index level below which a book loses at expiration.
public struct LowerBreakEven: Sendable, Hashable, Codable {
  /// The series whose profile it belongs to.
  public var series: OptionSeries
  /// Index level, points.
  public var level: Double

  /// Creates a break-even.
  public init(series: OptionSeries, level: Double) {
    self.series = series
    self.level = level
  }

  /// The highest lower break-even under the index, over all series of a book.
  ///
  /// A break-even counts when the profile loses just below it; one that a fall of the index turns
  /// into profit does not. `nil` when no series has one at or below `spot`; of equal levels the first
  /// series counts.
  public static func nearest(in profiles: [PayoffProfile], spot: Double) -> LowerBreakEven? {
    var nearest: LowerBreakEven?
    for profile in profiles {
      let level = profile.breakEvens.last { level in
        level <= spot && profile.value(at: level * (1 - 1e-6)) < 0
      }
      guard let level, level > nearest?.level ?? 0 else { continue }
      nearest = LowerBreakEven(series: profile.series, level: level)
    }
    return nearest
  }
}
