/// Where an index's volume comes from (methodology 1.1).
///
/// The S&P 500 has no volume of its own, so on-balance volume is that of something else, and says so.
/// Sources must not be mixed inside one series: their levels and habits differ.
public enum VolumeSource: String, Sendable, Hashable, Codable, CaseIterable {
  /// The vendor's figure for the index, usually an aggregate of its members.
  case indexVendor
  /// Shares of the exchange-traded fund SPY.
  case fund = "SPY"
  /// Contracts of the E-mini S&P 500 future.
  case future = "ESfuture"
  /// The sum of the members' volumes.
  case constituentSum
}
