import ALVH
import Quant
import SVGCharts

/// A decision as aligned lines for a terminal.
struct DecisionTable {
  let decision: DailyDecision
  let profile: Profile

  var text: String {
    var lines = [
      "\(decision.date)  profile \(decision.profile)"
        + (decision.priceProvenance >= .modelled ? "  option and future prices MODELLED" : ""),
      "",
    ]
    lines += TerminalTable.pairs(summary)
    lines += [""] + hedgeLines
    if let sizing = decision.sizing { lines += [""] + sizingLines(sizing) }
    lines += ["", TerminalTable.closing]
    return lines.joined(separator: "\n")
  }

  private var summary: [(String, String)] {
    let signals = decision.signals
    var rows: [(String, String)] = []
    for row in decision.dashboard {
      let style = DashboardStyle(row.quantity)
      let cell = style.cell(row.latest, signed: false, isModelled: false)
      let value =
        row.latest == nil
        ? "missing"
        : [cell["text"], cell["fraction"]]
          .compactMap { $0 as? String }.joined()
      rows.append((style.name, value + (row.provenance >= .modelled ? " (modelled)" : "")))
    }
    rows.append(("Divergence", signals.lead.map(divergence) ?? "none active"))
    for ended in signals.ended {
      rows.append(("Divergence ended", divergence(ended) + ": " + DailySections.endWords(ended)))
    }
    rows.append(("MACD confirmed", signals.macdConfirmed.map(\.description) ?? "no"))
    rows.append(("RSI failure", signals.rsiConfirmed.map(\.description) ?? "no"))
    rows.append(
      (
        "Catalyst",
        decision.context.catalyst.map { "\($0.kind.rawValue) on \($0.date)" }
          ?? decision.context.catalystVerdict.rawValue
      ))
    rows.append(("Stage", "\(decision.step.stageBefore.words) → \(decision.step.stageAfter.words)"))
    rows.append(
      (
        "Action",
        "\(ActionWords.short(decision.step)), \(ActionWords.reason(decision, in: profile)) (rule \(decision.step.rule.number))"
      ))
    rows.append(("Orders", ActionWords.orders(decision.orders) ?? "none"))
    if let book = decision.book {
      rows.append(
        (
          "Book net vega",
          book.valuation.vegaDollarsPerVolPoint.map {
            "\(NumberText.dollars($0, decimals: 1)) per vol point"
          } ?? "unknown: \(ValuationWords.incompleteness(book.valuation) ?? "")"
        ))
      rows.append(("SPX notional", NumberText.dollars(book.notionalDollars)))
    }
    rows.append(
      (
        "Drag cap",
        "\(NumberText.dollars(decision.drag.capDollars)) = \(NumberText.percent(profile.sizing.dragLimit, decimals: 2)) of account \(NumberText.dollars(decision.drag.navDollars)), per episode"
      ))
    rows.append(("Drag spent, at the bid", NumberText.dollars(decision.drag.spentDollars)))
    rows.append(
      (
        "Drag expected, \(profile.sizing.reviewDays) days",
        NumberText.dollars(decision.drag.exAnteDollars)
      ))
    return rows
  }

  private func divergence(_ view: DivergenceView) -> String {
    "\(view.reference) → \(view.pivot), known \(view.known), strength "
      + NumberText.fixed(view.strength, decimals: 2)
  }

  private var hedgeLines: [String] {
    guard !decision.hedge.lines.isEmpty else { return ["Layers held: none"] }
    var table = [
      [
        "Layer", "Expiry", "Strike", "Qty", "Delta", "Future", "Beta", "$/VIX pt", "Mark",
        "Carry $/d", "Roll from",
      ]
    ]
    for line in decision.hedge.lines {
      let contract = line.position.contract
      table.append([
        String(line.position.layer), contract.expiration.description,
        NumberText.fixed(contract.strike, decimals: 1), String(line.position.quantity),
        NumberText.fixed(line.delta, decimals: 2), NumberText.fixed(line.future, decimals: 2),
        NumberText.fixed(line.beta, decimals: 2),
        NumberText.fixed(line.dollarsPerVIXPoint, decimals: 1),
        NumberText.fixed(line.mark, decimals: 2),
        NumberText.fixed(line.carryDollarsPerDay, decimals: 1, signed: true),
        line.rollFrom.description,
      ])
    }
    var lines = TerminalTable.aligned(table)
    let coverage =
      decision.hedge.coverage.map { NumberText.percent($0, decimals: 0) } ?? "undefined"
    lines.append(
      "Held: \(decision.hedge.contracts) contracts, "
        + "\(NumberText.dollars(decision.hedge.dollarsPerVIXPoint, decimals: 1)) per VIX point, coverage \(coverage)"
    )
    return lines
  }

  private func sizingLines(_ sizing: SizingRecord) -> [String] {
    var table = [["Sizing of layer \(sizing.layer)", "Contracts", "Coverage", "Notional", "Drag"]]
    func row(_ name: String, _ solution: SizingSolution) -> [String] {
      [
        name, String(solution.contracts), NumberText.percent(solution.coverage, decimals: 1),
        NumberText.percent(solution.notionalFraction, decimals: 2),
        NumberText.dollars(solution.dragDollars),
      ]
    }
    table.append(row("all caps kept (\(sizing.result.status.rawValue))", sizing.result.solution))
    for relaxation in sizing.result.relaxed {
      let binds = sizing.result.binding.contains(relaxation.cap) ? ", binds" : ""
      table.append(row("without the \(relaxation.cap.rawValue) cap\(binds)", relaxation.solution))
    }
    return TerminalTable.aligned(table)
  }
}
