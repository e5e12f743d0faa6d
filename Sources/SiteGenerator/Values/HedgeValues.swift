import ALVH
import Quant
import SVGCharts

extension DailySections {
  /// The hedge held at the close, as a whole and by layer.
  func hedgeValues(into list: inout ValueList) {
    list.number("hedge.contracts", "VIX calls held", .contracts, .derived, .hedgeContracts) {
      Double($0.hedge.contracts)
    }
    list.number(
      "hedge.dollarsPerVIXPoint", "Dollars per VIX point of the hedge", .perVIXPoint, priced,
      .hedgeExposure
    ) { $0.hedge.dollarsPerVIXPoint }
    list.number("hedge.coverage", "Coverage", .percent(0), priced, .coverage) {
      $0.hedge.coverage
    }
    list.number(
      "hedge.notional", "Gross VIX notional over SPX notional", .percent(2), priced,
      .notionalShare
    ) { $0.hedge.notionalFraction }
    guard !decision.hedge.lines.isEmpty else { return }
    list.number(
      "hedge.spikeDollarsPerVIXPoint", "Dollars per VIX point with the smaller β of VIX jumps",
      .init(unit: .dollars), priced, .spikeExposure
    ) { $0.hedge.spikeDollarsPerVIXPoint }
    for (position, risen) in decision.hedge.dollarsPerVIXPointAfterRise.enumerated() {
      let rise = NumberText.fixed(risen.rise, decimals: 0)
      list.number(
        "hedge.dollarsPerVIXPoint.after\(rise)", "Dollars per VIX point after a rise of \(rise)",
        .dollars, priced, .risenExposure
      ) { decision in
        let risen = decision.hedge.dollarsPerVIXPointAfterRise
        return risen.indices.contains(position) ? risen[position].dollarsPerVIXPoint : nil
      }
    }
    list.number(
      "hedge.carry", "Carry of the hedge on an unchanged curve",
      .init(unit: .dollarsPerDay, decimals: 1, signed: true), priced, .carry
    ) { $0.hedge.lines.reduce(0) { $0 + $1.carryDollarsPerDay } }
    list.date(
      "hedge.nextRoll", "First session on which the roll rule can fire", .derived, .nextRoll
    ) { $0.hedge.lines.map(\.rollFrom).min() }
    for layer in 1...3 { layerValues(layer, into: &list) }
  }

  private func layerValues(_ layer: Int, into list: inout ValueList) {
    func lines(_ decision: DailyDecision) -> [HedgeLine]? {
      let lines = decision.hedge.lines.filter { $0.position.layer == layer }
      return lines.isEmpty ? nil : lines
    }
    list.number(
      "layer\(layer).contracts", "VIX calls of layer \(layer)", .contracts, .derived,
      .hedgeContracts
    ) { lines($0)?.reduce(0) { $0 + Double($1.position.quantity) } }
    list.number(
      "layer\(layer).dollarsPerVIXPoint", "Dollars per VIX point of layer \(layer)", .perVIXPoint,
      priced, .hedgeExposure
    ) { lines($0)?.reduce(0) { $0 + $1.dollarsPerVIXPoint } }
    list.date(
      "layer\(layer).nextRoll", "First session on which layer \(layer) can roll", .derived,
      .nextRoll
    ) { lines($0)?.map(\.rollFrom).min() }
  }
}
