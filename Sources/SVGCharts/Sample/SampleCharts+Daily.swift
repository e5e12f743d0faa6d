import Quant

/// The figures of a write-up: 4 January 2016, index and futures as published, the rest made up.
extension SampleCharts {
  static let dates: [CalendarDate] = [
    "2015-11-16", "2015-11-17", "2015-11-18", "2015-11-19", "2015-11-20", "2015-11-23",
    "2015-11-24", "2015-11-25", "2015-11-27", "2015-11-30", "2015-12-01", "2015-12-02",
    "2015-12-03", "2015-12-04", "2015-12-07", "2015-12-08", "2015-12-09", "2015-12-10",
    "2015-12-11", "2015-12-14", "2015-12-15", "2015-12-16", "2015-12-17", "2015-12-18",
    "2015-12-21", "2015-12-22", "2015-12-23", "2015-12-24", "2015-12-28", "2015-12-29",
    "2015-12-30", "2015-12-31", "2016-01-04",
  ].compactMap { CalendarDate($0) }

  static let close: [Double] = [
    2053.19, 2050.44, 2083.58, 2081.24, 2089.17, 2086.59, 2089.14, 2088.87, 2090.11, 2080.41,
    2102.63, 2079.51, 2049.62, 2091.69, 2077.07, 2063.59, 2047.62, 2052.23, 2012.37, 2021.94,
    2043.41, 2073.07, 2041.89, 2005.55, 2021.15, 2038.97, 2064.29, 2060.99, 2056.5, 2078.36,
    2063.36, 2043.94, 2012.66,
  ]

  static let onBalanceVolume: [Double] = [
    0.0, -4.43, -0.5, -4.13, -0.2, -3.79, 0.1, -2.76, -1.29, -5.56, -1.85, -5.8, -10.11, -5.89,
    -9.94, -14.11, -18.5, -14.78, -19.08, -14.47, -10.12, -5.48, -9.81, -16.49, -12.73, -9.21,
    -5.73, -7.14, -9.63, -7.09, -9.46, -12.11, -16.42,
  ]

  static let relativeStrength: [Double] = [
    50.1, 49.4, 57.3, 56.6, 58.4, 57.6, 58.2, 58.1, 58.4, 54.6, 60.9, 52.7, 44.4, 55.1, 51.4,
    48.2, 44.6, 45.9, 38.0, 40.6, 46.2, 52.8, 46.3, 40.2, 43.7, 47.4, 52.2, 51.6, 50.6, 55.0,
    51.6, 47.6, 41.9,
  ]

  static let macd: [Double] = [
    11.48, 9.45, 10.4, 10.84, 11.69, 12.02, 12.35, 12.44, 12.47, 11.58, 12.52, 11.27, 7.77, 8.31,
    7.46, 5.64, 2.87, 1.04, -3.58, -6.41, -6.83, -4.72, -5.5, -8.94, -10.3, -9.82, -7.31, -5.53,
    -4.43, -1.77, -0.86, -1.69, -4.82,
  ]

  static let signal: [Double] = [
    20.88, 18.59, 16.95, 15.73, 14.92, 14.34, 13.94, 13.64, 13.41, 13.04, 12.94, 12.6, 11.64,
    10.97, 10.27, 9.34, 8.05, 6.65, 4.6, 2.4, 0.55, -0.5, -1.5, -2.99, -4.45, -5.52, -5.88,
    -5.81, -5.54, -4.78, -4.0, -3.54, -3.79,
  ]

  static func curve(
    _ label: String, _ spot: Double?, _ points: [(Double, Double)],
    _ emphasis: TermStructureChart.Emphasis
  ) -> TermStructureChart.Curve {
    .init(
      label: label, spot: spot, points: points.map { .init(days: $0.0, value: $0.1) },
      emphasis: emphasis)
  }

  static var termStructure: TermStructureChart {
    TermStructureChart(
      title: "VIX & VIX futures on three dates", desc: "4 January: VIX 20.70 > first future",
      curves: [
        curve(
          "4 Jan", 20.70,
          [
            (16, 19.825), (44, 19.525), (72, 19.525), (107, 19.775), (135, 19.925), (163, 20.1),
            (198, 20.4), (226, 20.425),
          ], .current),
        curve(
          "31 Dec", 18.21,
          [
            (20, 18.525), (48, 18.875), (76, 19.025), (111, 19.35), (139, 19.5), (167, 19.75),
            (202, 20.05), (230, 20.125),
          ], .previous),
        curve(
          "2 Dec", 15.91,
          [
            (14, 16.775), (49, 17.575), (77, 18.225), (105, 18.525), (140, 19.025),
            (168, 19.275), (196, 19.575), (231, 19.875),
          ], .older),
      ],
      annotation: .init(
        ChartLabel(
          "January future 0.88 below spot, February 0.30 lower still",
          narrow: "Jan 0.88 below spot"),
        at: .init(days: 16, value: 19.825)))
  }

