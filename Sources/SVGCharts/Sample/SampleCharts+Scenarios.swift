/// Charts of scenarios, options and outcomes, from invented figures of plausible size.
extension SampleCharts {
  /// Book, hedge and net of a short condor with a VIX hedge; the grid of seven moves and six shocks.
  static var heatMap: HeatMapChart {
    let moves = [-20.0, -15, -10, -5, 0, 2, 5]
    let shocks = [-5.0, 0, 5, 10, 20, 30]
    func book(_ move: Double, _ shock: Double) -> Double {
      let loss = min(0, move + 4) * 260 - max(0, move - 3) * 240
      return max(-2900, min(310, 180 + loss - shock * 21))
    }
    func hedge(_ move: Double, _ shock: Double) -> Double {
      shock < 0 ? shock * 22 : shock * (46 + shock * 1.4) - move * 2
    }
    func grid(_ value: (Double, Double) -> Double) -> [[Double]] {
      moves.map { move in shocks.map { value(move, $0) } }
    }
    return HeatMapChart(
      title: "Book, hedge and net by index move and VIX shock",
      desc: "Made-up data.", rows: moves, columns: shocks,
      panels: [
        .init(title: "Book", values: grid(book)), .init(title: "Hedge", values: grid(hedge)),
        .init(title: "Net", values: grid { book($0, $1) + hedge($0, $1) }),
      ],
      usual: [(0, 5), (1, 4), (2, 3), (3, 2), (4, 1), (5, 1), (6, 0)].map {
        .init(row: $0.0, column: $0.1)
      })
  }

  /// The pay-off at levels 5 points apart, smooth before expiry, with the likely range at each date.
  static var payoffWithIntervals: PayoffChart {
    var chart = payoff
    let widths = [0.01, 0.025, 0.035, 0.05]
    for (index, width) in widths.enumerated() {
      let softness = [60.0, 44, 24, 0][index]
      let levels = (Array(stride(from: 1850.0, through: 2150, by: 5))).sorted()
      func expiry(_ level: Double) -> Double {
        let puts = max(1905 - level, 0) - max(1915 - level, 0)
        let calls = max(level - 2165, 0) - max(level - 2155, 0)
        return 400 * (2.75 + puts + calls)
      }
      let book = levels.map { level in
        (-60...60).map { expiry(level + Double($0) * softness / 30) }.reduce(0, +) / 121
      }
      let hedge = levels.map { level -> Double in
        let fall = max(0, 2050 - level)
        return fall * fall * 0.05 * (0.4 + softness / 100) - 310
      }
      chart.panels[index].levels = levels
      chart.panels[index].book = book
      chart.panels[index].hedge = hedge
      chart.panels[index].net = zip(book, hedge).map { $0 + $1 }
      chart.panels[index].intervals = [(0.68, 1.0), (0.95, 1.96)].map { probability, deviations in
        .init(
          probability: probability, lower: 2012.66 * (1 - width * deviations),
          upper: 2012.66 * (1 + width * deviations))
      }
    }
    return chart
  }

  static var smile: SmileChart {
    func expiry(
      _ label: ChartLabel, _ forward: Double, days: Double, level: Double
    ) -> SmileChart.Expiry {
      func model(_ strike: Double) -> Double {
        let distance = (strike / forward - 1) / (days / 365).squareRoot()
        return level - 11 * distance + 14 * distance * distance
      }
      let strikes = stride(from: 1800.0, through: 2150, by: 25)
      return .init(
        label: label, forward: forward,
        quotes: strikes.enumerated().map { index, strike in
          let mid = model(strike) + [0.2, -0.1, 0.3, 0, -0.2][index % 5]
          let half = 0.25 + abs(strike - forward) / 400
          return .init(strike: strike, bid: mid - half, ask: mid + half, mid: mid)
        }, model: strikes.map { .init(strike: $0, value: model($0)) })
    }
    return SmileChart(
      title: "Implied volatility of S&P 500 options by strike", desc: "Made-up data.",
      expiries: [
        expiry("15 Jan", 2011.5, days: 25, level: 18.2),
        expiry("19 Feb", 2008, days: 60, level: 17.6),
        expiry("18 Mar", 2004.5, days: 100, level: 17.9),
      ])
  }

  static var timeValueOfLegs: TimeValueChart {
    TimeValueChart(
      title: "Time value of the condor’s legs", desc: "Made-up data.",
      options: [
        .init(strike: 1905, kind: .put, dollarsPerContract: 1240),
        .init(strike: 1915, kind: .put, dollarsPerContract: 1395, isShort: true),
        .init(strike: 2155, kind: .call, dollarsPerContract: 315, isShort: true),
        .init(strike: 2165, kind: .call, dollarsPerContract: 235),
      ], spot: 2012.66)
  }

  static var timeValueOfChain: TimeValueChart {
    let options = stride(from: 1850.0, through: 2175, by: 12.5).map { strike in
      let distance = (strike - 2012.66) / 70
      return TimeValueChart.Option(
        strike: strike, kind: strike < 2012.66 ? .put : .call,
        dollarsPerContract: 3900 / (1 + distance * distance * (strike < 2012.66 ? 0.6 : 1.4)),
        isShort: [1912.5, 2150].contains(strike))
    }
    return TimeValueChart(
      title: "Time value of the February chain", desc: "Made-up data.",
      options: options, spot: 2012.66)
  }

  static var betaTenor: BetaTenorChart {
    let rows: [(Double, Double, Double, Int)] = [
      (16, 0.71, 0.05, 1204), (46, 0.52, 0.04, 1204), (77, 0.41, 0.03, 1203),
      (107, 0.34, 0.03, 1203),
      (138, 0.29, 0.02, 1201), (168, 0.26, 0.02, 1198), (199, 0.24, 0.03, 1150),
    ]
    return BetaTenorChart(
      title: "Beta of VIX futures to spot by tenor", desc: "Made-up data.",
      estimates: rows.enumerated().map { index, row in
        .init(
          label: ChartLabel("VX\(index + 1)"), days: row.0, beta: row.1, low: row.1 - row.2,
          high: row.1 + row.2, observations: row.3)
      },
      curve: stride(from: 5.0, through: 205, by: 10).map {
        .init(days: $0, beta: 0.17 + 0.68 / (1 + $0 / 45))
      })
  }

  /// Returns with a fat left tail; the sample is the 41 days after a spike, with more of both tails.
  static var distribution: DistributionChart {
    func outcome(_ index: Int, _ count: Int, _ scale: Double) -> Double {
      let share = (Double(index) + 0.5) / Double(count)
      let centred = share / (1 - share)
      let size = (centred > 1 ? centred : 1 / centred).squareRoot() - 1
      return centred > 1 ? 0.9 + min(size, 4.2) * scale * 1.3 : 0.9 - min(size, 9) * scale * 1.7
    }
    return DistributionChart(
      title: "S&P 500 over the next 20 sessions", desc: "Made-up data.",
      all: (0..<2512).map { outcome($0, 2512, 1) }, sample: (0..<41).map { outcome($0, 41, 1.5) },
      current: -3.2)
  }
}
