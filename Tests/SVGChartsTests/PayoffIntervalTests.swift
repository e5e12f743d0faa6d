import TestSupport
import Testing

@testable import SVGCharts

@Suite struct PayoffIntervalTests {
  private func texts(_ svg: String) throws -> [String] {
    try SVGCheck(svg).elements.filter { ["text", "tspan"].contains($0.name) && !$0.text.isEmpty }
      .map(\.text)
  }

  @Test func intervalsAreDrawnNamedAndListed() throws {
    let chart = SampleCharts.payoffWithIntervals
    let figure = chart.figure(idPrefix: "f")
    let classes = try SVGCheck(figure.wide).elements.compactMap { $0.attributes["class"] }
    #expect(classes.count { $0 == "iw" } == 2)
    #expect(classes.count { $0 == "iv" } == 2)
    #expect(
      try texts(figure.wide).contains(
        "central 68\u{202F}% / 95\u{202F}% of outcomes, lognormal at the implied volatility"))
    #expect(chart.summary.contains("central 68\u{202F}% 1\u{202F}912–2\u{202F}113"))
    let marks = chart.table.rows.compactMap { row -> String? in
      guard case .text(let words) = row.last else { return nil }
      return words
    }
    #expect(marks.contains("12 Feb, expiry: central 68\u{202F}% from"))
  }

  @Test func fourPanelsOfSmoothCurvesStaySmall() {
    let figure = SampleCharts.payoffWithIntervals.figure(idPrefix: "f")
    #expect(figure.svg.utf8.count <= LabelCheck.mostBytes, "\(figure.svg.utf8.count) bytes")
  }

  @Test func cornersOfThePayoffAtExpiryStayExact() throws {
    let levels = stride(from: 1850.0, through: 2250, by: 5).map { $0 }
    let book = levels.map { 400 * (2.75 + max(1905 - $0, 0) - max(1915 - $0, 0)) }
    let chart = PayoffChart(
      title: "t", panels: [.init(title: "p", levels: levels, book: book, hedge: [], net: [])],
      spot: nil)
    let path = try #require(
      SVGCheck(chart.figure(idPrefix: "f").wide).all("path").first {
        $0.attributes["class"] == "s bl"
      }?.attributes["d"])
    // A start, then three straight parts: two numbers each.
    #expect(path.split { "Ml -".contains($0) }.count == 8, "\(path)")
  }

  @Test func labelsNeverOverlapInRandomData() throws {
    var random = SplitMix64(seed: 12)
    for round in 0..<500 {
      let spot: Double = random.uniform(10...9000)
      let levels: [Double] = (0..<20).map { spot * (0.8 + Double($0) * 0.02) }
      let size: Double = [10.0, 800, 4e4, 7e6].randomElement(using: &random) ?? 1
      let count: Int = Int.random(in: 1...4, using: &random)
      let panels = (0..<count).map { index -> PayoffChart.Panel in
        let book = levels.map { _ -> Double in random.uniform(-size...size) }
        let hedge = levels.map { level -> Double in (level / spot - 1) * -size }
        let reach: Double = random.uniform(0...0.3)
        return .init(
          title: ChartLabel("in \(index * 7) days"), levels: levels, book: book, hedge: hedge,
          net: zip(book, hedge).map { $0 + $1 },
          breakEvens: (0..<index).map { _ in random.uniform(spot * 0.8...spot * 1.2) },
          intervals: [
            .init(probability: 0.68, lower: spot * (1 - reach), upper: spot * (1 + reach)),
            .init(probability: 0.95, lower: spot * (1 - 2 * reach), upper: spot * (1 + 2 * reach)),
          ])
      }
      var chart = PayoffChart(title: "t", panels: panels, spot: spot)
      chart.levelAxis = round % 2 == 0 ? .level : .percentFromSpot
      let faults = try LabelCheck.faults(chart.figure(idPrefix: "f"))
      #expect(faults.isEmpty, "round \(round): \(faults.prefix(3))")
    }
  }
}
