import ALVH
import MarketData
import Quant
import SVGCharts

extension DailySections {
  /// The rule trace: signals and context first, then what the rule table made of them.
  func trace() -> TemplateContext {
    var context: TemplateContext = [
      "caption": "Rules and what they read", "rows": ruleRows.map(\.context),
      "introHTML": stepMarkup,
      "machine": machineTable.context, "machineLabel": "The rule table today",
      "asideHTML": baseRateNote,
    ]
    context.set(
      "otherProfiles",
      OtherProfiles(
        site: site, page: path, decisions: site.alternatives[decision.date] ?? []
      ).context)
    return context
  }

  private var ruleRows: [RuleRow] {
    [
      divergenceRow, macdRow, rsiRow, breadthRow, wideningRow, catalystRow, exchangeRateRow,
      inflationRow, dataRow, coverageRow,
    ]
  }

  /// The names of the rules that fired.
  var firedRules: [String] {
    ruleRows.filter { $0.outcome == .fired }.map(\.rule)
  }

  /// Every rule of the trace but the divergence, which is more than fired or not, with its result.
  var ruleResults: [(rule: String, result: String)] {
    ruleRows.dropFirst().map { ($0.rule, $0.result) }
  }

  private var stepMarkup: String {
    let rest =
      " of 12 decides: \(ActionWords.clause(decision.step)), "
      + ActionWords.reason(decision, in: site.profile) + "."
    var rule = "Rule \(decision.step.rule.number)"
    if RulePages.exist(on: site) {
      rule = Markup.link(rule, to: site.link(from: path, to: RulePages.path))
    }
    return rule + Markup.escaped(rest)
  }

  private var divergenceRow: RuleRow {
    let signals = decision.signals
    let inputs: String
    if let lead = signals.lead {
      inputs =
        "\(NumberText.short(lead.reference)) to \(NumberText.short(lead.pivot)), known "
        + "\(NumberText.short(lead.known)), strength \(NumberText.fixed(lead.strength, decimals: 2)) "
        + "(\(lead.band.rawValue))"
    } else if let ended = signals.ended.last {
      inputs =
        "\(NumberText.short(ended.reference)) to \(NumberText.short(ended.pivot)) ended today: "
        + Self.endWords(ended)
    } else {
      inputs = "none active"
    }
    return RuleRow(
      rule: "Price and OBV diverge", inputs: inputs,
      threshold: "higher close, lower OBV at two swing highs",
      outcome: signals.lead == nil ? .notFired : .fired)
  }

  private var macdRow: RuleRow {
    let inputs: String
    if let macd = decision.signals.macd, let signal = decision.signals.macdSignal {
      var text =
        "MACD \(NumberText.fixed(macd, decimals: 2)), signal \(NumberText.fixed(signal, decimals: 2))"
      if let date = decision.signals.macdConfirmed {
        text += "; under since the high: \(NumberText.short(date))"
      }
      inputs = text
    } else {
      inputs = "not enough history"
    }
    return RuleRow(
      rule: "MACD crosses under its signal", inputs: inputs, threshold: "since the later high",
      outcome: confirmation(decision.signals.macdConfirmed, isKnown: decision.signals.macd != nil))
  }

  private var rsiRow: RuleRow {
    let rsi = decision.signals.rsi
    var inputs = rsi.map { "RSI \(NumberText.fixed($0, decimals: 1))" } ?? "not enough history"
    if let date = decision.signals.rsiConfirmed {
      inputs += "; failure swing known \(NumberText.short(date))"
    }
    return RuleRow(
      rule: "RSI fails above \(NumberText.fixed(site.profile.failureSwing.threshold, decimals: 0))",
      inputs: inputs, threshold: "failure swing since the later high",
      outcome: confirmation(decision.signals.rsiConfirmed, isKnown: rsi != nil))
  }

  private var breadthRow: RuleRow {
    let line = decision.signals.advanceDeclineLine
    var inputs =
      line.map { "A-D line \(NumberText.fixed($0, decimals: 0)), modelled" } ?? "no breadth data"
    if let row = row(.advanceDecline), row.provenance < .modelled {
      inputs = line.map { "A-D line \(NumberText.fixed($0, decimals: 0))" } ?? inputs
    }
    if let date = decision.signals.breadthConfirmed {
      inputs += "; confirms since \(NumberText.short(date))"
    }
    return RuleRow(
      rule: "Breadth confirms", inputs: inputs,
      threshold: "A-D divergence, or below its 50-session mean with price above",
      outcome: confirmation(decision.signals.breadthConfirmed, isKnown: line != nil))
  }

  private func confirmation(_ date: CalendarDate?, isKnown: Bool) -> RuleRow.Outcome {
    guard isKnown else { return .insufficientData }
    return date == nil || decision.signals.lead == nil ? .notFired : .fired
  }

  private var wideningRow: RuleRow {
    RuleRow(
      rule: "The divergence widens",
      inputs: decision.signals.lead.map {
        $0.anchor == $0.reference
          ? "first of its chain" : "chain from \(NumberText.short($0.anchor))"
      } ?? "no active divergence",
      threshold:
        "strength \(NumberText.percent(site.profile.divergence.wideningFactor - 1, decimals: 0)) "
        + "above the chain’s last",
      outcome: decision.inputs.widening ? .fired : .notFired)
  }

