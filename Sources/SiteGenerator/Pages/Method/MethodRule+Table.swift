import ALVH

extension MethodRule {
  /// A rule of the table counts where it decided.
  private static func decided(by rules: Set<EngineRule>, _ words: String) -> Firing {
    Firing(words: words) { rules.contains($0.step.rule) }
  }

  private static func row(_ number: String) -> FormulaText {
    FormulaText(
      "The first of twelve rules that matches decides", "rule \(number)", "methodology 4.3")
  }

  /// What lets a hedge begin and grow.
  static let table: [MethodRule] = [
    MethodRule(
      id: "data-gate", part: .table, title: "Data gate",
      summary: "With incomplete data nothing changes.",
      reading:
        "Data are complete with a VIX close, two futures and a price for every leg of the book and "
        + "every held call. A missing input is never read as good news. Without a book the gate is "
        + "not asked.",
      formulas: [row("1")],
      firing: Firing(words: "data were incomplete") { !$0.inputs.dataOK }),
    MethodRule(
      id: "first-layer", part: .table, title: "The first layer",
      summary: "Without a hedge, a fresh divergence opens layer 1 if the context aligns with it.",
      reading:
        "Without alignment the method watches; without a fresh divergence it stays idle. A "
        + "divergence is fresh until the time stop has passed since anything reinforced it.",
      formulas: [row("6")], parameters: ["requireAlignment", "engine.timeStop"],
      terms: ["layering", "bearish-divergence"],
      firing: Firing(words: "layer 1 was entered") { $0.step.action == .enterLayer1 }),
    MethodRule(
      id: "second-layer", part: .table, title: "The second layer",
      summary: "In layer 1, MACD or RSI confirms: the hedge grows to layer 2.",
      reading:
        "A layer replaces the target of the one below and does not add to it. The wait between two "
        + "layers falls away when the divergence widens.",
      formulas: [row("7")], parameters: ["engine.minDwell"], terms: ["layering"],
      firing: decided(by: [.confirmation], "layer 2 was added")),
    MethodRule(
      id: "third-layer", part: .table, title: "The third layer",
      summary: "In layer 2, both confirm, or the divergence widens, or breadth confirms: layer 3.",
      reading:
        "Its band of notional can ask for more than its band of coverage allows; which cap gave way "
        + "is printed on the write-up.",
      formulas: [row("8")], parameters: ["engine.minDwell"], terms: ["layering"],
      firing: decided(by: [.reinforcement], "layer 3 was added")),
  ]

  /// What ends a hedge, moves it or keeps it.
  static let exits: [MethodRule] = [
    MethodRule(
      id: "no-book", part: .table, title: "No book",
      summary: "Without a short-premium book there is nothing to hedge.",
      reading: "A standing hedge is unwound. Closing the book itself is the owner’s affair.",
      formulas: [row("2")], terms: ["iron-condor"],
      firing: decided(by: [.book], "there was no book")),
    MethodRule(
      id: "unwinding", part: .table, title: "Unwinding",
      summary:
        "The hedge is sold when no divergence is active any more, or when nothing has reinforced it "
        + "for the time stop.",
      reading: "The method’s source has no rule for ending a hedge: these are this project’s.",
      formulas: [row("4 and 5")],
      parameters: ["divergence.maxActiveSessions", "engine.timeStop"],
      terms: ["bearish-divergence"],
      firing: decided(by: [.invalidation, .timeStop], "the hedge was unwound for this")),
    MethodRule(
      id: "rolling", part: .table, title: "Rolling",
      summary:
        "Calls near expiration, or a widening divergence with inflation surprises, are moved to a "
        + "later month if the move passes its gate.",
      reading:
        "The gate compares rolling with holding over scenarios at the review horizon, costs "
        + "included, and keeps the drag cap. In the last session before expiration a roll that "
        + "fails becomes an unwinding. The method’s source calls the move a reversal, which it "
        + "is not.",
      formulas: [
        row("3, 9 and 10"),
        FormulaText(
          "Median over the scenarios, weighted by their likelihood, of the better end value",
          "median(V_roll − cost − V_hold) ≥ −0.25·costs of the roll", "methodology 4.7"),
      ],
      parameters: [
        "engine.expirySessions", "engine.rollSessions", "sizing.rollMinDays", "sizing.rollMaxDays",
        "sizing.reviewDays",
      ],
      terms: ["calendar-roll", "reversal"],
      firing: decided(
        by: [.expiry, .macroRoll, .tenorRoll], "one of these rules rolled or unwound")),
    MethodRule(
      id: "rebalancing", part: .table, title: "Rebalancing",
      summary: "The hedge is sized anew on a schedule, and sooner when coverage leaves its band.",
      reading:
        "A review trades only if it removes a shortfall or a broken cap; re-solving every few days "
        + "would otherwise churn.",
      formulas: [row("11")], parameters: ["engine.rebalanceMin", "engine.rebalanceMax"],
      terms: ["rebalancing", "coverage"],
      firing: decided(by: [.rebalance], "a review was due")),
    MethodRule(
      id: "holding", part: .table, title: "Holding",
      summary: "When no rule asks for a change of a standing hedge, it stays.",
      reading:
        "The rules have no action that closes the condors. Beside holding, only moving the put side "
        + "5 or 10 points lower is offered, with its small effect in numbers.",
      formulas: [row("12")], terms: ["false-binary", "put-side-widening"],
      firing: decided(by: [.hold], "the hedge was held")),
  ]
}
