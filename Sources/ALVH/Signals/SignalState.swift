public import Quant

/// What the indicators said at the close of one session.
public struct SignalState: Sendable, Hashable, Codable {
  /// On-balance volume, in the volume's unit; only differences mean anything.
  public var onBalanceVolume: Double
  /// RSI(14), 0…100.
  public var rsi: Double?
  /// MACD 12/26, index points.
  public var macd: Double?
  /// MACD's signal line, index points.
  public var macdSignal: Double?
  /// Realised volatility over 21 sessions, per √year.
  public var realisedVolatility: Double?
  /// Advance-decline line, issues.
  public var advanceDeclineLine: Double?
  /// Sessions of history before this one.
  public var historyLength: Int
  /// The latest active divergence.
  public var lead: DivergenceView?
  /// Divergences that became known today.
  public var new: [DivergenceView]
  /// Divergences that ended today.
  public var ended: [DivergenceView]
  /// Divergences known in the last 60 sessions, oldest first.
  public var recent: [DivergenceView]
  /// First MACD cross-under since the lead's pivot.
  public var macdConfirmed: CalendarDate?
  /// First RSI failure swing since the lead's pivot.
  public var rsiConfirmed: CalendarDate?
  /// First cross of RSI below the failure swing's threshold since the lead's pivot.
  ///
  /// The other reading of "RSI failures above 60" (`rsiCrossBelow60`, methodology 1.4), with the level
  /// the profile gives the failure swing. It stands beside ``rsiConfirmed`` and no rule reads it.
  public var rsiCrossedBelow: CalendarDate?
  /// First session since the lead's pivot on which breadth confirmed.
  public var breadthConfirmed: CalendarDate?
  /// Whether MACD crossed under its signal today.
  public var macdCrossedToday: Bool
  /// Whether RSI crossed below the failure swing's threshold today.
  public var rsiCrossedBelowToday: Bool
  /// Base rates of the trigger up to today.
  public var baseRate: TriggerBaseRate

  /// Sessions in which a divergence counts as recent.
  static let recentSessions = 60
}

/// How often the trigger fired and was confirmed in the history up to a date.
public struct TriggerBaseRate: Sendable, Hashable, Codable {
  /// Divergences known up to the date.
  public var divergences: Int
  /// Of those known at least 20 sessions before, how many had a MACD cross-under by 20 sessions
  /// after they became known.
  public var confirmed: Int
  /// Divergences known at least 20 sessions before the date.
  public var judged: Int
  /// Length of the history, years of 252 sessions.
  public var years: Double

  /// Sessions after which a divergence is judged.
  static let judgedAfterSessions = 20
}
