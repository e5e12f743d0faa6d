import TestSupport
import Testing

@testable import SVGCharts

/// Labels never overlap, whatever the data: 500 random sets for each chart.
@Suite struct RandomLabelTests {
  private func check(_ seed: UInt64, _ make: (inout SplitMix64) -> any Chart) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<500 {
      let faults = try LabelCheck.faults(make(&random).figure(idPrefix: "f"))
      #expect(faults.isEmpty, "round \(round): \(faults.prefix(3))")
    }
  }

  private static let magnitudes = [0.01, 1, 30, 2000, 4e5, 7e9]

  @Test func smiles() throws {
    try check(21) { random in
      let size = Self.magnitudes.randomElement(using: &random) ?? 1
      let strikes = (0..<Int.random(in: 1...20, using: &random)).map { _ -> Double in
        size * random.uniform(0.5...2)
      }
      var chart = SmileChart(title: "t", expiries: [])
      chart.axis = Bool.random(using: &random) ? .strike : .logMoneyness
      for index in 0..<Int.random(in: 1...4, using: &random) {
        let level: Double = random.uniform(5...40)
        let quotes = strikes.map { strike -> SmileChart.Quote in
          let mid = level + random.uniform(0...20)
          return .init(strike: strike, bid: mid - 1, ask: mid + 1, mid: mid)
        }
        chart.expiries.append(
          .init(
            label: ChartLabel("\(index + 8) Feb"), forward: size * random.uniform(0.9...1.1),
            quotes: quotes))
      }
      return chart
    }
  }

  @Test func timeValues() throws {
    try check(22) { random in
      let size = Self.magnitudes.randomElement(using: &random) ?? 1
      let money = Self.magnitudes.randomElement(using: &random) ?? 1
      let options = (0..<Int.random(in: 1...40, using: &random)).map { index in
        TimeValueChart.Option(
          strike: size * (1 + Double(index / 2) * 0.05),
          kind: Bool.random(using: &random) ? .put : .call,
          dollarsPerContract: money * random.uniform(-0.2...1),
          isShort: Bool.random(using: &random))
      }
      return TimeValueChart(
        title: "t", options: options, spot: size * random.uniform(0.9...2.2))
    }
  }

  @Test func betas() throws {
    try check(23) { random in
      let days = Self.magnitudes.randomElement(using: &random) ?? 1
      var chart = BetaTenorChart(title: "t", estimates: [])
      chart.daysAxis = Bool.random(using: &random) ? .linear : .logarithmic
      for index in 0..<Int.random(in: 1...10, using: &random) {
        let beta: Double = random.uniform(-0.2...1.2)
        chart.estimates.append(
          .init(
            label: ChartLabel("VX\(index + 1)"), days: days * random.uniform(0.1...3), beta: beta,
            low: beta - 0.1, high: beta + 0.1, observations: 9))
      }
      chart.curve = (1..<20).map {
        .init(days: days * Double($0) / 6, beta: random.uniform(0...1))
      }
      return chart
    }
  }

  @Test func distributions() throws {
    try check(24) { random in
      let size = Self.magnitudes.randomElement(using: &random) ?? 1
      func values(_ count: Int) -> [Double] {
        (0..<count).map { _ in random.uniform(-size...size) * random.uniform(0...1) }
      }
      return DistributionChart(
        title: "t", all: values(Int.random(in: 0...60, using: &random) + 1),
        sample: values(Int.random(in: 0...40, using: &random)),
        current: Bool.random(using: &random) ? random.uniform(-3 * size...3 * size) : nil)
    }
  }
}
