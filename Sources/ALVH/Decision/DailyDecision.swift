public import Quant

/// Everything the method says about one session, computed from what was known at its close.
///
/// The same value is drawn, rendered, exported as JSON and, later, sealed. A figure beyond the range of
/// a double is the greatest finite number of its sign.
public struct DailyDecision: Sendable, Hashable, Codable {
  /// The session.
  public var date: CalendarDate
  /// The session before.
  public var previousDate: CalendarDate?
  /// `id@version` of the profile that decided.
  public var profile: String
  /// The rows of the dashboard.
  public var dashboard: [DashboardRow]
  /// Indicators and divergences.
  public var signals: SignalState
  /// Catalysts and macro context.
  public var context: MacroContext
  /// The VIX curve; `nil` when the session lacks settlements or a VIX close.
  public var curve: CurveState?
  /// The book; `nil` when there is none.
  public var book: BookState?
  /// What went into the rule table.
  public var inputs: EngineInputs
  /// What came out of it.
  public var step: EngineStep
  /// Orders of the day before, filled at today's close.
  public var fills: [HedgeFill]
  /// Orders of the day before that could not be filled for want of a quote.
  public var unfilled: [HedgeOrder]
  /// Orders decided today, to be filled at the next close.
  public var orders: [HedgeOrder]
  /// The sizing behind today's orders or, without orders, of the standing layer.
  public var sizing: SizingRecord?
  /// The roll gate, when a roll rule asked for it.
  public var rollGate: RollGate?
  /// The hedge held at the close.
  public var hedge: HedgeState
  /// Cost of the hedge.
  public var drag: DragState
  /// Episodes that had ended by today, oldest first.
  public var episodes: [HedgeEpisode]
  /// Scenarios and pay-offs; `nil` without a book, or when a gap says why there are none.
  public var scenarios: ScenarioState?
  /// The next five sessions.
  public var calendar: [CalendarDay]
  /// What is missing, stale or assumed.
  public var gaps: [DataGap]
  /// Worst provenance of the prices behind the book and the hedge.
  public var priceProvenance: Provenance
}

/// Something a reader should know is missing, stale, modelled or assumed.
public enum DataGap: Sendable, Hashable, Codable {
  /// A declared series has no value at all.
  case missingSeries(String)
  /// A series has no value for the session; its last is older.
  case stale(String, last: CalendarDate)
  /// Too few inflation surprises to judge.
  case fewSurprises(known: Int, needed: Int)
  /// Fewer bars than a path-dependent indicator needs.
  case shortWarmUp(bars: Int)
  /// No call was listed inside the tenor window; a later expiration was used.
  case tenorRelaxed
  /// A held contract has no quote.
  case unpricedHedge(OptionContract)
  /// The book's vega is known and not short, so the hedge cannot be sized.
  case noShortVega
  /// A leg could not be valued, so the book's vega is unknown and the hedge cannot be sized.
  case bookNotValued
  /// The account holds this many open option positions on the index outside the book, so the book is
  /// not the whole and no hedge is sized against it.
  case optionsOutsideBook(Int)
  /// A book leg has no implied volatility, with the reason.
  case unpricedLeg(OptionContract, LegIssue)
  /// There is a book and there are no scenarios.
  case noScenarios(ScenarioObstacle)
}

/// The sizing problem that was solved and its answer.
public struct SizingRecord: Sendable, Hashable, Codable {
  /// Layer the sizing is for, 1…3.
  public var layer: Int
  /// The band of the layer.
  public var band: LayerBand
  /// Contracts considered, aligned with the result's quantities.
  public var contracts: [OptionContract]
  /// The candidates, aligned with `contracts`.
  public var candidates: [HedgeCandidate]
  /// The answer with its relaxations.
  public var result: SizingResult
  /// Whether an expiration beyond the tenor window had to be used.
  public var tenorRelaxed: Bool
}

/// The comparison of rolling and holding at the review horizon (methodology 4.7).
public struct RollGate: Sendable, Hashable, Codable {
  /// Weighted median advantage of rolling, dollars.
  public var medianAdvantageDollars: Double
  /// Half-spreads and commissions of the roll, dollars.
  public var costDollars: Double
  /// Whether the new position keeps the drag cap.
  public var keepsDragCap: Bool
  /// Whether rolling passes.
  public var passes: Bool
}
