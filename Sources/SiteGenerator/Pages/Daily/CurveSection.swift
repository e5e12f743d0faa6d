import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Section 5: the VIX curve today, the session before and 21 sessions ago.
  func curve() -> TemplateContext {
    guard let figure = curveFigure(number: 1) else {
      return [
        "introHTML": "The session lacks a VIX close or VX settlements; no curve is drawn.",
        "figures": [TemplateContext](),
      ]
    }
    return ["figures": [figure.context]]
  }

  private struct CurveDay {
    var date: CalendarDate
    var curve: CurveState
    var emphasis: TermStructureChart.Emphasis
  }

  /// Today's curve, that of the session before and of 21 sessions ago, as far as the data have them.
  private var curveDays: [CurveDay] {
    guard let history = site.content.history, let index = site.track?.indexByDate[decision.date]
    else { return [] }
    let wanted: [(back: Int, emphasis: TermStructureChart.Emphasis)] = [
      (0, .current), (1, .previous), (21, .older),
    ]
    return wanted.compactMap { entry in
      guard index >= entry.back else { return nil }
      let date = history.bars[index - entry.back].date
      return history.curve(on: date).map {
        CurveDay(date: date, curve: $0, emphasis: entry.emphasis)
      }
    }
  }

  /// Figure of the term structure; `nil` without a curve.
  func curveFigure(number: Int) -> FigureView? {
    guard let curve = decision.curve, let front = curve.nodes.first else { return nil }
    let days = curveDays
    let basis = front.settle - curve.spot
    let finding = curveFinding(curve, basis)
    let chart = TermStructureChart(
      title: "VIX and VIX futures by days to expiration", desc: curveDescription(curve),
      curves: days.map { day in
        TermStructureChart.Curve(
          label: NumberText.short(day.date), spot: day.curve.spot,
          points: day.curve.nodes.map { .init(days: Double($0.days), value: $0.settle) },
          emphasis: day.emphasis)
      },
      annotation: TermStructureChart.Annotation(
        ChartLabel(
          "Front future \(NumberText.fixed(abs(basis), decimals: 2)) \(basis >= 0 ? "above" : "below") spot",
          narrow: "VX1 \(NumberText.fixed(basis, decimals: 2, signed: true))"),
        at: .init(days: Double(front.days), value: front.settle)))
    let drawn = chart.figure(idPrefix: "curve")
    let modelled = row(.vx1).map { $0.provenance >= .modelled } ?? false
    return FigureView(
      id: "figure-curve", number: number, finding: finding,
      subtitle: "VIX points by calendar days to each contract’s expiration"
        + (modelled ? "; futures modelled" : ""),
      wideSVG: drawn.wide, narrowSVG: drawn.narrow,
      noteHTML: Markup.escaped(
        modelled
          ? "VIX closes are published; VX settlements come from the example’s model."
          : "VIX closes and VX settlements as declared under sources."),
      asideHTML: "<p>Spot VIX is today’s 30-day implied volatility. A "
        + "\(term("VIX future", "vix-future")) is a price for that number on its own later morning. "
        + "Index and VIX close at different minutes, which is part of any basis.</p>",
      data: curveTable(days))
  }

  private func curveFinding(_ curve: CurveState, _ basis: Double) -> String {
    let side = basis >= 0 ? "over" : "under"
    let size = NumberText.fixed(abs(basis), decimals: 1)
    let slope: String
    if let now = curve.contango,
      let before = curveDays.first(where: { $0.emphasis == .previous })?.curve.contango
    {
      slope =
        now > before + 0.001
        ? ", curve steeper than the session before"
        : now < before - 0.001
          ? ", curve flatter than the session before"
          : ", curve as the session before"
    } else {
      slope = ""
    }
    return "Front contract \(size) points \(side) spot\(slope)"
  }

  private func curveDescription(_ curve: CurveState) -> String {
    let listed = curve.nodes.map {
      "\(NumberText.fixed($0.settle, decimals: 2)) at \($0.days) days"
    }
    return "On \(NumberText.long(decision.date)) VIX \(NumberText.fixed(curve.spot, decimals: 2)); "
      + "futures " + listed.joined(separator: ", ") + "."
  }

  private func curveTable(_ days: [CurveDay]) -> TableView {
    let rows = max(0, days.map(\.curve.nodes.count).max() ?? 0)
    var table = [
      TableView.Row(
        head: "Spot VIX",
        cells: days.flatMap { [Cells.text("0"), Cells.number($0.curve.spot, decimals: 2)] })
    ]
    for position in 0..<rows {
      table.append(
        TableView.Row(
          head: "VX\(position + 1)",
          cells: days.flatMap { day -> [TemplateContext] in
            guard position < day.curve.nodes.count else {
              return [Cells.text(NumberText.missing), Cells.text(NumberText.missing)]
            }
            let node = day.curve.nodes[position]
            return [Cells.text(String(node.days)), Cells.number(node.settle, decimals: 3)]
          }))
    }
    return TableView(
      id: "curve-data", caption: "VIX and VX settlements, points",
      columns: ["Contract"]
        + days.flatMap { ["\(NumberText.short($0.date)), days", NumberText.short($0.date)] },
      rows: table, noteHTML: nil, tableClass: "twin")
  }
}
