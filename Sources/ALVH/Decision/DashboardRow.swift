public import Quant

/// One line of the dashboard: a quantity today and the session before.
public struct DashboardRow: Sendable, Hashable, Codable {
  /// Which quantity.
  public enum Quantity: String, Sendable, Codable, CaseIterable {
    /// S&P 500 close, index points.
    case spx
    /// VIX close, points.
    case vix
    /// First VX settlement, points.
    case vx1
    /// Second VX settlement, points.
    case vx2
    /// F₂/F₁ − 1.
    case contango
    /// Realised volatility over 21 sessions, per √year.
    case realisedVolatility
    /// On-balance volume, in the volume's unit.
    case onBalanceVolume
    /// Advance-decline line, issues.
    case advanceDecline
    /// RSI(14).
    case rsi
    /// MACD less its signal, index points.
    case macd
    /// Real effective exchange rate.
    case exchangeRate
  }

  /// Which quantity.
  public var quantity: Quantity
  /// Value at the close; `nil` when missing.
  public var latest: Double?
  /// Value at the previous session's close.
  public var previous: Double?
  /// Share of the 252 values before today's that are lower, 0…1; `nil` with fewer values.
  public var percentile: Double?
  /// How the value came about.
  public var provenance: Provenance
  /// Last date with a value when today has none.
  public var lastKnown: CalendarDate?
}
