import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// The values that prose can print with `{{ name }}`, with unit and rounding.
  func namedValues() -> [String: String] {
    var values: [String: String] = [
      "date": NumberText.long(decision.date), "stage": decision.step.stageAfter.words,
      "account.nav": NumberText.dollars(decision.drag.navDollars),
      "hedge.contracts": NumberText.integer(decision.hedge.contracts),
      "hedge.dollarsPerVIXPoint":
        "\(NumberText.dollars(decision.hedge.dollarsPerVIXPoint, decimals: 1)) per VIX point",
      "hedge.drag": NumberText.dollars(decision.drag.exAnteDollars),
      "hedge.spent": NumberText.dollars(decision.drag.spentDollars),
      "drag.cap": NumberText.dollars(decision.drag.capDollars),
    ]
    func put(_ name: String, _ value: Double?, _ format: (Double) -> String) {
      if let value { values[name] = format(value) }
    }
    if let sizing = decision.sizing, !decision.orders.isEmpty {
      put("order.coverage", sizing.result.solution.coverage) { NumberText.percent($0, decimals: 0) }
      put("order.dollarsPerVIXPoint", sizing.result.solution.vega) {
        "\(NumberText.dollars($0, decimals: 1)) per VIX point"
      }
      put("order.drag", sizing.result.solution.dragDollars) { NumberText.dollars($0) }
    }
    put("hedge.coverage", decision.hedge.coverage) { NumberText.percent($0, decimals: 0) }
    marketValues(put)
    bookValues(put)
    if let lead = decision.signals.lead {
      values["divergence.reference"] = NumberText.long(lead.reference)
      values["divergence.pivot"] = NumberText.long(lead.pivot)
      values["divergence.known"] = NumberText.long(lead.known)
      values["divergence.strength"] = NumberText.fixed(lead.strength, decimals: 2)
    }
    return values
  }

  private func marketValues(_ put: (String, Double?, (Double) -> String) -> Void) {
    put("spx.close", index?.close) { NumberText.fixed($0, decimals: 2) }
    put("spx.change", index?.change) { NumberText.percent($0, decimals: 2, signed: true) }
    let vix = row(.vix)
    put("vix.close", vix?.latest) { NumberText.fixed($0, decimals: 2) }
    if let latest = vix?.latest, let previous = vix?.previous {
      put("vix.change", latest - previous) { NumberText.fixed($0, decimals: 2, signed: true) }
    }
    put("vix.percentile", vix?.percentile) { NumberText.fixed($0 * 100, decimals: 0) }
    let nodes = decision.curve?.nodes ?? []
    for (position, name) in ["vx1", "vx2"].enumerated() where position < nodes.count {
      put("\(name).settle", nodes[position].settle) { NumberText.fixed($0, decimals: 2) }
      put("\(name).days", Double(nodes[position].days)) { NumberText.fixed($0, decimals: 0) }
    }
    if let curve = decision.curve, let front = nodes.first {
      put("basis.front", front.settle - curve.spot) {
        "\(NumberText.fixed($0, decimals: 2, signed: true)) points"
      }
    }
    put("contango", decision.curve?.contango) { NumberText.percent($0, decimals: 1, signed: true) }
    put("rsi", decision.signals.rsi) { NumberText.fixed($0, decimals: 1) }
    put("macd", decision.signals.macd) { NumberText.fixed($0, decimals: 2, signed: true) }
    put("macd.signal", decision.signals.macdSignal) {
      NumberText.fixed($0, decimals: 2, signed: true)
    }
    put("rv21", decision.signals.realisedVolatility) { NumberText.percent($0, decimals: 1) }
  }

  private func bookValues(_ put: (String, Double?, (Double) -> String) -> Void) {
    guard let book = decision.book else { return }
    let greeks = book.valuation.sensitivities
    put("book.netVega", greeks?.vegaDollarsPerVolPoint) {
      "\(NumberText.dollars($0)) per vol point"
    }
    put("book.netTheta", greeks?.thetaDollarsPerDay) {
      "\(NumberText.dollars($0, decimals: 1, signed: true)) a day"
    }
    put("book.netDelta", greeks?.deltaDollarsPerPoint) {
      "\(NumberText.dollars($0, decimals: 1, signed: true)) per index point"
    }
    put("book.credit", book.creditDollars) { NumberText.dollars($0) }
    put("book.result", book.valuation.unrealisedDollars) { NumberText.dollars($0, signed: true) }
    put("book.timeValue", book.valuation.timeValueForwardDollars) { NumberText.dollars($0) }
    put("book.width", book.widthPoints) { "\(NumberText.fixed($0, decimals: 0)) points" }
    put("book.breakEvenWinRate", book.breakEvenWinRate) { NumberText.percent($0, decimals: 1) }
    // Of several expirations none is the book’s.
    let profile = book.profiles.count == 1 ? book.profiles.first : nil
    put("book.maxLoss", profile?.maxLoss) { NumberText.dollars($0) }
    put("book.maxProfit", profile?.maxProfit) { NumberText.dollars($0) }
    put("book.breakEvenLow", profile?.breakEvens.first) { NumberText.fixed($0, decimals: 2) }
    put("book.breakEvenHigh", profile?.breakEvens.last) { NumberText.fixed($0, decimals: 2) }
    if let contract = book.profiles.first {
      put("book.days", Double(decision.date.days(until: contract.series.expiration))) {
        NumberText.fixed($0, decimals: 0)
      }
    }
  }
}
