/// The hedge's state machine: one row of the rule table per session (methodology 4.3).
///
/// A value: copying it and advancing the copy is a what-if. Advance it once per session in date
/// order; the step of a session depends only on that session's inputs and the ones before it.
public struct HedgeEngine: Sendable, Hashable, Codable {
  /// The parameters in force.
  public var parameters: EngineParameters
  /// The stage after the last session.
  public private(set) var stage: HedgeStage = .none

  private var sinceChange = Self.never
  private var sinceReinforce = Self.never
  private var confirmations = Confirmations()

  /// Counter value that stands for "never", larger than any number of sessions.
  private static let never = 1_000_000

  private struct Confirmations: Sendable, Hashable, Codable {
    var macd = false
    var rsi = false
    var ad = false

    func hasNew(comparedTo earlier: Confirmations) -> Bool {
      (macd && !earlier.macd) || (rsi && !earlier.rsi) || (ad && !earlier.ad)
    }
  }

  private struct Outcome {
    var rule: EngineRule
    var action: EngineAction
    var reason: EngineReason
    var stage: HedgeStage
  }

  /// Creates an engine without a hedge and without history.
  public init(parameters: EngineParameters = EngineParameters()) {
    self.parameters = parameters
  }

  /// Decides one session: the first matching row of the table, at most one position change.
  ///
  /// Both counters advance at the start of the session. When data are incomplete the counters
  /// advance, but no reinforcement or confirmation is recorded. Complexity: O(1).
  public mutating func advance(_ inputs: EngineInputs) -> EngineStep {
    sinceChange += 1
    sinceReinforce += 1
    if inputs.dataOK { recordReinforcement(inputs) }
    var note: EngineReason?
    let outcome = decide(inputs, note: &note)
    let step = EngineStep(
      stageBefore: stage, stageAfter: outcome.stage, action: outcome.action,
      reason: outcome.reason, note: note, rule: outcome.rule,
      sinceChange: Self.shown(sinceChange), sinceReinforce: Self.shown(sinceReinforce))
    stage = outcome.stage
    if outcome.action.changesPosition { sinceChange = 0 }
    return step
  }

  private static func shown(_ counter: Int) -> Int? { counter >= never ? nil : counter }

  private mutating func recordReinforcement(_ inputs: EngineInputs) {
    let current = Confirmations(macd: inputs.macd, rsi: inputs.rsi, ad: inputs.ad)
    if inputs.newDivergence || inputs.widening || current.hasNew(comparedTo: confirmations) {
      sinceReinforce = 0
    }
    confirmations = current
  }

  private func decide(_ inputs: EngineInputs, note: inout EngineReason?) -> Outcome {
    guard inputs.dataOK else { return keep(.dataGate, .dataGate) }
    guard inputs.hasBook else { return withoutBook() }
    guard stage.isHedged else { return entry(inputs) }
    return exit(inputs) ?? escalation(inputs) ?? roll(inputs, note: &note) ?? rebalance(inputs)
      ?? keep(.hold, note ?? .inPolicy)
  }

  private func keep(_ rule: EngineRule, _ reason: EngineReason) -> Outcome {
    Outcome(rule: rule, action: .hold, reason: reason, stage: stage)
  }

  /// Row 2: no short-premium book.
  private func withoutBook() -> Outcome {
    stage.isHedged
      ? Outcome(rule: .book, action: .unwind, reason: .bookClosed, stage: .none)
      : Outcome(rule: .book, action: .idle, reason: .noBook, stage: .none)
  }

  /// Row 6: no hedge is held.
  private func entry(_ inputs: EngineInputs) -> Outcome {
    guard inputs.divergenceActive, sinceReinforce < parameters.timeStop else {
      return Outcome(rule: .entry, action: .idle, reason: .noFreshDivergence, stage: .none)
    }
    guard inputs.aligned || !parameters.requireAlignment else {
      return Outcome(rule: .entry, action: .watch, reason: .notAligned, stage: .watch)
    }
    return Outcome(rule: .entry, action: .enterLayer1, reason: .divergence, stage: .layer1)
  }

  /// Rows 3 to 5: expiry, invalidation, time stop.
  private func exit(_ inputs: EngineInputs) -> Outcome? {
    if expires(within: parameters.expirySessions, inputs) {
      return inputs.divergenceActive && inputs.irrGatePass
        ? Outcome(rule: .expiry, action: .roll, reason: .expiryForced, stage: stage)
        : Outcome(rule: .expiry, action: .unwind, reason: .expiry, stage: .none)
    }
    guard inputs.divergenceActive else {
      return Outcome(rule: .invalidation, action: .unwind, reason: .invalidated, stage: .none)
    }
    guard sinceReinforce < parameters.timeStop else {
      return Outcome(rule: .timeStop, action: .unwind, reason: .timeStop, stage: .none)
    }
    return nil
  }

  /// Rows 7 and 8: the next layer, after the dwell time or at once when the divergence widens.
  private func escalation(_ inputs: EngineInputs) -> Outcome? {
    guard sinceChange >= parameters.minDwell || inputs.widening else { return nil }
    if stage == .layer1, inputs.macd || inputs.rsi {
      return Outcome(rule: .confirmation, action: .addLayer2, reason: .confirmed, stage: .layer2)
    }
    let reinforced = (inputs.macd && inputs.rsi) || inputs.widening || inputs.ad
    if stage == .layer2, reinforced {
      return Outcome(
        rule: .reinforcement, action: .addLayer3, reason: .reinforced, stage: .layer3)
    }
    return nil
  }

  /// Rows 9 and 10: a roll if the gate passes, else a note of the first one refused.
  private func roll(_ inputs: EngineInputs, note: inout EngineReason?) -> Outcome? {
    guard sinceChange >= parameters.rebalanceMin else { return nil }
    if inputs.widening && inputs.inflationReinforce {
      guard !inputs.irrGatePass else {
        return Outcome(rule: .macroRoll, action: .roll, reason: .macroRoll, stage: stage)
      }
      note = .irrGateFailed
    }
    if expires(within: parameters.rollSessions, inputs) {
      guard !inputs.irrGatePass else {
        return Outcome(rule: .tenorRoll, action: .roll, reason: .tenorRoll, stage: stage)
      }
      note = note ?? .rollDeferred
    }
    return nil
  }

  /// Row 11: rebalance by schedule, or by band after the shorter interval.
  private func rebalance(_ inputs: EngineInputs) -> Outcome? {
    if sinceChange >= parameters.rebalanceMax {
      return Outcome(rule: .rebalance, action: .rebalance, reason: .schedule, stage: stage)
    }
    if sinceChange >= parameters.rebalanceMin, inputs.coverageOutOfBand {
      return Outcome(rule: .rebalance, action: .rebalance, reason: .band, stage: stage)
    }
    return nil
  }

  private func expires(within sessions: Int, _ inputs: EngineInputs) -> Bool {
    guard let remaining = inputs.minSessionsToExpiry else { return false }
    return remaining <= sessions
  }
}
