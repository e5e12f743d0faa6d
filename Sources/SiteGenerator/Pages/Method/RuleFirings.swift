import ALVH
import Quant
import SVGCharts

/// The sessions on which a rule fired, as runs without a gap between them.
struct RuleFirings {
  /// A run of sessions in a row.
  struct Run: Hashable {
    var first: CalendarDate
    var last: CalendarDate
    var sessions: Int
  }

  /// Runs, the earliest first.
  private(set) var runs: [Run] = []
  /// Write-ups on which it fired.
  private(set) var count = 0
  /// All write-ups that were asked.
  let asked: Int

  /// Runs that a page lists; the counts speak of all.
  static let longestList = 24

  init(_ firing: MethodRule.Firing, in decisions: [DailyDecision]) {
    asked = decisions.count
    var wasFired = false
    for decision in decisions {
      let isFired = firing.fired(decision)
      defer { wasFired = isFired }
      guard isFired else { continue }
      count += 1
      if wasFired, let index = runs.indices.last {
        runs[index].last = decision.date
        runs[index].sessions += 1
      } else {
        runs.append(Run(first: decision.date, last: decision.date, sessions: 1))
      }
    }
  }

  /// How often the rule fired.
  ///
  /// A sentence such as `On 34 of 190 write-ups (18 %) a divergence was active, in 6 runs of sessions.`
  func sentence(_ words: String) -> String {
    guard count > 0 else { return "On none of the \(asked) write-ups was it so that \(words)." }
    let share = NumberText.percent(Double(count) / Double(asked), decimals: 0)
    return "On \(count) of \(asked) write-ups (\(share)) \(words), in \(runs.count) "
      + "run\(runs.count == 1 ? "" : "s") of sessions."
  }
}
