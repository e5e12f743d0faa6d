public import Quant

/// What the chain reports of a file's sessions found, gathered: a line for each kind of finding, with
/// its count and its worst row.
///
/// A file of many sessions can hold hundreds of strikes off parity, and listing each would bury the
/// rest. Everything is a warning about rows that are kept: a finding is reported, not repaired.
public struct ChainFindings: Sendable, Hashable {
  private var sessions = 0
  private var pairs = 0
  private var series = 0
  private var parity = Finding()
  private var calendar = Finding()
  private var unassessed: [UnassessedChainSeries.Reason: Finding] = [:]

  /// One kind of finding: how many, on how many sessions, and the one that is shown.
  private struct Finding: Hashable {
    var count = 0
    var sessions = 0
    var shown = ""
    private var size = -Double.infinity

    /// Adds the findings of a session; the greatest of all is shown, the first of equals.
    mutating func add<Item>(
      _ items: [Item], size sizeOf: (Item) -> Double, sentence: (Item) -> String
    ) {
      count += items.count
      sessions += items.isEmpty ? 0 : 1
      for item in items where shown.isEmpty || sizeOf(item) > size {
        size = sizeOf(item)
        shown = sentence(item)
      }
    }
  }

  /// Starts without a session.
  public init() {}

  /// Checks the quotes of every session of a file.
  ///
  /// Complexity: O(n log n) in the number of quotes of a session.
  ///
  /// - Parameters:
  ///   - quotes: option quotes by session.
  ///   - minute: the minute of the quotes, New York.
  /// - Throws: `SeriesError` when a report cannot be made of finite quotes, which does not happen.
  public init(
    of quotes: [CalendarDate: [OptionQuote]], minute: Int = 960
  ) throws(SeriesError) {
    for (date, quotes) in quotes.sorted(by: { $0.key < $1.key }) {
      add(try ChainReport(of: quotes, on: date, minute: minute))
    }
  }

  /// Adds the report of one session.
  public mutating func add(_ report: ChainReport) {
    sessions += 1
    series += report.series.count + report.unassessed.count
    pairs += report.series.filter { $0.discountSource != .extrapolated }.reduce(0) {
      $0 + $1.pairCount
    }
    parity.add(report.parityViolations, size: \.excess) { $0.sentence(on: report.date) }
    calendar.add(report.calendarViolations, size: \.excess) { $0.sentence(on: report.date) }
    for (reason, items) in Dictionary(grouping: report.unassessed, by: \.reason) {
      unassessed[reason, default: Finding()].add(items, size: { _ in 0 }) {
        "\($0.root.rawValue) \($0.expiration) on \(report.date)"
      }
    }
  }

  /// The findings about a file: parity, then time, then series without a check; empty without any.
  ///
  /// Pairs of series whose discount factor is extrapolated are not judged and not counted.
  ///
  /// - Parameter file: the file's name in messages.
  /// - Returns: at most five warnings.
  public func diagnostics(file: String) -> [Diagnostic] {
    var found: [(ProblemCode, String)] = []
    if parity.count > 0 {
      found.append((.parityResidual, parityMessage))
    }
    if calendar.count > 0 {
      found.append((.calendarViolation, calendarMessage))
    }
    for reason in UnassessedChainSeries.Reason.allCases {
      guard let finding = unassessed[reason] else { continue }
      found.append((.missingValue, message(reason, finding)))
    }
    return found.map { code, message in
      Diagnostic(
        severity: .warning, location: SourceLocation(file: file), message: message,
        remedy: ChainReport.remedy, code: code, action: .kept)
    }
  }

  private var parityMessage: String {
    "\(parity.count) of \(pairs) pairs of call and put \(parity.count == 1 ? "is" : "are") off "
      + "parity by more than their half-spreads\(spread(parity)); the worst: \(parity.shown)"
  }

  private var calendarMessage: String {
    "\(calendar.count) \(calendar.count == 1 ? "option is" : "options are") bid above what the next "
      + "expiration is offered at\(spread(calendar)); the worst: \(calendar.shown)"
  }

  private func message(_ reason: UnassessedChainSeries.Reason, _ finding: Finding) -> String {
    "\(finding.count) of \(series) series \(finding.count == 1 ? "is" : "are") not checked for "
      + "parity and time\(spread(finding)), because \(reason.words); the first: \(finding.shown)"
  }

  /// On how many sessions, when there is more than one.
  private func spread(_ finding: Finding) -> String {
    sessions == 1 ? "" : ", on \(finding.sessions) of \(sessions) sessions"
  }
}

extension UnassessedChainSeries.Reason {
  /// Why nothing can be said about several series.
  fileprivate var words: String {
    switch self {
    case .expired: "they had settled at the time of the quotes"
    case .noPairs: "no strike has two-sided quotes of call and put"
    case .noDiscount: "the quotes imply no discount factor and no rate is given"
    }
  }
}
