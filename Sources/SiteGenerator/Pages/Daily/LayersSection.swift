import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Section 8: the hedge by layer, the target band, and which constraint binds.
  func layers(_ figure: FigureView?) -> TemplateContext {
    var context: TemplateContext = [
      "introHTML": "\(Markup.escaped(layersIntroduction))",
      "figures": [figure].compactMap { $0?.context(on: path) },
    ]
    if isModelled { context["modelled"] = true }
    if !decision.hedge.lines.isEmpty { context["hedge"] = hedgeTable }
    if let sizing = decision.sizing, sizing.result.status == .constrained {
      context["constraints"] = constraintTable(sizing)
    }
    context.set("noteHTML", layersNote)
    return context
  }

  private var layersIntroduction: String {
    var sentences: [String] = []
    let hedge = decision.hedge
    if hedge.contracts == 0 {
      sentences.append("No hedge is held at this close.")
    } else {
      var text =
        hedge.contracts == 1 ? "One VIX call is held: " : "\(hedge.contracts) VIX calls are held: "
      text += "\(NumberText.dollars(hedge.dollarsPerVIXPoint, decimals: 1)) per VIX point"
      if isHedgeUnknown {
        text += " without those that have no usable quote, so coverage is unknown"
      }
      if let coverage = hedge.coverage {
        text += ", \(NumberText.percent(coverage, decimals: 0)) of the book’s short vega"
      }
      if let share = hedge.notionalFraction {
        text += "; gross VIX notional \(NumberText.percent(share, decimals: 2)) of SPX notional"
      }
      sentences.append(text + ".")
    }
    if !decision.fills.isEmpty {
      let bought = decision.fills.reduce(0) { $0 + max(0, $1.order.quantity) }
      let sold = decision.fills.reduce(0) { $0 + max(0, -$1.order.quantity) }
      sentences.append(
        "The orders of the session before were filled at this close: \(bought) bought at the ask, "
          + "\(sold) sold at the bid.")
    }
    if let orders = ActionWords.orders(decision.orders) {
      sentences.append("Orders for the next close: \(orders).")
    } else if decision.step.action == .rebalance {
      sentences.append(
        "The review finds nothing to trade: no shortfall can be reduced and no cap is broken.")
    }
    if let sizing = decision.sizing { sentences.append(sizingSentence(sizing)) }
    return sentences.joined(separator: " ")
  }

  private func sizingSentence(_ sizing: SizingRecord) -> String {
    let solution = sizing.result.solution
    let band =
      "\(NumberText.percent(sizing.band.coverageMin, decimals: 0))–"
      + NumberText.percent(sizing.band.coverageMax, decimals: 0)
    let reached = NumberText.percent(solution.coverage, decimals: 0)
    guard sizing.result.status == .constrained else {
      return
        "A fresh sizing of layer\u{A0}\(sizing.layer) meets its band (\(band)) at \(reached), with an "
        + "expected drag of \(NumberText.dollars(solution.dragDollars)) over \(site.profile.sizing.reviewDays) days against a cap of "
        + "\(NumberText.dollars(decision.drag.capDollars))."
    }
    let why = Self.bindingCaps(sizing.result)
    let verb = sizing.result.binding.count == 1 ? "stops" : "stop"
    if solution.coverageShortfall > 0 {
      return
        "Layer\u{A0}\(sizing.layer) asks for \(band) coverage; \(why) \(verb) it at \(reached)."
    }
    return
      "Layer\u{A0}\(sizing.layer) asks for \(band) coverage, which \(reached) meets, and for at least "
      + "\(NumberText.percent(sizing.band.notionalMin, decimals: 1)) notional; \(why) \(verb) that at "
      + "\(NumberText.percent(solution.notionalFraction, decimals: 2))."
  }

  /// What stops a constrained sizing, in words.
  static func bindingCaps(_ result: SizingResult) -> String {
    let caps = result.binding.map(capName)
    return caps.isEmpty ? "several caps together" : caps.joined(separator: " and ")
  }

  static func capName(_ cap: SizingCap) -> String {
    switch cap {
    case .drag: "the drag cap"
    case .notional: "the notional cap"
    case .coverage: "the coverage cap"
    case .contracts: "the contract limit"
    }
  }

  private var hedgeTable: TemplateContext {
    let rows = decision.hedge.lines.map { line -> TemplateContext in
      let contract = line.position.contract
      return [
        "layer": String(line.position.layer),
        "expiry": "\(NumberText.short(contract.expiration)), \(line.days) d",
        "strike": NumberText.fixed(
          contract.strike, decimals: ActionWords.strikeDecimals(contract.strike)),
        "quantity": String(line.position.quantity), "delta": Cells.number(line.delta, decimals: 2),
        "future": Cells.number(line.future, decimals: 2),
        "beta": Cells.number(line.beta, decimals: 2),
        "dollarsPerPoint": Cells.number(line.dollarsPerVIXPoint, decimals: 1),
        "paid": Cells.number(line.position.entryPrice, decimals: 2),
        "mark": Cells.number(line.mark, decimals: 2),
        "carry": Cells.number(line.carryDollarsPerDay, decimals: 1, signed: true),
        "nextRoll": NumberText.short(line.rollFrom),
      ]
    }
    let hedge = decision.hedge
    return [
      "caption": "Hedge held at the close", "rows": rows,
      "total": [
        "quantity": String(hedge.contracts),
        "dollarsPerPoint": Cells.number(hedge.dollarsPerVIXPoint, decimals: 1),
        "carry": Cells.number(
          hedge.lines.reduce(0) { $0 + $1.carryDollarsPerDay }, decimals: 1, signed: true),
      ] as TemplateContext,
      "noteHTML": hedgeNote,
    ]
  }

  private var hedgeNote: String {
    let hedge = decision.hedge
    let risen = hedge.dollarsPerVIXPointAfterRise.map {
      "\(NumberText.dollars($0.dollarsPerVIXPoint)) after +\(NumberText.fixed($0.rise, decimals: 0))"
    }
    return
      "\(term("Dollars per VIX point", "dollars-per-vix-point")): delta × $100 × β × quantity. With "
      + "the smaller β measured in VIX jumps: "
      + "\(NumberText.dollars(hedge.spikeDollarsPerVIXPoint)); with deltas of a higher VIX: "
      + "\(risen.joined(separator: ", ")). Carry: change a day on an unchanged curve over "
      + "\(site.profile.sizing.reviewDays) days."
  }

  private func constraintTable(_ sizing: SizingRecord) -> TemplateContext {
    func row(_ name: String, _ solution: SizingSolution, _ result: String, isBinding: Bool)
      -> TemplateContext
    {
      var row: TemplateContext = [
        "cap": name, "result": result, "contracts": String(solution.contracts),
        "coverage": NumberText.fixed(solution.coverage * 100, decimals: 0),
        "drag": NumberText.fixed(solution.dragDollars, decimals: 0),
      ]
      if isBinding { row["class"] = "now" }
      return row
    }
    var rows = [row("All caps kept", sizing.result.solution, "the answer", isBinding: false)]
    for relaxation in sizing.result.relaxed {
      let binds = sizing.result.binding.contains(relaxation.cap)
      rows.append(
        row(
          "Without \(Self.capName(relaxation.cap))", relaxation.solution,
          binds ? "better: it binds" : "no better", isBinding: binds))
    }
    return [
      "caption": "Which constraint binds in layer \(sizing.layer)", "rows": rows,
      "noteHTML": Markup.escaped(
        "Each row drops one cap and solves again. The drag cap is "
          + "\(NumberText.percent(site.profile.sizing.dragLimit, decimals: 2)) of the account’s "
          + "\(NumberText.dollars(decision.drag.navDollars)) per episode: "
          + "\(NumberText.dollars(decision.drag.capDollars))."),
    ]
  }

  /// The profile's tenor window, `30 to 45`.
  var tenorWords: String {
    "\(site.profile.sizing.minDays) to \(site.profile.sizing.maxDays)"
  }

  private var layersNote: String? {
    var notes: [String] = []
    if decision.sizing?.tenorRelaxed == true {
      notes.append(
        "No listed monthly expiration lies \(tenorWords) days out; the nearest beyond is used.")
    }
    if isVegaUnknown {
      notes.append(
        "The net vega is unknown, so there is no coverage and no hedge is sized; holdings stay.")
    } else if let vega = decision.book?.valuation.vegaDollarsPerVolPoint, vega >= 0 {
      notes.append(
        "The book’s net vega is not short at this close, so no hedge can be sized; holdings stay.")
    }
    return notes.isEmpty ? nil : Markup.escaped(notes.joined(separator: " "))
  }
}