  private var catalystRow: RuleRow {
    let context = decision.context
    let inputs =
      context.catalyst.map {
        "\($0.kind == .minutes ? "minutes" : "statement") on \(NumberText.short($0.date))"
      }
      ?? (context.catalystVerdict == .no
        ? "none scheduled" : "the calendar does not reach these sessions")
    return RuleRow(
      rule: "A policy event is near", inputs: inputs,
      threshold:
        "FOMC statement or minutes in the next \(site.profile.context.catalystSessions) sessions",
      outcome: outcome(context.catalystVerdict))
  }

  private var exchangeRateRow: RuleRow {
    RuleRow(
      rule: "REER is elevated",
      inputs: decision.context.exchangeRateLast.map {
        "last month known: \(NumberText.monthShort($0))"
      }
        ?? lack(of: .realEffectiveExchangeRate) ?? "no value by this date",
      threshold: exchangeRateThreshold,
      outcome: outcome(decision.context.exchangeRateVerdict))
  }

  private var exchangeRateThreshold: String {
    let score = site.profile.context.exchangeRateScore
    return score == 1
      ? "one standard deviation over ten years"
      : "\(NumberText.fixed(score, decimals: 1)) standard deviations over ten years"
  }

  private var inflationThreshold: String {
    let context = site.profile.context
    return "\(context.minSurprises) known surprises; "
      + "z ≥ \(NumberText.fixed(context.surpriseScore, decimals: 1)) "
      + "and ≥ \(NumberText.fixed(context.surpriseFloor, decimals: 1))"
  }

  private var inflationRow: RuleRow {
    let known = decision.context.knownSurprises
    return RuleRow(
      rule: "CPI and PPI surprise upwards",
      inputs: "\(known) \(known == 1 ? "surprise" : "surprises") known",
      threshold: inflationThreshold,
      outcome: outcome(decision.context.inflationVerdict))
  }

  private func outcome(_ verdict: MacroContext.Verdict) -> RuleRow.Outcome {
    switch verdict {
    case .yes: .fired
    case .no: .notFired
    case .insufficientData: .insufficientData
    }
  }

  private var dataRow: RuleRow {
    RuleRow(
      rule: "Data gate", inputs: dataInputs, threshold: "VIX, two futures and every leg priced",
      outcome: dataOutcome)
  }

  /// Prices are complete only when there was something to price and all of it was.
  private var dataInputs: String {
    var missing = PriceGate(decision).missing
    if let book = decision.book, let words = ValuationWords.incompleteness(book.valuation) {
      missing.append(words)
    }
    let hasNothing = decision.book == nil && PriceGate(decision).optionsOutside == 0
    if missing.isEmpty { return hasNothing ? "VIX and futures priced; no book" : "prices complete" }
    return "a price is missing: " + missing.joined(separator: "; ")
      + (hasNothing ? "; no book" : "")
  }

  /// Without a book the gate is not asked; what is missing then passes nothing all the same.
  private var dataOutcome: RuleRow.Outcome {
    guard decision.inputs.dataOK else { return .fired }
    return PriceGate(decision).missing.isEmpty ? .notFired : .insufficientData
  }

  private var coverageRow: RuleRow {
    let layer = decision.step.stageBefore.layer
    let band = layer > 0 ? site.profile.bands[layer - 1] : nil
    return RuleRow(
      rule: "Coverage leaves its band",
      inputs: coverageWords,
      threshold: band.map {
        "\(NumberText.percent($0.coverageMin, decimals: 0)) to \(NumberText.percent($0.coverageMax, decimals: 0))"
      } ?? "no layer stands",
      outcome: decision.inputs.coverageOutOfBand
        ? .fired : isVegaUnknown || isHedgeUnknown ? .insufficientData : .notFired)
  }

  /// The coverage, or why there is none.
  var coverageWords: String {
    if let coverage = decision.hedge.coverage { return NumberText.percent(coverage, decimals: 0) }
    if isVegaUnknown { return "net vega unknown" }
    return isHedgeUnknown ? "a held call is not valued" : "no short vega to cover"
  }

  private var machineTable: TableView {
    let step = decision.step
    func count(_ value: Int?) -> String { value.map(String.init) ?? "never" }
    var rows = [
      TableView.Row(head: "Stage before", cells: [["text": step.stageBefore.words]]),
      TableView.Row(head: "Rule", cells: [["text": String(step.rule.number)]]),
      TableView.Row(head: "Action", cells: [["text": step.action.rawValue]]),
      TableView.Row(head: "Reason", cells: [["text": step.reason.rawValue]]),
      TableView.Row(head: "Stage after", cells: [["text": step.stageAfter.words]]),
      TableView.Row(
        head: "Sessions since the last change", cells: [["text": count(step.sinceChange)]]),
      TableView.Row(
        head: "Sessions since the last reinforcement", cells: [["text": count(step.sinceReinforce)]]
      ),
    ]
    if let gate = decision.rollGate {
      rows.append(
        TableView.Row(
          head: "Roll gate, median advantage",
          cells: [Cells.text(NumberText.dollars(gate.medianAdvantageDollars, signed: true))]))
      rows.append(
        TableView.Row(
          head: "Roll gate, cost of rolling",
          cells: [Cells.text(NumberText.dollars(gate.costDollars))]))
    }
    return TableView(
      id: "machine", caption: "State of the rule table", columns: ["Item", "Value"], rows: rows,
      noteHTML: nil, tableClass: "twin")
  }

  private var baseRateNote: String {
    let rate = decision.signals.baseRate
    guard rate.judged > 0 else { return "<p>Too little history for base rates.</p>" }
    return
      "<p><b>Base rates, as of this page.</b> \(rate.sentences(macd: term("MACD", "macd")))</p>"
  }
}
