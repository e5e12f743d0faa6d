public import Quant

/// What is scheduled on one of the coming sessions.
public struct CalendarDay: Sendable, Hashable, Codable {
  /// A scheduled event.
  public enum Event: Sendable, Hashable, Codable {
    /// A policy event.
    case policy(PolicyEvent.Kind)
    /// An inflation release for a month.
    case release(InflationSeries, period: String, time: String)
    /// Expiration of standard SPX options.
    case spxExpiration
    /// Expiration of VIX options and futures.
    case vixExpiration
    /// Expiration of a held book position.
    case bookExpiration
    /// First session on which the roll rule can fire for a held hedge contract.
    case hedgeRoll(expiration: CalendarDate)
    /// The exchange closes early.
    case earlyClose(String)
  }

  /// The session.
  public var date: CalendarDate
  /// Events in display order; empty when nothing is scheduled.
  public var events: [Event]
}
