import Quant

/// Charts over sessions: dates as they were, values invented with fixed seeds.
extension SampleCharts {
  private static let holidays: Set<String> = [
    "2014-01-01", "2014-01-20", "2014-02-17", "2014-04-18", "2014-05-26", "2014-07-04",
    "2014-09-01", "2014-11-27", "2014-12-25", "2015-01-01", "2015-01-19", "2015-02-16",
    "2015-04-03", "2015-05-25", "2015-07-03", "2015-09-07", "2015-11-26", "2015-12-25",
    "2016-01-01", "2016-01-18", "2016-02-15", "2016-03-25",
  ]

  /// Sessions of the exchange from the first to the last day named.
  static func sessions(_ from: String, _ to: String) -> [CalendarDate] {
    guard let first = CalendarDate(from), let last = CalendarDate(to) else { return [] }
    return (0...max(first.days(until: last), 0)).map { first.adding(days: $0) }.filter {
      $0.weekdayRow != nil && !holidays.contains($0.description)
    }
  }

  /// A level that falls back to 15 after each of its shocks.
  static func volatility(
    _ dates: [CalendarDate], shocks: [String: Double], seed: UInt64 = 11
  ) -> [Double] {
    var random = SampleNoise(seed: seed)
    var level = 17.5
    return dates.map { date in
      level += (14.6 - level) * 0.07 + random.uniform(-1.1...1.15)
      if let shock = shocks[date.description] { level = shock }
      return (max(level, 10.4) * 100).rounded() / 100
    }
  }

  static let shocks = [
    "2015-01-15": 22.39, "2015-06-29": 18.85, "2015-08-20": 19.14, "2015-08-21": 28.03,
    "2015-08-24": 40.74, "2015-08-25": 36.02, "2015-09-01": 31.4, "2015-12-11": 24.39,
    "2014-10-15": 26.25, "2016-01-20": 27.59,
  ]

  /// A random walk with steps up to a share of its level.
  static func walk(_ count: Int, from start: Double, step: Double, drift: Double, seed: UInt64)
    -> [Double]
  {
    var random = SampleNoise(seed: seed)
    var level = start
    return (0..<count).map { _ in
      defer { level *= 1 + drift + random.uniform(-step...step) }
      return level
    }
  }

  /// The price with candlesticks and shares traded; shares are the steps of on-balance volume.
  static var priceSharesVolume: PriceVolumeChart {
    var chart = priceVolume
    var random = SampleNoise(seed: 3)
    chart.title = "S&P 500, shares traded and on-balance volume"
    chart.open = close.indices.map { index in
      index == 0 ? 2022.08 : close[index - 1] + random.uniform(-3...3)
    }
    chart.high = close.indices.map { max(close[$0], chart.open[$0]) + random.uniform(1...9) }
    chart.low = close.indices.map { min(close[$0], chart.open[$0]) - random.uniform(1...9) }
    chart.sharesTraded = onBalanceVolume.indices.map { index in
      index == 0 ? 3.74 : (onBalanceVolume[index] - onBalanceVolume[index - 1]).magnitude
    }
    chart.segments[1].known = 32
    chart.segments[1].knownLabel = "known 4 Jan"
    chart.segments[0].known = 13
    chart.known = [.init(index: 32, label: "")]
    chart.priceTitle = ChartLabel(
      "S&P 500, open, high, low and close", narrow: "S&P 500, close")
    return chart
  }

  /// Three quarters, the last one running: spent, left, sessions to come.
  static var dragBudget: DragBudgetChart {
    let dates = sessions("2015-07-01", "2016-03-31")
    func index(_ text: String) -> Int { dates.firstIndex { $0.description == text } ?? 0 }
    var spent: [Double] = []
    let purchases: [String: Double] = [
      "2015-07-06": 48, "2015-07-20": 37, "2015-08-12": 55, "2015-08-25": -62, "2015-09-14": 41,
      "2015-10-05": 62, "2015-10-26": 58, "2015-11-16": 66, "2015-12-07": 39, "2015-12-28": 12,
      "2016-01-04": 71, "2016-01-19": 44, "2016-02-01": 40,
    ]
    var sum = 0.0
    for (position, date) in dates.enumerated() {
      if ["2015-07-01", "2015-10-01", "2016-01-04"].contains(date.description) { sum = 0 }
      sum += purchases[date.description] ?? 0
      spent.append(position <= index("2016-02-10") ? sum : .nan)
    }
    return DragBudgetChart(
      title: "Hedge cost against the cap over three quarters",
      desc: "Made-up data.", dates: dates, spentDollars: spent,
      periods: [
        .init(
          sessions: 0...index("2015-09-30"), capDollars: 210,
          label: ChartLabel("Q3 2015", narrow: "Q3"), denominatorDollars: 1400),
        .init(
          sessions: index("2015-10-01")...index("2015-12-31"), capDollars: 225,
          label: ChartLabel("Q4 2015", narrow: "Q4"), denominatorDollars: 1500),
        .init(
          sessions: index("2016-01-04")...(dates.count - 1), capDollars: 225,
          label: ChartLabel("Q1 2016", narrow: "Q1"), denominatorDollars: 1500),
      ], denominatorName: "premium")
  }

  static var drawdown: DrawdownChart {
    let dates = sessions("2014-06-02", "2016-02-12")
    var book = walk(dates.count, from: 25_000, step: 0.011, drift: 0.0006, seed: 21)
    var hedged = book
    for (index, date) in dates.enumerated() where date.description >= "2015-08-20" {
      book[index] *= date.description >= "2015-08-25" ? 0.86 : 0.9
      hedged[index] *= date.description >= "2015-08-25" ? 0.95 : 0.96
    }
    hedged = hedged.enumerated().map { $1 * (1 - 0.00006 * Double($0)) }
    return DrawdownChart(
      title: "Equity and drawdown with and without a hedge",
      dates: dates, hedged: hedged, unhedged: book)
  }

