/// What the rule table decided on one session, with everything needed to explain it.
public struct EngineStep: Sendable, Hashable, Codable {
  /// The stage before the session.
  public var stageBefore: HedgeStage
  /// The stage after the session's action.
  public var stageAfter: HedgeStage
  /// What to do.
  public var action: EngineAction
  /// Why.
  public var reason: EngineReason
  /// A roll that was due but refused on the way: `irrGateFailed` or `rollDeferred`.
  ///
  /// When nothing after it matches, `reason` repeats the note.
  public var note: EngineReason?
  /// The row of the table that matched.
  public var rule: EngineRule
  /// Sessions since the last position change, before this action; `nil` when there was none.
  public var sinceChange: Int?
  /// Sessions since the divergence was last reinforced (0 = today); `nil` when it never was.
  public var sinceReinforce: Int?

  /// Creates a step.
  public init(
    stageBefore: HedgeStage, stageAfter: HedgeStage, action: EngineAction, reason: EngineReason,
    note: EngineReason? = nil, rule: EngineRule, sinceChange: Int?, sinceReinforce: Int?
  ) {
    self.stageBefore = stageBefore
    self.stageAfter = stageAfter
    self.action = action
    self.reason = reason
    self.note = note
    self.rule = rule
    self.sinceChange = sinceChange
    self.sinceReinforce = sinceReinforce
  }
}
