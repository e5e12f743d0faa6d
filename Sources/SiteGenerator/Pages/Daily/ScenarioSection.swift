import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Section 10: index moves against VIX shocks, and pay-offs with and without the hedge.
  func scenarios(_ figure: FigureView?) -> TemplateContext {
    var context: TemplateContext = [
      "hypotheticalHTML": site.disclaimerHTML["hypothetical"] ?? "",
      "figures": [figure].compactMap { $0?.context(on: path) },
      "modelled": true,
    ]
    context.set(
      "hypotheticalVersion", site.content.disclaimers["hypothetical"].map { String($0.version) })
    guard let scenarios = decision.scenarios else {
      context["introHTML"] =
        "The book cannot be valued at this close; no scenario is drawn." + obstacleMarkup
      return context
    }
    let standIns = ScenarioWords.standIns(scenarios).map { " " + Markup.escaped($0) }.joined()
    context["introHTML"] =
      "Change from tonight’s midpoints if the index and VIX moved at once. Usual response: VIX changes "
      + "by \(NumberText.percentPoints(site.profile.model.vixElasticity)) for each percent of the "
      + "index, an assumption and not an estimate of this day."
      + standIns
    context["heat"] = heat(scenarios)
    context["path"] = responsePath(scenarios)
    context["summaryHTML"] = Markup.unbroken(Markup.escaped(scenarioSummary(scenarios)))
    return context
  }

  /// Why there are no scenarios although there is a book; empty without a book.
  private var obstacleMarkup: String {
    decision.gaps.compactMap { gap -> String? in
      guard case .noScenarios(let obstacle) = gap else { return nil }
      return " " + Markup.escaped(ScenarioWords.obstacle(obstacle))
    }.joined()
  }

  private func moveWords(_ move: Double) -> String {
    NumberText.percent(move, decimals: 0, signed: true)
  }

  /// The move in percent for columns whose head carries the unit.
  private func moveNumber(_ move: Double) -> String {
    NumberText.fixed(move * 100, decimals: 0, signed: true)
  }

  private func heat(_ scenarios: ScenarioState) -> TemplateContext {
    let scale = scenarios.shocks.joined().map(abs).max() ?? 0
    let rows = zip(scenarios.path, scenarios.shocks).map { row, values -> TemplateContext in
      let usual = row.vix - (decision.curve?.spot ?? row.vix)
      let nearest = scenarios.vixShocks.indices.min { left, right in
        abs(scenarios.vixShocks[left] - usual) < abs(scenarios.vixShocks[right] - usual)
      }
      return [
        "move": moveNumber(row.move),
        "cells": values.enumerated().map { index, value in
          heatCell(value, scale: scale, isUsual: index == nearest)
        },
      ]
    }
    return [
      "caption": "Net of book and hedge, dollars",
      "columns": scenarios.vixShocks.map {
        "VIX \(NumberText.fixed($0, decimals: 0, signed: true))"
      },
      "rows": rows,
      "noteHTML": "Rows: index move. Outlined: the column nearest the usual VIX response.",
    ]
  }

  private func heatCell(_ value: Double, scale: Double, isUsual: Bool) -> TemplateContext {
    var classes: [String] = []
    if scale > 0, abs(value) >= 0.5 {
      let step = min(4, max(1, Int((abs(value) / scale * 4).rounded(.up))))
      classes.append(value < 0 ? "v\(step)" : "g\(step)")
    }
    if isUsual { classes.append("us") }
    var cell: TemplateContext = ["text": NumberText.fixed(value, decimals: 0, signed: true)]
    if !classes.isEmpty { cell["class"] = classes.joined(separator: " ") }
    return cell
  }

  private func responsePath(_ scenarios: ScenarioState) -> TemplateContext {
    [
      "caption": "Along the usual response",
      "rows": scenarios.path.map { row -> TemplateContext in
        [
          "move": moveNumber(row.move), "vix": Cells.number(row.vix, decimals: 1),
          "book": NumberText.fixed(row.bookDollars, decimals: 0, signed: true),
          "hedge": NumberText.fixed(row.hedgeDollars, decimals: 0, signed: true),
          "net": NumberText.fixed(row.netDollars, decimals: 0, signed: true),
        ]
      },
      "noteHTML": "Dollars; VIX in points. Book, hedge and net at unchanged dates.",
    ]
  }

  private func scenarioSummary(_ scenarios: ScenarioState) -> String {
    guard let worst = scenarios.path.min(by: { $0.bookDollars < $1.bookDollars }) else { return "" }
    let move = moveWords(worst.move)
    var text =
      "Along the usual response the book’s worst row is \(move): "
      + NumberText.dollars(worst.bookDollars, signed: true)
    if decision.hedge.contracts > 0, worst.bookDollars < 0 {
      let share = worst.hedgeDollars / -worst.bookDollars
      text += ", of which the hedge offsets \(NumberText.percent(share, decimals: 0))."
      if share < 0.25 {
        text +=
          " That is less than a quarter: the hedge is small against the loss it stands beside."
      }
    } else {
      text += ". No hedge is held against it."
    }
    let up = scenarios.path.last
    if let up {
      text +=
        " At \(moveWords(up.move)) the book changes by "
        + NumberText.dollars(up.bookDollars, signed: true)
      if decision.hedge.contracts > 0 {
        text += " and the hedge by \(NumberText.dollars(up.hedgeDollars, signed: true))"
      }
      text += "."
    }
    return text
  }

  /// Figure of pay-offs at T+0, +7, +14 and expiration; `nil` without scenarios.
  func payoffFigure(number: Int) -> FigureView? {
    guard let scenarios = decision.scenarios, let index else { return nil }
    let breakEvens = decision.book?.profiles.first?.breakEvens ?? []
    // Without a hedge the three lines would be one: only the book is drawn.
    let isHedged = decision.hedge.contracts > 0
    var chart = PayoffChart(
      title: "Book, hedge and both at four horizons",
      panels: scenarios.panels.map { panel in
        PayoffChart.Panel(
          title: ChartLabel(panelTitle(panel)), levels: panel.spots, book: panel.book,
          hedge: isHedged ? panel.hedge : [],
          net: isHedged ? zip(panel.book, panel.hedge).map { $0 + $1 } : [],
          breakEvens: panel.isExpiration ? breakEvens : [])
      }, spot: index.close)
    chart.valueCaption = "change from tonight’s mark"
    return FigureView(
      id: "payoff", number: number, finding: payoffFinding,
      subtitle:
        "Change from tonight’s mark in dollars by index level; VIX follows the usual response",
      figure: chart.figure(idPrefix: "payoff"), in: path, isModelled: true,
      noteHTML:
        "All lines are modelled: \(ScenarioWords.volatilities(scenarios)); calls at their own "
        + "volatility on futures that roll down today’s curve.")
  }

  private func panelTitle(_ panel: PayoffPanel) -> String {
    if panel.isExpiration { return "Expiration, \(panel.days) days" }
    return panel.days == 0 ? "Tonight" : "In \(panel.days) days"
  }

  private var payoffFinding: String {
    guard decision.hedge.contracts > 0, let path = decision.scenarios?.path, let low = path.first,
      let high = path.last
    else { return "No hedge is held: the book stands alone" }
    return "At \(moveWords(low.move)) the hedge adds \(NumberText.dollars(low.hedgeDollars)), at "
      + "\(moveWords(high.move)) it changes by \(NumberText.dollars(high.hedgeDollars, signed: true))"
  }
}
