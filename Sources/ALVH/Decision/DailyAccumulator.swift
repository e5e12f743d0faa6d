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
    dashboard = DashboardAccumulator(context, calendar: engine.calendar)
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
    guard let decision = try advance(session, isReported: true) else {
      preconditionFailure("a reported session has a decision")
    }
    return decision
  }

  /// Appends a session; one that is not reported moves the state and has no decision.
  mutating func advance(
    _ session: SessionData, isReported: Bool
  ) throws(SeriesError) -> DailyDecision? {
    let market = try SessionMarket(
      session, account: engine.account, calendar: engine.calendar, model: engine.profile.model)
    let state = try signals.append(session.bar, breadth: session.breadth)
    dashboard.append(session, signals: state)
    let advanced = run.advance(market, signals: state, isReported: isReported)
    let previous = self.previous
    self.previous = session.bar.date
    guard var decision = advanced else { return nil }
    decision.previousDate = previous
    decision.dashboard = dashboard.rows
    if engine.declaresExchangeRate {
      decision.dashboard.append(run.context.exchangeRateRow(at: session.bar.date))
    }
    return decision
  }
}
