import ALVH
import MarketData
import Quant

extension DailySections {
  /// The VIX futures of the session, nearest first, and the slope between them.
  func curveValues(_ origins: ValueOrigins, into list: inout ValueList) {
    let settled = origins.row(.futures)
    let computed = origins.derived(.futures, .vix)
    for position in (decision.curve?.nodes ?? []).indices {
      let name = "vx\(position + 1)"
      let contract = "VX\(position + 1), \(Self.ordinals[position] ?? "\(position + 1)th") future"
      list.number("\(name).settle", "\(contract), settlement", .vixLevel, settled, .settlement) {
        $0.node(position)?.settle
      }
      list.number("\(name).days", "\(contract), days to expiration", .days, .derived, .daysTo) {
        ($0.node(position)?.days).map(Double.init)
      }
      list.date("\(name).expiration", "\(contract), expiration", .published, .contractDate) {
        $0.node(position)?.expiration
      }
    }
    list.number(
      "basis.front", "Front future less spot VIX",
      .init(unit: .vixPoints, decimals: 2, signed: true, suffix: " points"), computed, .basis
    ) { decision in
      decision.node(0).flatMap { front in decision.curve.map { front.settle - $0.spot } }
    }
    list.number(
      "contango", "Second future over the first, less one", .percent(1, signed: true),
      origins.derived(.futures), .contango, before: row(.contango)?.previous
    ) { $0.curve?.contango }
    state(of: .contango, "contango", "Slope at the front", origins.derived(.futures), &list)
    for (quantity, name, title) in [
      (DashboardRow.Quantity.vx1, "vx1", "Front future"), (.vx2, "vx2", "Second future"),
      (.contango, "contango", "Second future over the first"),
    ] {
      percentile(of: quantity, name, title, origins.derived(.futures), into: &list)
    }
  }

  private static let ordinals = [0: "front", 1: "second", 2: "third"]
}

extension DailyDecision {
  /// The future at a position of the curve, 0 the nearest; `nil` when so many are not listed.
  func node(_ position: Int) -> CurveState.Node? {
    guard let nodes = curve?.nodes, nodes.indices.contains(position) else { return nil }
    return nodes[position]
  }
}
