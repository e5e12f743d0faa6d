import TestSupport
import Testing

@testable import SVGCharts

/// What smile, time value, betas and distribution show of their data.
@Suite struct OptionChartTests {
  private func texts(_ svg: String) throws -> [String] {
    try SVGCheck(svg).elements.filter { ["text", "tspan"].contains($0.name) && !$0.text.isEmpty }
      .map(\.text)
  }

  private func count(_ svg: String, _ className: String) throws -> Int {
    try SVGCheck(svg).elements.count { $0.attributes["class"] == className }
  }

  @Test("sample figures stay small", arguments: SampleCharts.all.map(\.name))
  func size(name: String) throws {
    let sample = try #require(SampleCharts.all.first { $0.name == name })
    let figure = sample.chart.figure(idPrefix: "f1")
    #expect(figure.svg.utf8.count <= LabelCheck.mostBytes, "\(figure.svg.utf8.count) bytes")
  }

  @Test func smileNamesItsExpiriesAndForwards() throws {
    let chart = SampleCharts.smile
    let wide = chart.figure(idPrefix: "f").wide
    let words = try texts(wide)
    for text in ["15 Jan", "19 Feb", "18 Mar", "forward 2\u{202F}005–2\u{202F}012"] {
      #expect(words.contains(text), "\(text)")
    }
    #expect(words[0].hasSuffix("; dashed: model"))
    #expect(try count(wide, "dt ds bls") == 1 && count(wide, "mk gns") == 1)
    #expect(try count(wide, "rb pus") == 1 && count(wide, "s md pus") == 1)
    #expect(chart.table.rows.count == 45)
    #expect(chart.table.columns.map(\.title).last == "Model")
    #expect(chart.summary.contains("nearest to the forward of 2\u{202F}011.5: "))
  }

  @Test func timeValueTellsPutsFromCallsAndMarksShorts() throws {
    let chart = SampleCharts.timeValueOfLegs
    let wide = chart.figure(idPrefix: "f").wide
    let words = try texts(wide)
    for text in [
      "puts (P)", "calls (C)", "short in the book", "spot 2\u{202F}012.66", "P 1\u{202F}395",
      "C 315", "1\u{202F}915", "$ per contract, time value",
    ] {
      #expect(words.contains(text), "\(text)")
    }
    let rings = try SVGCheck(wide).all("circle").count
    #expect(rings == 3)
    #expect(
      chart.summary.contains("short in the book: $1\u{202F}395 at 1\u{202F}915\u{00A0}P, $315"))
    #expect(chart.table.text(row: 1, column: 3) == "short in the book")
  }

  @Test func betasShowIntervalsFitAndCounts() throws {
    let chart = SampleCharts.betaTenor
    let wide = chart.figure(idPrefix: "f").wide
    #expect(try texts(wide).contains("VX1") && texts(wide).contains("fit"))
    #expect(try count(wide, "iv") == 1 && count(wide, "s l3") == 1 && count(wide, "dt p1") == 1)
    #expect(chart.table.text(row: 0, column: 5) == "1\u{202F}204")
    #expect(chart.summary.hasPrefix("VX1 at 16 days: 0.71 (0.66 to 0.76), n 1\u{202F}204."))
    let log = try #require(HardCases.figures["betas, log axis"])
    #expect(try texts(log.wide).contains("calendar days to expiration, log scale"))
    #expect(try texts(log.wide).contains("20"))
  }

  @Test func distributionPrintsCountsAndQuantiles() throws {
    var chart = SampleCharts.distribution
    let words = try texts(chart.figure(idPrefix: "f").wide)
    #expect(words.contains { $0.hasPrefix("all days, n\u{00A0}2\u{202F}512\u{2002}·") })
    #expect(words.contains { $0.hasPrefix("days like this, n\u{00A0}41\u{2002}·") })
    #expect(words.contains("now −3.2\u{202F}%"))
    chart.sample = Array(chart.sample.prefix(12))
    let few = try texts(chart.figure(idPrefix: "f").wide)
    #expect(few.contains { $0.contains("n\u{00A0}12: too few to conclude from") })
  }

  @Test func distributionCountsEveryValueOnce() throws {
    let chart = DistributionChart(
      title: "t", all: [-0.3, -0.1, 0, 0.1, 0.3, 0.3, .nan], sample: [0])
    let bins = try #require(DistributionBins(chart))
    #expect(bins.all.counts.reduce(0, +) == 6)
    #expect(bins.edges.contains(0) && bins.edges.contains(0.3))
    for (index, edge) in bins.edges.dropLast().enumerated() {
      let isLast = index == bins.all.counts.count - 1
      let inside = bins.all.sorted.count {
        $0 >= edge && ($0 < bins.edges[index + 1] || isLast)
      }
      #expect(bins.all.counts[index] == inside)
    }
    #expect(bins.all.quantile(0.5) == 0.05)
    #expect(bins.all.quantile(0) == -0.3 && bins.all.quantile(1) == 0.3)
    #expect(bins.sample.quantile(0.05) == 0)
  }
}
