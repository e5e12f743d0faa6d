import ALVH
import MarketData
import Quant
import SVGCharts

extension DailySections {
  /// The index, the VIX and realised volatility.
  func marketValues(_ origins: ValueOrigins, into list: inout ValueList) {
    let index = row(.spx)
    list.number(
      "spx.close", "S&P 500, close", .indexLevel, origins.row(.indexBars), .indexClose,
      before: index?.previous
    ) { $0.row(.spx)?.latest }
    list.number(
      "spx.previous", "S&P 500, close of the session before", .indexLevel,
      origins.row(.indexBars), .indexPrevious
    ) { $0.row(.spx)?.previous }
    list.number(
      "spx.change", "S&P 500, change on the session", .percent(2, signed: true),
      origins.derived(.indexBars), .relativeChange
    ) { $0.row(.spx)?.relativeChange }
    let vix = row(.vix)
    list.number(
      "vix.close", "VIX, close", .vixLevel, origins.row(.vix), .vixClose, before: vix?.previous
    ) { $0.row(.vix)?.latest }
    list.number(
      "vix.previous", "VIX, close of the session before", .vixLevel, origins.row(.vix),
      .vixPrevious
    ) { $0.row(.vix)?.previous }
    list.number(
      "vix.change", "VIX, change on the session",
      .init(unit: .vixPoints, decimals: 2, signed: true), origins.derived(.vix), .change
    ) { $0.row(.vix)?.change }
    percentile(of: .vix, "vix", "VIX", origins.derived(.vix), into: &list)
    list.number(
      "rv21", "Realised volatility, 21 sessions", .percent(1), origins.derived(.indexBars),
      .realisedVolatility, before: row(.realisedVolatility)?.previous
    ) { $0.signals.realisedVolatility }
    percentile(
      of: .realisedVolatility, "rv21", "Realised volatility", origins.derived(.indexBars),
      into: &list)
    state(of: .vix, "vix", "VIX against the front future", origins.derived(.futures), &list)
    state(
      of: .realisedVolatility, "rv21", "Realised volatility against VIX",
      origins.derived(.vix, .indexBars), &list)
  }

  /// Adds the rank of a dashboard row among the values of the past year.
  func percentile(
    of quantity: DashboardRow.Quantity, _ name: String, _ title: String, _ origin: ValueOrigin,
    into list: inout ValueList
  ) {
    list.number(
      "\(name).percentile", "\(title), share of the 252 earlier values that are lower",
      .percentile, origin, .percentile
    ) { $0.row(quantity)?.percentile.map { $0 * 100 } }
  }

  /// Adds what a dashboard row says of its quantity today, in its words.
  func state(
    of quantity: DashboardRow.Quantity, _ name: String, _ title: String, _ origin: ValueOrigin,
    _ list: inout ValueList
  ) {
    list.words("\(name).state", title, origin, .dashboardState) { decision in
      DailySections(site: site, decision: decision).stateWords(quantity)
    }
  }

  /// The words of a dashboard row's state; `nil` when the row has no value or says nothing.
  private func stateWords(_ quantity: DashboardRow.Quantity) -> String? {
    guard let row = row(quantity), let latest = row.latest else { return nil }
    let words = state(row, latest).0
    return words == NumberText.missing ? nil : words
  }
}

extension DailyDecision {
  /// The row of a quantity on the dashboard.
  func row(_ quantity: DashboardRow.Quantity) -> DashboardRow? {
    dashboard.first { $0.quantity == quantity }
  }
}

extension DashboardRow {
  /// Change since the session before, in the row's unit.
  var change: Double? {
    if let latest, let previous { latest - previous } else { nil }
  }

  /// Change since the session before as a fraction of its value.
  var relativeChange: Double? {
    if let latest, let previous { latest / previous - 1 } else { nil }
  }
}