  static var equity: EquityChart {
    let dates = sessions("2014-01-02", "2016-02-12")
    let seeds: [(ChartLabel, Double, Double, UInt64)] = [
      ("Balanced", 0.009, 0.0006, 31), ("Cautious", 0.005, 0.0002, 32),
      ("Aggressive", 0.016, 0.0012, 33),
      (ChartLabel("Layers 1 and 2 only", narrow: "Layers 1, 2"), 0.008, 0.0004, 34),
    ]
    var chart = EquityChart(
      title: "Equity of four accounts and an index",
      dates: dates,
      curves: seeds.map { name, step, drift, seed in
        .init(
          name: name, values: walk(dates.count, from: 100, step: step, drift: drift, seed: seed))
      } + [
        .init(
          name: "Index", values: walk(dates.count, from: 100, step: 0.01, drift: 0, seed: 35),
          isBenchmark: true)
      ], unit: "start = 100")
    chart.decimals = 1
    chart.baseline = 100
    return chart
  }

  static var equityLogarithmic: EquityChart {
    let dates = sessions("2014-01-02", "2016-02-12")
    var chart = EquityChart(
      title: "Two accounts on a logarithmic axis", dates: dates,
      curves: [
        .init(
          name: "Account A",
          values: walk(dates.count, from: 20_000, step: 0.02, drift: 0.003, seed: 41)),
        .init(
          name: "Account B",
          values: walk(dates.count, from: 20_000, step: 0.03, drift: 0.002, seed: 42)),
      ])
    chart.scaling = .logarithmic
    return chart
  }

  static var calendarHeat: CalendarHeatMap {
    let dates = sessions("2015-01-02", "2015-12-31")
    return CalendarHeatMap(
      title: "A year of daily closes, one cell a session",
      dates: dates, values: volatility(dates, shocks: shocks), valueTitle: "VIX, close")
  }

  static var calendarHeatOfYears: CalendarHeatMap {
    let dates = sessions("2014-09-02", "2016-02-10")
    return CalendarHeatMap(
      title: "Three years of daily closes in fixed steps", dates: dates,
      values: volatility(dates, shocks: shocks), valueTitle: "VIX, close",
      breaks: .fixed([13, 16, 20, 25]), decimals: 1)
  }

  /// Paths of the VIX around nine events against any session.
  static var eventStudy: EventStudyChart {
    eventStudy(count: 9, seed: 61)
  }

  static func eventStudy(count: Int, seed: UInt64) -> EventStudyChart {
    var random = SampleNoise(seed: seed)
    let paths = (0..<count).map { _ -> [Double] in
      var level = 0.0
      let after = (1...60).map { session -> Double in
        level += random.uniform(-6...6.4) + (session < 8 ? 2.1 : 0) - level * 0.05
        return level
      }
      level = 0
      let before = (1...20).map { _ -> Double in
        level += random.uniform(-4...4.4)
        return level
      }
      return before.reversed() + [0] + after
    }
    func quantile(_ share: Double) -> [Double] {
      (0...80).map { session in
        let sorted = paths.map { $0[session] }.sorted()
        return sorted[Int((Double(sorted.count - 1) * share).rounded())]
      }
    }
    let distance = (0...80).map { Double(abs($0 - 20)) }
    var chart = EventStudyChart(
      title: "The VIX around an event, against any session",
      valueTitle: ChartLabel(
        "VIX, change in % from the close of the event", narrow: "VIX, % from the event’s close"),
      firstSession: -20, median: quantile(0.5),
      innerBand: .init(lower: quantile(0.25), upper: quantile(0.75)),
      outerBand: .init(lower: quantile(0.05), upper: quantile(0.95)), eventCount: count,
      baseMedian: distance.map { -0.02 * $0 },
      baseBand: .init(
        lower: distance.map { -3.1 * $0.squareRoot() },
        upper: distance.map { 4.2 * $0.squareRoot() }), baseCount: 2512)
    chart.events = paths.enumerated().map { .init(name: "event \($0 + 1)", values: $1) }
    chart.means = [5, 20, 60].map { session in
      let values = paths.map { $0[session + 20] }
      let mean = values.reduce(0, +) / Double(max(count, 1))
      return .init(session: session, mean: mean, lower: mean - 5, upper: mean + 6)
    }
    return chart
  }

  static var level: LevelChart {
    let dates = sessions("2015-01-02", "2016-02-10")
    var chart = LevelChart(
      title: "A level with its threshold and two episodes", dates: dates,
      values: volatility(dates, shocks: shocks), valueTitle: "VIX, close")
    func span(_ from: String, _ to: String) -> ClosedRange<Int> {
      let first = dates.firstIndex { $0.description >= from } ?? 0
      return first...max(dates.firstIndex { $0.description >= to } ?? first, first)
    }
    chart.thresholds = [.init(value: 14.9, label: "median 14.90")]
    chart.ranges = [.init(lower: 20, upper: nil, label: "above 20")]
    chart.episodes = [
      .init(sessions: span("2015-08-20", "2015-10-02"), label: "Aug 2015"),
      .init(sessions: span("2015-12-10", "2015-12-21"), label: "Dec 2015"),
    ]
    return chart
  }
}

extension SampleCharts {
  /// The year of the calendar as one small line.
  static var sparkline: Sparkline {
    let year = calendarHeat
    var line = Sparkline(values: year.values, title: "A year of daily closes")
    line.dates = year.dates
    line.columnNames = (row: "Session", value: "VIX")
    return line
  }
}
