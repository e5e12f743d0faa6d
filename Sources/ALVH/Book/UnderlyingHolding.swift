public import Quant

/// A holding that stands for the underlying of options: shares of an index fund, or VIX futures.
public struct UnderlyingHolding: Sendable, Hashable, Codable {
  /// What the holding stands for.
  public enum Underlying: Sendable, Hashable, Codable {
    /// The S&P 500, for SPX and SPXW options of any expiration.
    case index
    /// VIX at one settlement, for VIX options of that expiration.
    case vix(expiration: CalendarDate)
  }

  /// What the holding stands for.
  public var underlying: Underlying
  /// Name to show, for example `SPY` or `VX`.
  public var label: String
  /// Dollars per point of the underlying; negative for a short holding.
  public var dollarsPerPoint: Double
  /// Price at entry as a forward for the options' settlement, points of the underlying.
  public var entryForward: Double

  /// Creates a holding; both numbers must be finite.
  public init(
    underlying: Underlying, label: String, dollarsPerPoint: Double, entryForward: Double
  ) {
    precondition(dollarsPerPoint.isFinite && entryForward.isFinite, "numbers must be finite")
    self.underlying = underlying
    self.label = label
    self.dollarsPerPoint = dollarsPerPoint
    self.entryForward = entryForward
  }

  /// Shares of an index fund.
  ///
  /// - Parameters:
  ///   - symbol: the fund's symbol.
  ///   - quantity: shares; negative when sold short.
  ///   - pointsPerShare: index points one share stands for, about 0.1 for SPY.
  ///   - entryForward: entry price in index points, carried to the options' settlement.
  /// - Returns: the holding; $1 per share and dollar of the fund is `pointsPerShare` per point.
  public static func shares(
    _ symbol: String, quantity: Int, pointsPerShare: Double, entryForward: Double
  ) -> UnderlyingHolding {
    UnderlyingHolding(
      underlying: .index, label: symbol,
      dollarsPerPoint: (Double(quantity) * pointsPerShare).bounded,
      entryForward: entryForward)
  }

  /// VX or VXM futures bought or sold at `entryPrice`, VIX points.
  public static func future(_ leg: VIXFutureLeg, entryPrice: Double) -> UnderlyingHolding {
    UnderlyingHolding(
      underlying: .vix(expiration: leg.expiration), label: leg.kind.rawValue,
      dollarsPerPoint: Double(leg.quantity) * leg.kind.multiplier, entryForward: entryPrice)
  }

  /// Whether options of a series settle on what the holding stands for.
  func matches(_ series: OptionSeries) -> Bool {
    switch underlying {
    case .index: series.root != .vix
    case .vix(let expiration): series.root == .vix && series.expiration == expiration
    }
  }
}
