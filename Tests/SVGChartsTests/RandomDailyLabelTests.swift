import TestSupport
import Testing

@testable import SVGCharts

/// Labels of the figures of a write-up never overlap: 500 random data sets for each.
@Suite struct RandomDailyLabelTests {
  private func check(_ seed: UInt64, _ make: (inout SplitMix64) -> any Chart) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<500 {
      let faults = try LabelCheck.faults(make(&random).figure(idPrefix: "f"))
      #expect(faults.isEmpty, "round \(round): \(faults.prefix(3))")
      if !faults.isEmpty { return }
    }
  }

  @Test func termStructures() throws {
    try check(31) { random in
      let level = random.uniform(9...80)
      let curves = (0..<Int.random(in: 1...3, using: &random)).map { index in
        let shift = random.uniform(-8...8)
        return TermStructureChart.Curve(
          label: "\(Int.random(in: 1...28, using: &random)) Dec",
          spot: Bool.random(using: &random) ? level + shift + random.uniform(-5...5) : nil,
          points: (1...Int.random(in: 1...9, using: &random)).map {
            .init(
              days: Double($0) * 29 - random.uniform(0...20),
              value: level + shift + random.uniform(-3...3))
          }, emphasis: [.current, .previous, .older][index])
      }
      var chart = TermStructureChart(title: "t", curves: curves)
      if let point = curves[0].points.first {
        chart.annotation = .init("Front future 1.23 below spot", at: point)
      }
      return chart
    }
  }

  @Test func momenta() throws {
    try check(32) { random in
      let dates = Array(SampleCharts.dates.prefix(Int.random(in: 1...33, using: &random)))
      var strength = random.uniform(10...90)
      let values = dates.map { _ -> Double in
        strength = min(max(strength + random.uniform(-9...9), 1), 99)
        return strength
      }
      let macd = dates.map { _ in random.uniform(-30...30) }
      let last = dates.count - 1
      return MomentumChart(
        title: "t", dates: dates, relativeStrength: values, macd: macd,
        signal: macd.map { $0 * 0.7 },
        crossUnders: (0..<3).map { _ in
          .init(index: Int.random(in: 0...last, using: &random), label: "under 4 Jan")
        },
        failureSwings: [
          .init(
            firstHigh: 0, secondHigh: last / 2, known: last, highLabel: "60.9 on 1 Dec",
            knownLabel: "failure known 11 Dec")
        ], known: [.init(index: last, label: "known 4 Jan")])
    }
  }

  @Test func layers() throws {
    try check(33) { random in
      let vega = random.uniform(20...900)
      let rows = (0..<Int.random(in: 1...3, using: &random)).map { index in
        LayersChart.Row(
          label: ["Held this morning", "After today", "The rule"][index],
          detail: Bool.random(using: &random) ? "cap kept" : "",
          segments: (0..<Int.random(in: 0...3, using: &random)).map {
            .init(layer: $0 + 1, dollarsPerPoint: vega * random.uniform(0...0.6))
          }, isEmphasised: index == 1, isHypothetical: index == 2)
      }
      return LayersChart(
        title: "t", rows: rows,
        bands: [(0.33, 0.5), (0.5, 0.75), (0.75, 1)].enumerated().map {
          .init(layer: $0 + 1, lower: $1.0 * vega, upper: $1.1 * vega, isActive: $0 == 1)
        },
        limits: [
          .init(
            row: 0, dollarsPerPoint: vega * random.uniform(0...1.2), lines: ["drag cap", "$225"])
        ], bookVegaDollarsPerVolPoint: Bool.random(using: &random) ? -vega : nil)
    }
  }

  @Test func payoffs() throws {
    try check(34) { random in
      let spot = random.uniform(800...6000)
      let levels = (0...32).map { spot * (0.9 + 0.2 * Double($0) / 32) }
      let size = random.uniform(50...90_000)
      let panels = (0..<Int.random(in: 1...4, using: &random)).map { index -> PayoffChart.Panel in
        let short = spot * random.uniform(0.92...0.99)
        let book = levels.map { max(-size, min(size * 0.3, ($0 - short) / spot * size * 20)) }
        let hedge = levels.map { max(0, spot - $0) / spot * size * 6 - size * 0.05 }
        return .init(
          title: ChartLabel("panel \(index)"), levels: levels, book: book, hedge: hedge,
          net: zip(book, hedge).map { $0 + $1 },
          breakEvens: (0..<Int.random(in: 0...3, using: &random)).map { _ in
            spot * random.uniform(0.9...1.1)
          })
      }
      return PayoffChart(title: "t", panels: panels, spot: spot)
    }
  }

  @Test func heatMaps() throws {
    try check(35) { random in
      let rows = (0..<Int.random(in: 1...10, using: &random)).map { Double($0) - 5 }
      let columns = (0..<Int.random(in: 1...7, using: &random)).map { Double($0) * 5 }
      let size: Double = [0.4, 90, 4000, 8e6].randomElement(using: &random) ?? 1
      let names: [ChartLabel] = ["Book", "Hedge", "Net"]
      return HeatMapChart(
        title: "t", rows: rows, columns: columns,
        panels: names.prefix(Int.random(in: 1...3, using: &random)).map { name in
          .init(
            title: name,
            values: rows.map { _ in columns.map { _ in size * random.uniform(-1...1) } })
        })
    }
  }
}
