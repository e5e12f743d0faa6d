/// Everything held against a rise of volatility: VIX options and, with the Second Engine, futures.
public struct VolatilityHedge: Sendable, Hashable, Codable {
  /// VIX options.
  public var options: [VIXHedgeLeg]
  /// VIX futures.
  public var futures: [VIXFutureLeg]

  /// No hedge.
  public static let none = VolatilityHedge(options: [])

  /// Creates a hedge.
  public init(options: [VIXHedgeLeg], futures: [VIXFutureLeg] = []) {
    self.options = options
    self.futures = futures
  }
}