  static var priceVolume: PriceVolumeChart {
    PriceVolumeChart(
      title: "S&P 500 close and on-balance volume", desc: "The close rose, volume fell.",
      dates: dates, close: close, onBalanceVolume: onBalanceVolume,
      volumeTitle: ChartLabel(
        "On-balance volume, bn shares since 16 Nov", narrow: "OBV, bn shares since 16 Nov"),
      segments: [
        .init(
          price: (4, 10), volume: (6, 8), emphasis: .earlier,
          toLabel: ChartLabel("1 Dec: an earlier divergence, known 4 Dec", narrow: "1 Dec")),
        .init(
          price: (21, 29), volume: (21, 29), emphasis: .current,
          fromLabel: ChartLabel("16 Dec\u{2002}2\u{202F}073.07", narrow: "16 Dec"),
          toLabel: ChartLabel("29 Dec\u{2002}2\u{202F}078.36", narrow: "29 Dec"),
          volumeLabel: ChartLabel("16 to 29 Dec: −1.61 bn", narrow: "−1.61 bn")),
      ],
      known: [.init(index: 32, label: "known 4 Jan")])
  }

  static var momentum: MomentumChart {
    MomentumChart(
      title: "RSI(14) and MACD(12,26,9)", desc: "RSI failed, MACD crossed under.", dates: dates,
      relativeStrength: relativeStrength, macd: macd, signal: signal,
      crossUnders: [
        .init(index: 32, label: ChartLabel("crossed under 4 Jan", narrow: "crossed under"))
      ],
      failureSwings: [
        .init(
          firstHigh: nil, secondHigh: 10, known: 18,
          highLabel: ChartLabel(
            "60.9 on 1 Dec, under the 69.7 of 3 Nov", narrow: "60.9, under 69.7"),
          knownLabel: ChartLabel("failure known 11 Dec", narrow: "failure 11 Dec"))
      ],
      known: [.init(index: 32, label: "")])
  }

  static var layers: LayersChart {
    let held = [
      LayersChart.Segment(layer: 1, dollarsPerPoint: 41.1),
      LayersChart.Segment(layer: 2, dollarsPerPoint: 17.9),
    ]
    return LayersChart(
      title: "Hedge coverage against the target bands", desc: "72 dollars, 69 percent.",
      rows: [
        .init(label: "Held this morning", segments: held),
        .init(
          label: "After today", detail: "cap kept",
          segments: held + [.init(layer: 3, dollarsPerPoint: 12.8)], isEmphasised: true),
        .init(
          label: "The rule", detail: "cap removed",
          segments: held + [.init(layer: 3, dollarsPerPoint: 25.5)], isHypothetical: true),
      ],
      bands: [
        .init(layer: 1, lower: 104.0 / 3, upper: 52), .init(layer: 2, lower: 52, upper: 78),
        .init(layer: 3, lower: 78, upper: 104, isActive: true),
      ],
      limits: [.init(row: 1, dollarsPerPoint: 80.6, lines: ["drag cap", "$225"])],
      bookVegaDollarsPerVolPoint: -104)
  }

  static var payoff: PayoffChart {
    PayoffChart(
      title: "Profit and loss with and without the hedge", desc: "Four dates.",
      panels: [
        panel("Today", softness: 60), panel("11 Jan, in 7 days", softness: 44),
        panel("18 Jan, in 14 days", softness: 24), panel("12 Feb, expiry", softness: 0),
      ], spot: 2012.66)
  }

  /// Four 10-point condors, smoothed over a width in index points, and a convex hedge.
  private static func panel(_ title: ChartLabel, softness: Double) -> PayoffChart.Panel {
    func expiry(_ level: Double) -> Double {
      let puts = max(1905 - level, 0) - max(1915 - level, 0)
      let calls = max(level - 2165, 0) - max(level - 2155, 0)
      return 400 * (2.75 + puts + calls)
    }
    let levels = (Array(stride(from: 1850.0, through: 2130, by: 10)) + [1905, 1915]).sorted()
    let book = levels.map { level in
      (-60...60).map { expiry(level + Double($0) * softness / 30) }.reduce(0, +) / 121
    }
    let hedge = levels.map { level -> Double in
      let fall = max(0, 2050 - level)
      return fall * fall * 0.05 * (0.4 + softness / 100) - 310
    }
    let net = zip(book, hedge).map { $0 + $1 }
    let crossings = net.indices.dropFirst().filter { (net[$0 - 1] < 0) != (net[$0] < 0) }
    return .init(
      title: title, levels: levels, book: book, hedge: hedge, net: net,
      breakEvens: crossings.map { index in
        let share = net[index - 1] / (net[index - 1] - net[index])
        return levels[index - 1] + (levels[index] - levels[index - 1]) * share
      })
  }
}
