@testable import SVGCharts

/// Awkward data for smiles, time value, betas and distributions.
extension HardCases {
  static var options: [String: Figure] {
    var all: [String: any Chart] = [
      "payoff with intervals": SampleCharts.payoffWithIntervals,
      "no payoff intervals": badIntervals,
      "distribution without sample": DistributionChart(title: "t", all: [1, 2, 3], current: 90),
      "distribution, one value": DistributionChart(title: "t", all: [], sample: [2.5]),
      "smile, one point": SmileChart(
        title: "t",
        expiries: [
          .init(
            label: "15 Jan", forward: nil,
            quotes: [.init(strike: 2000, bid: .nan, ask: .nan, mid: 18)])
        ]),
      "time value, one bar": TimeValueChart(
        title: "t", options: [.init(strike: 2000, kind: .call, dollarsPerContract: 12)], spot: 1e9),
      "time value, straddles": straddles, "betas, log axis": logBetas,
      "beta, one contract": BetaTenorChart(
        title: "t",
        estimates: [.init(label: "VX1", days: 0, beta: 0.7, low: 0.6, observations: 1)]),
      "smile, log-moneyness": moneyness,
    ]
    for (name, value) in sizes {
      func series(_ index: Int) -> Double { value == 0 ? 20 : value * Double(index + 1) }
      all["smile, \(name)"] = SmileChart(
        title: "t",
        expiries: ["15 Jan", "19 Feb", "18 Mar", "15 Apr", "never"].map { label in
          .init(
            label: label, forward: value == 0 ? 2000 : value,
            quotes: (0..<6).map {
              .init(
                strike: value == 0 ? 2000 : series($0), bid: series($0), ask: series($0),
                mid: series($0))
            })
        })
      all["time value, \(name)"] = TimeValueChart(
        title: "t",
        options: (0..<6).map {
          .init(
            strike: value == 0 ? 2000 + Double($0) : series($0), kind: $0 < 3 ? .put : .call,
            dollarsPerContract: series($0), isShort: $0 == 2)
        }, spot: value == 0 ? 2002 : value)
      all["betas, \(name)"] = BetaTenorChart(
        title: "t",
        estimates: (0..<5).map {
          .init(
            label: ChartLabel("VX\($0 + 1)"), days: abs(series($0)), beta: series($0),
            low: series($0), high: series($0 + 1), observations: 5)
        }, curve: (0..<5).map { .init(days: abs(series($0)), beta: series($0)) })
      all["distribution, \(name)"] = DistributionChart(
        title: "t", all: (0..<40).map(series), sample: [series(3)], current: series(9))
    }
    return all.mapValues { $0.figure(idPrefix: "f1") }
  }

  static var noOptions: [String: Figure] {
    let charts: [String: any Chart] = [
      "no heat map": HeatMapChart(
        title: "t", rows: [1], columns: [1], panels: [.init(title: "Net", values: [[.nan]])]),
      "no smile": SmileChart(
        title: "t",
        expiries: [
          .init(
            label: "x", forward: 3,
            quotes: [.init(strike: .nan, bid: 1, ask: 2, mid: 3)],
            model: [.init(strike: 1, value: .infinity)])
        ]),
      "no time value": TimeValueChart(
        title: "t", options: [.init(strike: 1, kind: .put, dollarsPerContract: .nan)], spot: 3),
      "no betas": BetaTenorChart(
        title: "t", estimates: [.init(label: "VX1", days: -4, beta: 1, observations: 0)]),
      "no outcomes": DistributionChart(title: "t", all: [.nan], sample: [], current: 3),
    ]
    return charts.mapValues { $0.figure(idPrefix: "f1") }
  }

  private static var badIntervals: PayoffChart {
    var chart = SampleCharts.payoff
    chart.panels[0].intervals = [.init(probability: 0.5, lower: .nan, upper: 3)]
    chart.panels[1].intervals = [.init(probability: 0.975, lower: 100, upper: 90_000)]
    chart.panels[2].intervals = [.init(probability: 0.5, lower: 1, upper: 2)]
    return chart
  }

  private static var straddles: TimeValueChart {
    TimeValueChart(
      title: "t",
      options: [2000.0, 2012.5, 2025].flatMap { strike in
        [
          TimeValueChart.Option(
            strike: strike, kind: .put, dollarsPerContract: 800, isShort: true),
          .init(strike: strike, kind: .call, dollarsPerContract: -40),
        ]
      }, spot: 2012.5)
  }

  private static var logBetas: BetaTenorChart {
    var chart = SampleCharts.betaTenor
    chart.daysAxis = .logarithmic
    chart.estimates.append(.init(label: "spot", days: 0, beta: 1, observations: 9))
    return chart
  }

  private static var moneyness: SmileChart {
    var chart = SampleCharts.smile
    chart.axis = .logMoneyness
    chart.expiries.append(
      .init(label: "no forward", forward: 0, quotes: chart.expiries[0].quotes))
    return chart
  }
}
