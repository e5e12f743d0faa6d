import ALVH
import Quant
import SVGCharts

/// The tables of a write-up that prose can show.
enum DayTable: String, CaseIterable {
  /// The legs of the open book, a table for each expiration.
  case legs
  /// The VIX calls held at the close.
  case hedge
  /// Book, hedge and both along the usual response of the VIX.
  case response

  /// The tables with ids of their own; empty when the day has none.
  func views(of sections: DailySections, idPrefix: String) -> [TableView] {
    let decision = sections.decision
    switch self {
    case .legs:
      let profiles = decision.book?.profiles ?? []
      return profiles.enumerated().compactMap { index, profile in
        decision.book.map { Self.legs(of: $0, profile, id: "\(idPrefix)-\(index + 1)") }
      }
    case .hedge:
      guard !decision.hedge.lines.isEmpty else { return [] }
      return [Self.hedge(decision.hedge, id: idPrefix)]
    case .response:
      guard let scenarios = decision.scenarios else { return [] }
      return [Self.response(scenarios, id: idPrefix)]
    }
  }

  private static func legs(of book: BookState, _ profile: PayoffProfile, id: String) -> TableView {
    let legs = book.valuation.legs.filter { $0.leg.contract.series == profile.series }
    return TableView(
      id: id, caption: "",
      columns: ["Leg", "Quantity", "Strike", "Entry, points", "Mark, points", "Delta"],
      rows: legs.map { leg in
        TableView.Row(
          head: LegCells.head(leg),
          cells: LegCells.position(leg) + [Cells.number(leg.unitDelta, decimals: 2, signed: true)])
      })
  }

  private static func hedge(_ hedge: HedgeState, id: String) -> TableView {
    var rows = hedge.lines.map { line in
      let contract = line.position.contract
      let strike = NumberText.fixed(
        contract.strike, decimals: ActionWords.strikeDecimals(contract.strike))
      return TableView.Row(
        head: "\(NumberText.short(contract.expiration)), strike \(strike)",
        cells: [
          Cells.text(NumberText.integer(line.position.quantity)),
          Cells.number(line.delta, decimals: 2), Cells.number(line.beta, decimals: 2),
          Cells.number(line.mark, decimals: 2),
          Cells.number(line.dollarsPerVIXPoint, decimals: 1),
        ])
    }
    rows.append(
      TableView.Row(
        head: "All",
        cells: [
          Cells.text(NumberText.integer(hedge.contracts)), Cells.text(""), Cells.text(""),
          Cells.text(""), Cells.number(hedge.dollarsPerVIXPoint, decimals: 1),
        ], rowClass: "sum"))
    return TableView(
      id: id, caption: "",
      columns: ["VIX call", "Quantity", "Delta", "β", "Mark, points", "Dollars per VIX point"],
      rows: rows)
  }

  private static func response(_ scenarios: ScenarioState, id: String) -> TableView {
    TableView(
      id: id, caption: "",
      columns: ["Index move, %", "VIX", "Book, $", "Hedge, $", "Net, $"],
      rows: scenarios.path.map { row in
        TableView.Row(
          head: NumberText.fixed(row.move * 100, decimals: 0, signed: true),
          cells: [
            Cells.number(row.vix, decimals: 1),
            Cells.number(row.bookDollars, decimals: 0, signed: true),
            Cells.number(row.hedgeDollars, decimals: 0, signed: true),
            Cells.number(row.netDollars, decimals: 0, signed: true),
          ])
      })
  }
}
