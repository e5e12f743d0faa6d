import Quant

/// The divergences a session can still show, and counters for those it cannot.
struct DivergenceLedger: Sendable, Hashable {
  /// What the ledger shows at the close of a session.
  struct Today {
    var lead: DivergenceView?
    var leadPivot: Int?
    var new: [DivergenceView]
    var ended: [DivergenceView]
    var recent: [DivergenceView]
  }

  private struct Entry: Sendable, Hashable {
    let known: Int
    let pivot: Int
    var view: DivergenceView
    var endedAt: Int?
    var isJudged = false
  }

  /// Sessions back from today in which a confirmation can count, for the lead or the base rate.
  let confirmationSessions: Int
  private(set) var baseRate = TriggerBaseRate(divergences: 0, confirmed: 0, judged: 0, years: 0)
  private var tracker: DivergenceTracker
  private var dates: RecentDates
  private var entries: [Entry] = []
  // The chain's anchor may lie any number of bars back: its date is carried from link to link.
  private var lastAnchor: CalendarDate?
  private var bar = -1

  init(parameters: DivergenceParameters) throws(SeriesError) {
    tracker = try DivergenceTracker(parameters: parameters)
    confirmationSessions = Self.sum(
      max(parameters.maxActiveSessions, TriggerBaseRate.judgedAfterSessions), parameters.right)
    dates = RecentDates(
      keeping: Self.sum(
        Self.sum(parameters.maxSeparation, parameters.right),
        Self.sum(parameters.volumeWindow, 1)))
  }

  /// Appends a session in amortised O(1).
  ///
  /// - Parameters:
  ///   - date: The session.
  ///   - close: Its close.
  ///   - obv: The volume line at its close.
  ///   - crossUnders: The cross-unders up to the session, for the base rate.
  /// - Returns: What the session shows.
  mutating func append(
    date: CalendarDate, close: Double, obv: Double, crossUnders: RecentEvents
  ) -> Today {
    bar += 1
    dates.append(date)
    let step = tracker.append(close: close, obv: obv)
    if let divergence = step.found.divergence { enter(divergence) }
    for episode in step.ended { end(episode, on: date) }
    judge(crossUnders)
    baseRate.years = Double(bar + 1) / 252
    let today = today()
    entries.removeAll {
      $0.isJudged && $0.endedAt != nil && $0.known <= bar - SignalState.recentSessions
    }
    return today
  }

  private mutating func enter(_ divergence: BearishDivergence) {
    let startsChain = divergence.anchor == divergence.reference
    let anchor = startsChain ? nil : lastAnchor
    let view = DivergenceView(divergence, anchor: anchor ?? dates[divergence.reference]) {
      dates[$0]
    }
    lastAnchor = view.anchor
    entries.append(Entry(known: divergence.known, pivot: divergence.pivot, view: view))
    baseRate.divergences += 1
  }

  private mutating func end(_ episode: DivergenceEpisode, on date: CalendarDate) {
    guard let index = entries.firstIndex(where: { $0.known == episode.divergence.known }) else {
      preconditionFailure("an active divergence is kept")
    }
    entries[index].endedAt = bar
    entries[index].view.ended = date
    entries[index].view.endReason = episode.endReason
  }

  private mutating func judge(_ crossUnders: RecentEvents) {
    let due = bar - TriggerBaseRate.judgedAfterSessions
    guard let index = entries.firstIndex(where: { $0.known == due }) else { return }
    entries[index].isJudged = true
    baseRate.judged += 1
    if crossUnders.first(since: entries[index].pivot) != nil { baseRate.confirmed += 1 }
  }

  private func today() -> Today {
    let lead = entries.last { $0.endedAt == nil }
    return Today(
      lead: lead?.view, leadPivot: lead?.pivot,
      new: entries.last.flatMap { $0.known == bar ? [$0.view] : nil } ?? [],
      ended: entries.filter { $0.endedAt == bar }.map(\.view),
      recent: entries.filter { $0.known > bar - SignalState.recentSessions }.map(\.view))
  }

  /// The sum, or the greatest integer when it is larger: parameters may be as large as they like.
  private static func sum(_ first: Int, _ second: Int) -> Int {
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? .max : sum
  }
}
