import Quant
import TestSupport
import Testing

@testable import SVGCharts

/// Words never stand over each other or beyond the edge, whatever the data.
@Suite("Labels of the charts over sessions in 500 random data sets")
struct SeriesOverlapTests {
  private static let dates = SampleCharts.sessions("2015-01-02", "2016-02-10")

  /// A series of random length, size, sign and roughness with a few gaps.
  private func series(_ random: inout SplitMix64, limit: Int = 250) -> [Double] {
    let count = Int(random.uniform(1...Double(limit)))
    let size = [0.02, 1, 20, 2000, 300_000][Int(random.uniform(0...4.999))]
    let start = random.uniform(-1...3) * size
    let step = random.uniform(0...0.2) * size
    let gaps = random.uniform(0...1) < 0.3 ? 0.05 : 0
    var level = start
    return (0..<count).map { _ in
      level += random.uniform(-step...step)
      return random.uniform(0...1) < gaps ? .nan : level
    }
  }

  private func check(_ seed: UInt64, bytes: Int = 15_000, _ chart: (inout SplitMix64) -> any Chart)
  {
    var random = SplitMix64(seed: seed)
    for round in 0..<500 {
      let figure = chart(&random).figure(idPrefix: "f")
      let faults = (try? LabelCheck.faults(figure)) ?? ["not well formed"]
      #expect(faults.isEmpty, "round \(round): \(faults.prefix(3))")
      #expect(figure.svg.utf8.count <= bytes, "round \(round): \(figure.svg.utf8.count)")
      if !faults.isEmpty { return }
    }
  }

  private func dates(_ count: Int) -> [CalendarDate] { Array(Self.dates.prefix(count)) }

  @Test func priceVolume() {
    check(71) { random in
      let close = series(&random, limit: 90)
      var chart = PriceVolumeChart(
        title: "t", dates: dates(close.count), close: close,
        onBalanceVolume: series(&random, limit: 90), volumeTitle: "OBV, bn shares")
      if random.uniform(0...1) < 0.7 {
        chart.sharesTraded = close.map { _ in random.uniform(0...5) }
        chart.open = close.map { $0 * (1 + random.uniform(-0.02...0.02)) }
        chart.high = close.map { $0 + random.uniform(0...0.02) * $0.magnitude }
        chart.low = close.map { $0 - random.uniform(0...0.02) * $0.magnitude }
      }
      for emphasis in [PriceVolumeChart.Emphasis.current, .earlier, .invalidated] {
        let ends = (0..<3).map { _ in Int(random.uniform(0...Double(close.count))) }.sorted()
        chart.segments.append(
          .init(
            price: (ends[0], ends[1]), volume: (ends[0], ends[1]), emphasis: emphasis,
            fromLabel: "16 Dec 2 073.07", toLabel: "29 Dec 2 078.36",
            volumeLabel: "16 to 29 Dec: −1.61 bn", known: ends[2], knownLabel: "known 4 Jan"))
      }
      return chart
    }
  }

  @Test func dragBudget() {
    check(72, bytes: 20_000) { random in
      let spent = series(&random)
      let count = spent.count + Int(random.uniform(0...20))
      var (first, periods) = (0, [DragBudgetChart.Period]())
      while first < count, periods.count < 9 {
        let last = first + Int(random.uniform(0...80))
        periods.append(
          .init(
            sessions: first...last, capDollars: random.uniform(-0.2...1.5) * (spent[0]).magnitude,
            label: ChartLabel("Quarter \(periods.count + 1) of 2015", narrow: "Q\(periods.count)"),
            denominatorDollars: random.uniform(0...1) < 0.5 ? 1500 : nil))
        first = last + 1
      }
      return DragBudgetChart(
        title: "t", dates: dates(count), spentDollars: spent, periods: periods,
        denominatorName: "premium")
    }
  }

  @Test func drawdown() {
    check(73) { random in
      let hedged = series(&random)
      var chart = DrawdownChart(
        title: "t", dates: dates(hedged.count), hedged: hedged, unhedged: series(&random))
      if random.uniform(0...1) < 0.5 { chart.measure = .amount }
      return chart
    }
  }

  @Test func equity() {
    check(74) { random in
      let names: [ChartLabel] = [
        "A", "Balanced", ChartLabel("A profile with a long name", narrow: "Long name"), "Cautious",
        "S&P 500",
      ]
      let curves = (0..<Int(random.uniform(1...5.99))).map { index in
        EquityChart.Curve(name: names[index], values: series(&random), isBenchmark: index == 4)
      }
      var chart = EquityChart(title: "t", dates: dates(250), curves: curves)
      chart.decimals = Int(random.uniform(0...2.99))
      if random.uniform(0...1) < 0.5 { chart.scaling = .logarithmic }
      return chart
    }
  }

  @Test func calendarHeat() {
    check(75) { random in
      let values = series(&random)
      let first = Int(random.uniform(0...200))
      return CalendarHeatMap(
        title: "t", dates: Array(Self.dates.dropFirst(first)), values: values,
        valueTitle: "VIX, close",
        breaks: random.uniform(0...1) < 0.5
          ? .quintiles : .fixed((0..<4).map { _ in random.uniform(-10...40) }),
        decimals: Int(random.uniform(0...2.99)))
    }
  }

  @Test func eventStudy() {
    check(76) { random in
      var chart = SampleCharts.eventStudy(
        count: Int(random.uniform(1...15)), seed: UInt64(random.uniform(0...1e6)))
      let size = [0.01, 1, 500][Int(random.uniform(0...2.999))]
      chart.median = chart.median.map { $0 * size }
      chart.firstSession = Int(random.uniform(-40...10))
      if random.uniform(0...1) < 0.4 { chart.baseMedian = series(&random) }
      if random.uniform(0...1) < 0.3 { chart.outerBand = .init() }
      return chart
    }
  }

  @Test func level() {
    check(77) { random in
      let values = series(&random)
      var chart = LevelChart(
        title: "t", dates: dates(values.count), values: values, valueTitle: "VIX, close")
      chart.thresholds = (0..<3).map { _ in
        .init(
          value: (values[0].isFinite ? values[0] : 0) * random.uniform(0.5...1.5),
          label: "a threshold 20.00")
      }
      chart.ranges = [.init(lower: values[0], upper: nil, label: "above the start")]
      chart.episodes = (0..<3).map { index in
        let first = Int(random.uniform(0...250))
        return .init(sessions: first...(first + 20), label: "episode \(index)")
      }
      return chart
    }
  }
}
