@testable import SVGCharts

/// Awkward data for the charts of scenarios, options and outcomes.
extension HardCases {
  static var scenarios: [String: Figure] {
    var all = heatMaps
    all.merge(samples) { first, _ in first }
    all.merge(options) { first, _ in first }
    all.merge(noOptions) { first, _ in first }
    return all
  }

  /// Every sample as it is shown to readers.
  private static var samples: [String: Figure] {
    Dictionary(
      uniqueKeysWithValues: SampleCharts.all.map { ($0.name, $0.chart.figure(idPrefix: "f1")) })
  }

  /// A number for each kind of awkward data.
  static let sizes: [(name: String, value: Double)] = [
    ("constant", 0), ("negative", -250), ("very large", 1e300), ("very small", 1e-300),
  ]

  private static var heatMaps: [String: Figure] {
    var charts: [String: HeatMapChart] = [:]
    for (name, value) in sizes {
      var chart = SampleCharts.heatMap
      chart.panels = chart.panels.map { panel in
        .init(
          title: panel.title,
          values: panel.values.enumerated().map { row, values in
            values.indices.map { value == 0 ? 0 : value * Double($0 + row) }
          })
      }
      charts["heat map, \(name)"] = chart
    }
    var one = SampleCharts.heatMap
    (one.rows, one.columns) = ([-2.5], [.nan])
    one.panels = [.init(title: "Net", values: [[12]])]
    charts["heat map, one cell"] = one
    var two = SampleCharts.heatMap
    two.panels.removeFirst()
    two.panels[0].values = two.panels[0].values.map { $0.map { $0 * 9 } }
    two.panels[1].values[2] = [.nan, 4]
    two.panels[1].values.removeLast()
    charts["heat map, two panels, gaps"] = two
    var dense = SampleCharts.heatMap
    dense.rows = (-30...30).map(Double.init)
    dense.columns = (-5...50).map(Double.init)
    dense.panels = [
      .init(
        title: "Net", values: dense.rows.map { row in dense.columns.map { row * 40 + $0 * 19 } })
    ]
    dense.usual = [.init(row: 3, column: 4), .init(row: -1, column: 900)]
    charts["heat map, dense"] = dense
    return charts.mapValues { $0.figure(idPrefix: "f1") }
  }
}
