import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// One thing that the method says of a session, as a write-up prints it.
  private struct Statement {
    var name: String
    var text: String
    /// Whether the text holds a number that rests on a model's prices.
    var isModelled = false
  }

  /// What the method says otherwise than in the write-up before: signals, stage, targets, the cap
  /// that binds, drag, hedge, orders and positions.
  ///
  /// Texts are compared as printed, so that a row never shows the same twice; what did not change
  /// has no row. Prices are no part of it: the dashboard gives their changes.
  func changes() -> TemplateContext {
    guard let previous else {
      return ["introHTML": "This is the first write-up; there is none before to compare it with."]
    }
    let before = DailySections(site: site, decision: previous)
    // Both days make the same statements in the same order.
    let rows = zip(before.statements, statements).compactMap { old, new -> TemplateContext? in
      guard old.text != new.text else { return nil }
      var row: TemplateContext = ["name": new.name, "before": old.text, "after": new.text]
      if old.isModelled || new.isModelled { row["modelled"] = true }
      return row
    }
    guard !rows.isEmpty else {
      return ["introHTML": Markup.escaped(Self.nothingChanged(since: previous.date))]
    }
    return [
      "before": NumberText.short(previous.date), "after": NumberText.short(decision.date),
      "rows": rows,
    ]
  }

  private static func nothingChanged(since date: CalendarDate) -> String {
    "Nothing in the decision changed since the write-up of \(NumberText.long(date)): signals, "
      + "stage, targets, binding cap, drag, hedge, orders and positions read the same. "
      + "The dashboard has the prices."
  }

  private var statements: [Statement] {
    let lead = decision.signals.lead.map {
      "\(NumberText.short($0.reference)) to \(NumberText.short($0.pivot))"
    }
    return [Statement(name: "Divergence", text: lead ?? "none active")]
      + ruleResults.map { Statement(name: $0.rule, text: $0.result) }
      + [Statement(name: "Stage", text: decision.step.stageAfter.words)]
      + targetStatements + hedgeStatements
  }

  /// The band of the standing layer, and what keeps a sizing from meeting it.
  private var targetStatements: [Statement] {
    let layer = decision.step.stageAfter.layer
    let band = layer > 0 ? site.profile.bands[layer - 1] : nil
    func range(_ low: Double, _ high: Double, decimals: Int) -> String {
      "\(NumberText.fixed(low * 100, decimals: decimals))–"
        + NumberText.percent(high, decimals: decimals)
    }
    let cap = decision.sizing.map { sizing in
      sizing.result.status == .constrained ? Self.bindingCaps(sizing.result) : "none"
    }
    return [
      Statement(
        name: "Target, share of vega",
        text: band.map { range($0.coverageMin, $0.coverageMax, decimals: 0) } ?? "none"),
      Statement(
        name: "Target, share of notional",
        text: band.map { range($0.notionalMin, $0.notionalMax, decimals: 1) } ?? "none"),
      Statement(name: "Binding cap", text: cap ?? "not sized"),
    ]
  }

  private var hedgeStatements: [Statement] {
    let hedge = decision.hedge
    let isPriced = isModelled && hedge.contracts > 0
    let exposure = NumberText.dollars(hedge.dollarsPerVIXPoint, decimals: 1)
    return [
      Statement(
        name: "Drag used", text: dragUsed, isModelled: isModelled && decision.drag.isRunning),
      Statement(name: "VIX calls held", text: heldCalls),
      Statement(
        name: "Hedge per VIX point",
        text: isHedgeUnknown ? "a held call is not valued" : exposure, isModelled: isPriced),
      Statement(name: "Coverage of that day’s vega", text: coverageWords, isModelled: isPriced),
      Statement(name: "Orders", text: ActionWords.orders(decision.orders) ?? "none"),
      Statement(
        name: "Book", text: decision.book.map { "of \(NumberText.long($0.snapshot))" } ?? "none"),
    ]
  }

  /// What selling all calls now would have cost, against the cap of an episode.
  private var dragUsed: String {
    let drag = decision.drag
    guard drag.isRunning else { return "no episode" }
    let spent = NumberText.dollars(drag.spentDollars)
    guard drag.capDollars > 0 else { return spent }
    return
      "\(spent), \(NumberText.percent(drag.spentDollars / drag.capDollars, decimals: 0)) of cap"
  }

  /// Contracts held, whatever layer they were bought for: `3 × 22, 2 × 24 of 17 Feb`.
  private var heldCalls: String {
    let positions = decision.hedge.lines.map(\.position) + decision.hedge.unpriced
    let months = Dictionary(grouping: positions, by: \.contract.expiration)
    let words = months.sorted { $0.key < $1.key }.map { expiration, positions in
      let strikes = Dictionary(grouping: positions, by: \.contract.strike)
      let counts = strikes.sorted { $0.key < $1.key }.map { strike, positions in
        "\(positions.reduce(0) { $0 + $1.quantity }) × "
          + NumberText.fixed(strike, decimals: ActionWords.strikeDecimals(strike))
      }
      return "\(counts.joined(separator: ", ")) of \(NumberText.short(expiration))"
    }
    return words.isEmpty ? "none" : words.joined(separator: "; ")
  }
}

extension DragState {
  /// Whether a hedge episode is running.
  fileprivate var isRunning: Bool { episodeStart != nil }
}
