import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// Figure of layers against their bands; `nil` without a book.
  ///
  /// While the book's net vega is unknown or not short there is nothing to cover, and the figure
  /// shows the holdings without bands.
  func layersFigure(number: Int) -> FigureView? {
    guard let book = decision.book else { return nil }
    let net = book.hedgeableVegaDollarsPerVolPoint
    let vega = net.flatMap { $0 < 0 ? -$0 : nil }
    let activeLayer = decision.step.stageAfter.layer
    let bands = site.profile.bands.enumerated().compactMap { index, band in
      vega.map { vega in
        LayersChart.Band(
          layer: index + 1, lower: band.coverageMin * vega, upper: band.coverageMax * vega,
          isActive: index + 1 == activeLayer)
      }
    }
    let chart = LayersChart(
      title: "Hedge by layer in dollars per VIX point", desc: layersFinding + ".",
      rows: layerRows(vega: vega), bands: bands,
      bookVegaDollarsPerVolPoint: vega == nil ? nil : net)
    return FigureView(
      id: "layers", number: number, finding: layersFinding,
      subtitle: vega == nil
        ? "Dollars per VIX point; there is no band while the book’s net vega is "
          + (net == nil ? "unknown" : "not short")
        : "Dollars per VIX point; brackets are each layer’s band of the book’s short vega",
      figure: chart.figure(idPrefix: "layers"), in: path, isModelled: isModelled,
      asideHTML: layersAside(net))
  }

  private func layersAside(_ net: Double?) -> String {
    guard let net else {
      return "<p>Net vega is unknown: \(term("coverage", "coverage")) cannot be told.</p>"
    }
    guard net < 0 else {
      return
        "<p>Net vega is \(NumberText.dollars(net, signed: true)) per vol point: the short strikes lie "
        + "in the money, and \(term("coverage", "coverage")) has no meaning.</p>"
    }
    return "<p>The book loses about \(NumberText.dollars(-net)) per vol point. "
      + "\(term("Coverage", "coverage")) sets dollars per VIX point against it, as if both moved "
      + "together.</p>"
  }

  private func layerRows(vega: Double?) -> [LayersChart.Row] {
    var rows: [LayersChart.Row] = []
    if let previous {
      rows.append(layerRow(ChartLabel(NumberText.short(previous.date)), previous.hedge, vega: vega))
    }
    rows.append(
      layerRow(
        ChartLabel(NumberText.short(decision.date)), decision.hedge, vega: vega, isToday: true))
    if !decision.orders.isEmpty, let planned = plannedSegments {
      rows.append(
        LayersChart.Row(
          label: ChartLabel("After the orders", narrow: "After"),
          detail: share(planned.reduce(0) { $0 + $1.dollarsPerPoint }, of: vega),
          segments: planned, isHypothetical: true))
    }
    return rows
  }

  private func layerRow(
    _ label: ChartLabel, _ hedge: HedgeState, vega: Double?, isToday: Bool = false
  ) -> LayersChart.Row {
    LayersChart.Row(
      label: label,
      detail: share(hedge.dollarsPerVIXPoint, of: hedge.unpriced.isEmpty ? vega : nil),
      segments: Self.segments(hedge), isEmphasised: isToday)
  }

  private func share(_ dollars: Double, of vega: Double?) -> String {
    vega.map { NumberText.percent(dollars / $0, decimals: 0) } ?? ""
  }

  private static func segments(_ hedge: HedgeState) -> [LayersChart.Segment] {
    (1...3).compactMap { layer in
      let sum = hedge.lines.filter { $0.position.layer == layer }
        .reduce(0) { $0 + $1.dollarsPerVIXPoint }
      return sum > 0 ? LayersChart.Segment(layer: layer, dollarsPerPoint: sum) : nil
    }
  }

  /// Segments after today's orders, at today's prices.
  private var plannedSegments: [LayersChart.Segment]? {
    var perLayer = [0.0, 0, 0]
    for line in decision.hedge.lines {
      perLayer[line.position.layer - 1] += line.dollarsPerVIXPoint
    }
    for order in decision.orders {
      let unit: Double
      if let index = decision.sizing?.contracts.firstIndex(of: order.contract) {
        unit = decision.sizing?.candidates[index].vegaDollarsPerVIXPoint ?? 0
      } else if let line = decision.hedge.lines.first(where: {
        $0.position.contract == order.contract
      }) {
        unit = line.dollarsPerVIXPoint / Double(line.position.quantity)
      } else {
        return nil
      }
      var change = unit * Double(order.quantity)
      if change >= 0 {
        perLayer[order.layer - 1] += change
      } else {
        for layer in (0..<3).reversed() where change < 0 {
          let taken = min(perLayer[layer], -change)
          perLayer[layer] -= taken
          change += taken
        }
      }
    }
    return perLayer.enumerated().compactMap { index, value in
      value > 1e-9 ? LayersChart.Segment(layer: index + 1, dollarsPerPoint: value) : nil
    }
  }

  private var layersFinding: String {
    let hedge = decision.hedge
    if isVegaUnknown { return "The book’s net vega is unknown; holdings stay as they are" }
    if let vega = decision.book?.valuation.vegaDollarsPerVolPoint, vega >= 0 {
      return "The book’s net vega is not short; holdings stay as they are"
    }
    if isHedgeUnknown { return "A held call has no usable quote; coverage is unknown" }
    guard let coverage = hedge.coverage, hedge.contracts > 0 else {
      return decision.orders.isEmpty
        ? "No layer is held; the bands show what each would ask"
        : "No layer is held yet; orders wait for the next close"
    }
    return "\(NumberText.dollars(hedge.dollarsPerVIXPoint)) per VIX point, "
      + "\(NumberText.percent(coverage, decimals: 0)) of the book’s short vega"
  }
}
