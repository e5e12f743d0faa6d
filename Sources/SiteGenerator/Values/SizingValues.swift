import ALVH
import Quant

extension DailySections {
  /// What a fresh sizing gives, which cap binds, and what the orders would make of the hedge.
  func sizingValues(into list: inout ValueList) {
    if decision.sizing != nil, !decision.orders.isEmpty {
      solution("order", "after the orders", into: &list)
    }
    guard decision.sizing != nil else { return }
    list.number("sizing.layer", "Layer that is sized", .count, priced, .ruleTable) {
      ($0.sizing?.layer).map(Double.init)
    }
    list.number(
      "sizing.coverageMin", "Least coverage of the layer’s band", .percent(0), .assumed, .band
    ) { $0.sizing?.band.coverageMin }
    list.number(
      "sizing.coverageMax", "Greatest coverage of the layer’s band", .percent(0), .assumed, .band
    ) { $0.sizing?.band.coverageMax }
    list.number(
      "sizing.notionalMin", "Least notional of the layer’s band", .percent(1), .assumed, .band
    ) { $0.sizing?.band.notionalMin }
    solution("sizing", "of a fresh sizing", into: &list)
    list.words("sizing.cap", "What stops a fresh sizing", priced, .bindingCap) { decision in
      decision.sizing.flatMap { sizing in
        guard sizing.result.status == .constrained else { return nil }
        return Self.bindingCaps(sizing.result)
      }
    }
  }

  private func solution(_ name: String, _ words: String, into list: inout ValueList) {
    list.number("\(name).coverage", "Coverage \(words)", .percent(0), priced, .sizing) {
      $0.sizing?.result.solution.coverage
    }
    if name == "order" {
      list.number(
        "order.dollarsPerVIXPoint", "Dollars per VIX point \(words)", .perVIXPoint, priced,
        .sizing
      ) { $0.sizing?.result.solution.vega }
    } else {
      list.number("sizing.contracts", "VIX calls \(words)", .contracts, priced, .sizing) {
        ($0.sizing?.result.solution.contracts).map(Double.init)
      }
      list.number("sizing.notional", "Notional \(words)", .percent(2), priced, .sizing) {
        $0.sizing?.result.solution.notionalFraction
      }
    }
    list.number("\(name).drag", "Expected drag \(words)", .dollars, priced, .sizing) {
      $0.sizing?.result.solution.dragDollars
    }
  }
}
