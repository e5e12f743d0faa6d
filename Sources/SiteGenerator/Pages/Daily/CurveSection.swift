import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Section 5: the VIX curve today, the session before and 21 sessions ago.
  func curve(_ figure: FigureView?) -> TemplateContext {
    guard let figure else {
      return [
        "introHTML": "The session lacks a VIX close or VX settlements; no curve is drawn.",
        "figures": [TemplateContext](),
      ]
    }
    return ["figures": [figure.context(on: path)]]
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
    let modelled = row(.vx1).map { $0.provenance >= .modelled } ?? false
    var chart = TermStructureChart(
      title: "VIX and VIX futures by days to expiration",
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
    if modelled { chart.futureQualifier = "modelled" }
    return FigureView(
      id: "curve", number: number, finding: curveFinding(curve, basis),
      subtitle: "VIX points by calendar days to each contract’s expiration"
        + (modelled ? "; futures modelled" : ""),
      figure: chart.figure(idPrefix: "curve"), in: path,
      noteHTML: Markup.escaped(
        modelled
          ? "VIX closes are published; VX settlements come from the example’s model."
          : "VIX closes and VX settlements as declared under sources."),
      asideHTML: "<p>Spot VIX is today’s 30-day implied volatility. A "
        + "\(term("VIX future", "vix-future")) is a price for that number on its own later morning. "
        + "Index and VIX close at different minutes, which is part of any basis.</p>")
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
}
