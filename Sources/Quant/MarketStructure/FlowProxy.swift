/// A daily stand-in for order flow, shown beside what it is not (methodology 1.10).
public enum FlowProxy: String, Sendable, Hashable, Codable, CaseIterable {
  /// Bulk volume imbalance over 50 bars, 0 to 1.
  case bulkVolumeImbalance50
  /// Percentile of Amihud's 21-bar illiquidity among its last 252 values, 0 to 1.
  case amihudPercentile252

  /// What must be said beside every value.
  public enum Caveat: String, Sendable, Hashable, Codable, CaseIterable {
    /// A proxy for display; never a trigger.
    case proxyNeverTrigger
    /// Not VPIN, which needs intraday volume buckets.
    case notVPIN
    /// No incremental power for volatility once volume and volatility are controlled for.
    ///
    /// Andersen and Bondarenko, CREATES Research Paper 2013-43.
    case noIncrementalPower
    /// Close times volume of an index is not dollars: only the percentile means anything.
    case notDollars
  }

  /// The caveats that belong to the proxy, the one about triggers first.
  public var caveats: [Caveat] {
    switch self {
    case .bulkVolumeImbalance50: [.proxyNeverTrigger, .notVPIN, .noIncrementalPower]
    case .amihudPercentile252: [.proxyNeverTrigger, .notDollars]
    }
  }
}

/// The value of a flow proxy with its caveats, as a page shows it.
public struct FlowProxyReading: Sendable, Hashable, Codable {
  /// Which proxy.
  public let proxy: FlowProxy
  /// The value, 0 to 1; `nil` in warm-up and where volumes do not allow one.
  public let fraction: Double?

  /// What must be said beside the value.
  public var caveats: [FlowProxy.Caveat] { proxy.caveats }

  /// Creates a reading; `fraction` must lie between 0 and 1.
  public init(proxy: FlowProxy, fraction: Double?) {
    precondition(fraction.map { (0...1).contains($0) } ?? true, "a proxy is a fraction")
    self.proxy = proxy
    self.fraction = fraction
  }
}

/// Both flow proxies bar by bar.
public struct FlowProxyAccumulator: Sendable, Hashable {
  private var imbalance: BulkVolumeImbalance
  private var illiquidity: AmihudPercentile

  /// Creates an accumulator before its first bar, with the methodology's windows.
  public init() throws(SeriesError) {
    imbalance = try BulkVolumeImbalance(window: 50, deviationWindow: 60)
    illiquidity = try AmihudPercentile(window: 21)
  }

  /// Appends one bar and returns one reading per proxy, in the order of `FlowProxy.allCases`.
  ///
  /// - Parameters:
  ///   - close: Finite, positive closing price.
  ///   - volume: Finite volume, not negative.
  /// - Returns: The readings at the bar's close.
  public mutating func append(close: Double, volume: Double) -> [FlowProxyReading] {
    // Sums of volumes may overflow, and rounding may carry a share of 1 beyond it.
    let share = imbalance.append(close: close, volume: volume).flatMap {
      $0.isFinite ? max(0, min(1, $0)) : nil
    }
    return [
      FlowProxyReading(proxy: .bulkVolumeImbalance50, fraction: share),
      FlowProxyReading(
        proxy: .amihudPercentile252, fraction: illiquidity.append(close: close, volume: volume)),
    ]
  }
}
