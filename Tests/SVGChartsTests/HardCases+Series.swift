import Quant

@testable import SVGCharts

/// Awkward data for the charts over sessions.
extension HardCases {
  /// Values that every chart must survive, by name.
  static let awkward: [String: [Double]] = [
    "one point": [7], "one among gaps": [.nan, 7, .nan], "constant": Array(repeating: 3, count: 9),
    "zero": Array(repeating: 0, count: 9), "negative": [-5, -2, -9, -1, -4],
    "across zero": [-3, 4, -2, 9, 0], "very large": [1e300, 5, 1e11, 9.9e11, -1e300],
    "very small": [1e-300, 2e-300, 0, 1e-12], "gaps": [.nan, 1, .infinity, 2, 3, .nan],
    "longer than the dates": (0..<90).map(Double.init),
  ]

  private static let days = SampleCharts.sessions("2015-11-02", "2015-12-31")

  static let series: [String: Figure] = {
    var all: [String: any Chart] = [
      "shares": SampleCharts.priceSharesVolume, "drag budget": SampleCharts.dragBudget,
      "drawdown": SampleCharts.drawdown, "equity": SampleCharts.equity,
      "equity, logarithmic": SampleCharts.equityLogarithmic,
      "calendar heat": SampleCharts.calendarHeat,
      "calendar heat of years": SampleCharts.calendarHeatOfYears,
      "event study": SampleCharts.eventStudy,
      "event study of many": SampleCharts.eventStudy(count: 40, seed: 62),
      "level": SampleCharts.level,
    ]
    for (name, values) in awkward {
      for (kind, chart) in charts(of: values) { all["\(kind), \(name)"] = chart }
    }
    return all.mapValues { $0.figure(idPrefix: "f1") }
  }()

  static let emptySeries: [String: Figure] = {
    var figures: [String: Figure] = [:]
    for (name, values) in ["no values": [], "only gaps": [.nan, .infinity, 1e13]]
      as [String: [Double]]
    {
      for (kind, chart) in charts(of: values) {
        figures["\(kind), \(name)"] = chart.figure(idPrefix: "f1")
      }
    }
    return figures
  }()

  /// One chart of every kind from the same values.
  static func charts(of values: [Double]) -> [String: any Chart] {
    var price = PriceVolumeChart(
      title: "t", dates: days, close: values, onBalanceVolume: values, volumeTitle: "OBV",
      segments: [
        .init(
          price: (0, 2), volume: (0, 2), emphasis: .current, fromLabel: "first", toLabel: "second",
          known: 6, knownLabel: "known")
      ])
    price.open = values.map { $0 - 1 }
    price.high = values.map { $0 + 2 }
    price.low = values.map { $0 - 2 }
    price.sharesTraded = values
    let drag = DragBudgetChart(
      title: "t", dates: days, spentDollars: values,
      periods: [
        .init(sessions: -4...2, capDollars: 4, label: "first", denominatorDollars: 0),
        .init(
          sessions: 1...7, capDollars: values.first ?? 0, label: "second", denominatorDollars: 50),
        .init(sessions: 8...400, capDollars: .nan, label: "third"),
      ])
    let drawdown = DrawdownChart(
      title: "t", dates: days, hedged: values, unhedged: values.reversed())
    var amount = drawdown
    amount.measure = .amount
    let equity = EquityChart(
      title: "t", dates: days,
      curves: (0..<6).map { index in
        .init(name: "curve \(index)", values: values, isBenchmark: index == 2)
      })
    var logarithmic = equity
    logarithmic.scaling = .logarithmic
    let heat = CalendarHeatMap(title: "t", dates: days, values: values, valueTitle: "v")
    var fixed = heat
    fixed.breaks = .fixed([2, 2, .nan, 4, 1e300, -7])
    fixed.decimals = 0
    var level = LevelChart(title: "t", dates: days, values: values, valueTitle: "v")
    level.thresholds = [.init(value: 4, label: "four"), .init(value: .nan, label: "never")]
    level.ranges = [
      .init(lower: 2, upper: nil, label: "above 2"), .init(lower: 9, upper: 1, label: "none"),
    ]
    level.episodes = [
      .init(sessions: -3...1, label: "begin"), .init(sessions: 1...99, label: "end"),
    ]
    return [
      "price": price, "drag": drag, "drawdown": drawdown, "drawdown in dollars": amount,
      "equity": equity, "logarithmic equity": logarithmic, "heat": heat, "fixed heat": fixed,
      "level": level, "event study": events(of: values),
    ]
  }

  private static func events(of values: [Double]) -> EventStudyChart {
    var events = EventStudyChart(
      title: "t", valueTitle: "v", firstSession: -2, median: values,
      innerBand: .init(lower: values.map { $0 - 1 }, upper: values.map { $0 + 1 }),
      outerBand: .init(lower: values.map { $0 - 2 }, upper: []), eventCount: 1,
      baseMedian: values.reversed(), baseBand: .init(lower: values, upper: values))
    events.events = [.init(name: "one", values: values)]
    events.means = [
      .init(session: 0, mean: values.first ?? 0, lower: -1, upper: 2),
      .init(session: 900, mean: 0, lower: 0, upper: 0),
    ]
    return events
  }
}
