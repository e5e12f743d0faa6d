import Quant

@testable import SVGCharts

/// Awkward data for the figures of a write-up.
extension HardCases {
  /// One figure of every kind from each set of awkward values.
  static var daily: [String: Figure] {
    var all: [String: Figure] = [:]
    for (name, values) in awkward {
      for (kind, chart) in dailyCharts(of: values) {
        all["\(kind), \(name)"] = chart.figure(idPrefix: "f1")
      }
    }
    return all
  }

  static func dailyCharts(of values: [Double]) -> [String: any Chart] {
    let days = Array(SampleCharts.dates.prefix(values.count))
    let curve = TermStructureChart(
      title: "t",
      curves: [
        .init(
          label: "today", spot: values.first,
          points: values.enumerated().map { .init(days: Double($0 * 30), value: $1) },
          emphasis: .current),
        .init(
          label: "before", spot: nil,
          points: values.enumerated().map { .init(days: Double($0 * 28 + 3), value: $1 * 0.9) },
          emphasis: .previous),
      ])
    let momentum = MomentumChart(
      title: "t", dates: days, relativeStrength: values, macd: values,
      signal: values.map { $0 / 2 }, crossUnders: [.init(index: 0, label: "crossed")])
    let layers = LayersChart(
      title: "t",
      rows: [
        .init(
          label: "held",
          segments: values.enumerated().map { .init(layer: $0 % 4 + 1, dollarsPerPoint: $1) })
      ], bands: [.init(layer: 1, lower: 1, upper: values.last ?? 2, isActive: true)],
      limits: [.init(row: 0, dollarsPerPoint: values.first ?? 1, lines: ["cap"])],
      bookVegaDollarsPerVolPoint: -(values.first ?? 1))
    let levels = values.indices.map { 1900 + 10 * Double($0) }
    let payoff = PayoffChart(
      title: "t",
      panels: ["one", "two"].map { (title: ChartLabel) in
        .init(
          title: title, levels: levels, book: values, hedge: values.map { -$0 / 3 },
          net: values.map { $0 * 2 / 3 }, breakEvens: [1905, 1925])
      }, spot: 1910)
    return [
      "curve": curve, "momentum of values": momentum, "layers of values": layers,
      "payoff of values": payoff,
    ]
  }
}
