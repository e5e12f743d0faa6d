public import Quant

/// The engine session by session: append what became known on a day, get the day's decision.
///
/// A value: a copy continued with other data is a what-if. One session costs the same however long
/// the history before it is. Appending the sessions of a history gives what ``DailyEngine`` gives for
/// them, which is this accumulator folded over the history.
public struct DailyAccumulator: Sendable {
  /// The engine's parameters.
  public let engine: DailyEngine
  private var signals: SignalAccumulator
  private var dashboard: DashboardAccumulator
  private var run: EngineRun
  private var previous: CalendarDate?

  /// Creates an accumulator before its first session.
  ///
  /// - Parameters:
  ///   - engine: profile, account and calendar.
  ///   - context: schedules, macro series and what the site declares.
  /// - Throws: `parameterOutOfRange` for a profile that cannot be computed.
  public init(engine: DailyEngine, context: ContextSeries) throws(SeriesError) {
    self.engine = engine
    signals = try SignalAccumulator(profile: engine.profile)
    dashboard = DashboardAccumulator(context)
    run = EngineRun(engine: engine, context: context)
  }

  /// Replaces schedules and macro series, for example after a release; earlier decisions stay.
  public mutating func update(_ context: ContextSeries) {
    run.update(context)
  }

  /// Appends one session and returns its decision, in amortised O(1).
  ///
  /// A session that is refused leaves the accumulator as it was.
  ///
  /// - Throws: `SeriesError` for an invalid bar, count or settlement.
  public mutating func append(_ session: SessionData) throws(SeriesError) -> DailyDecision {
    try append(session, isReported: true)
  }

  /// Appends a session; one that is not reported moves the state without what a page alone shows.
  mutating func append(
    _ session: SessionData, isReported: Bool
  ) throws(SeriesError) -> DailyDecision {
    let market = try SessionMarket(
      session, account: engine.account, calendar: engine.calendar, model: engine.profile.model)
    let state = try signals.append(session.bar, breadth: session.breadth)
    dashboard.append(session, signals: state)
    var decision = run.advance(market, signals: state, isReported: isReported)
    decision.previousDate = previous
    previous = session.bar.date
    guard isReported else { return decision }
    decision.dashboard = dashboard.rows
    if engine.declaresExchangeRate {
      decision.dashboard.append(run.context.exchangeRateRow(at: session.bar.date))
    }
    return decision
  }
}
