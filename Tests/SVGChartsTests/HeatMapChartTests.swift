import TestSupport
import Testing

@testable import SVGCharts

@Suite struct HeatMapChartTests {
  private let chart = SampleCharts.heatMap

  private func texts(_ svg: String) throws -> [String] {
    try LabelCheck.labels(svg, .wide).map(\.text)
  }

  @Test func cellsCarrySignedNumbersInOneUnit() throws {
    let wide = chart.figure(idPrefix: "f").wide
    let words = try texts(wide)
    #expect(words.contains("$ thousand, change from tonight’s mark"))
    // Book −2 900, hedge 30 · (46 + 42) + 40 = 2 680, net −220.
    for text in ["−2.9", "+2.7", "−0.2", "Book", "Hedge", "Net", "+30"] {
      #expect(words.contains(text), "\(text)")
    }
    #expect(words.count { $0.hasPrefix("−20") } == 1)
  }

  @Test func tableHoldsWhatTheCellsPrint() throws {
    let table = chart.table
    #expect(table.rows.count == 21)
    #expect(table.columns.map(\.head).prefix(3) == ["Panel", "S&P 500, %", "VIX −5, $ thousand"])
    #expect(table.text(row: 14, column: 7) == "−0.2")
    let printed = try texts(chart.figure(idPrefix: "f").wide)
    for row in 0..<7 {
      for column in 2..<8 { #expect(printed.contains(table.text(row: row, column: column))) }
    }
  }

  @Test func summaryNamesTheExtremeCellsAndTheUsualResponse() {
    #expect(
      chart.summary.hasPrefix("Book, $ thousand: lowest −2.9 at −20\u{202F}%, VIX −5, highest"))
    #expect(
      chart.summary.contains("Net along the usual response: lowest −1.4 at −15\u{202F}%, VIX +20, ")
    )
  }

  @Test func smallAmountsStayInDollars() throws {
    var chart = chart
    chart.panels = [.init(title: "Net", values: [[-999, 0.4], [.nan, 12]])]
    let words = try texts(chart.figure(idPrefix: "f").wide)
    #expect(words.contains("$, change from tonight’s mark"))
    #expect(words.contains("−999") && words.contains("+12") && words.contains("0"))
    #expect(chart.table.text(row: 1, column: 2) == "–")
  }

  @Test func theNarrowDrawingOfALargeGridKeepsTheNumbersOfTheLastPanel() throws {
    let figure = chart.figure(idPrefix: "f")
    let narrow = try LabelCheck.labels(figure.narrow, .narrow).map(\.text)
    #expect(narrow.contains("−0.2"))
    #expect(!narrow.contains("+2.7"))
    #expect(figure.svg.utf8.count <= 12_288, "\(figure.svg.utf8.count) bytes")
  }

  @Test func labelsNeverOverlapInRandomData() throws {
    var random = SplitMix64(seed: 11)
    for round in 0..<500 {
      let rows = Int.random(in: 1...12, using: &random)
      let columns = Int.random(in: 1...10, using: &random)
      let size: Double = [1.0, 40, 900, 2e4, 3e6].randomElement(using: &random) ?? 1
      let chart = HeatMapChart(
        title: "t", rows: (0..<rows).map { Double($0) * 2.5 - 10 },
        columns: (0..<columns).map { Double($0) * 5 - 5 },
        panels: (0..<Int.random(in: 1...3, using: &random)).map { index in
          .init(
            title: "Panel \(index)",
            values: (0..<rows).map { _ in
              (0..<columns).map { _ -> Double in random.uniform(-size...size) }
            })
        }, usual: [.init(row: 0, column: 0)])
      let faults = try LabelCheck.faults(chart.figure(idPrefix: "f"))
      #expect(faults.isEmpty, "round \(round): \(faults.prefix(3))")
    }
  }
}
