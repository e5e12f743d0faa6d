import ALVH
import Quant
import SVGCharts

/// What the rule table decided, in words.
enum ActionWords {
  /// A short phrase for lists: `enters layer 1`.
  static func short(_ step: EngineStep) -> String {
    switch step.action {
    case .idle: "no trade"
    case .watch: "watches, does not act"
    case .enterLayer1: "enters layer\u{A0}1"
    case .addLayer2: "goes to layer\u{A0}2"
    case .addLayer3: "goes to layer\u{A0}3"
    case .hold: step.stageAfter.isHedged ? "holds \(step.stageAfter.words)" : "no trade"
    case .rebalance: "rebalances \(step.stageAfter.words)"
    case .roll: "rolls \(step.stageAfter.words)"
    case .unwind: "unwinds the hedge"
    }
  }

  /// Whether nothing is held and nothing is traded.
  static func isNoTrade(_ step: EngineStep) -> Bool {
    step.action == .idle || (step.action == .hold && !step.stageAfter.isHedged)
  }

  /// Why, knowing what went into the rules: a hold outside the band waits, it is not content, and
  /// incomplete data are named.
  static func reason(_ decision: DailyDecision, in profile: Profile) -> String {
    if decision.step.reason == .dataGate {
      let missing = PriceGate(decision).missing
      if !missing.isEmpty { return "because " + ValuationWords.list(missing) }
    }
    if decision.step.reason == .inPolicy, decision.inputs.coverageOutOfBand {
      return "although coverage is outside its band: the rules wait "
        + "\(sessions(profile.engine.rebalanceMin)) between changes"
    }
    return reason(decision.step, in: profile)
  }

  /// The action as a sentence's subject and verb: `the method holds layer 1`, `no trade`.
  static func clause(_ step: EngineStep) -> String {
    isNoTrade(step) ? short(step) : "the method \(short(step))"
  }

  /// Why, as the end of a sentence that begins with the action.
  static func reason(_ step: EngineStep, in profile: Profile) -> String {
    switch step.reason {
    case .dataGate: "because the session’s data are incomplete"
    case .bookClosed: "because there is no short-premium book to hedge"
    case .noBook: "because there is no book"
    case .expiryForced: "because a contract is about to expire"
    case .expiry: "because a contract is about to expire and the roll gate does not pass"
    case .invalidated: "because no divergence is active any more"
    case .timeStop: "because nothing has reinforced it for \(profile.engine.timeStop) sessions"
    case .divergence: "because a divergence is active and the calendar aligns"
    case .notAligned: "because a divergence is active but no catalyst aligns with it"
    case .noFreshDivergence: "because no fresh divergence is active"
    case .confirmed: "because MACD or RSI has confirmed the divergence"
    case .reinforced: "because a second confirmation or breadth reinforces the divergence"
    case .macroRoll: "because the divergence widens and inflation surprises"
    case .tenorRoll: "because a contract nears its expiration"
    case .schedule:
      "because \(sessions(profile.engine.rebalanceMax)) have passed since the last change"
    case .band: "because coverage has left its band"
    case .irrGateFailed: "although a roll was due: the roll gate does not pass"
    case .rollDeferred: "although a contract nears its expiration: the roll gate does not pass"
    case .inPolicy: "because nothing in the rules asks for a change"
    }
  }

  /// The orders in words; `nil` when there are none.
  static func orders(_ orders: [HedgeOrder]) -> String? {
    guard !orders.isEmpty else { return nil }
    let parts = orders.map { order in
      let verb = order.quantity > 0 ? "buy" : "sell"
      return "\(verb) \(abs(order.quantity)) VIX \(NumberText.short(order.contract.expiration)) "
        + "\(NumberText.fixed(order.contract.strike, decimals: strikeDecimals(order.contract.strike))) "
        + "\(order.contract.right.word)\(abs(order.quantity) == 1 ? "" : "s")"
    }
    return parts.joined(separator: "; ")
  }

  /// A number of sessions, in words up to ten: `three sessions`.
  static func sessions(_ count: Int) -> String {
    let names = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    let number = names.indices.contains(count) ? names[count] : String(count)
    return "\(number) session\(count == 1 ? "" : "s")"
  }

  static func strikeDecimals(_ strike: Double) -> Int { strike == strike.rounded() ? 0 : 1 }
}
