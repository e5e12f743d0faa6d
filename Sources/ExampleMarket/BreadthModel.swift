#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

public import Quant

/// Advancing, declining and unchanged issues made from the index's daily return.
///
/// Of 3,200 issues, 60 to 130 are unchanged. The balance (advances − declines)/(advances + declines)
/// is 0.92·tanh(0.55·r) plus noise with a standard deviation of 0.11, within ±0.97; r is the return in
/// percent. The noise is a fixed function of the date, so that a session's counts never change.
public enum BreadthModel {
  /// One session's counts.
  public struct Count: Sendable, Hashable {
    /// The session.
    public var date: CalendarDate
    /// Issues that closed higher.
    public var advances: Int
    /// Issues that closed lower.
    public var declines: Int
    /// Issues that closed unchanged.
    public var unchanged: Int
  }

  /// Listed issues counted each session.
  public static let issues = 3200

  /// The counts of every bar but the first, which has no return; empty for fewer than two bars.
  public static func counts(_ bars: [DailyBar]) -> [Count] {
    zip(bars, bars.dropFirst()).map { previous, bar in
      let percent = 100 * (bar.close / previous.close - 1)
      let uniforms = (1...4).reduce(0) { $0 + DateNoise.uniform(bar.date, stream: $1) }
      let noise = 0.11 * (uniforms - 2) * sqrt(3.0)
      let balance = min(max(0.92 * tanh(0.55 * percent) + noise, -0.97), 0.97)
      let unchanged = 60 + Int(70 * DateNoise.uniform(bar.date, stream: 0))
      let moved = issues - unchanged
      let advances = Int((Double(moved) * (1 + balance) / 2).rounded())
      return Count(
        date: bar.date, advances: advances, declines: moved - advances, unchanged: unchanged)
    }
  }
}
