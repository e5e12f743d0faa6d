import Testing

@testable import SVGCharts

/// What the single charts show of their data.
@Suite struct ChartContentTests {
  private func texts(_ svg: String) throws -> [String] {
    try SVGCheck(svg).elements.filter { ["text", "tspan"].contains($0.name) && !$0.text.isEmpty }
      .map(\.text)
  }

  private func count(_ svg: String, _ className: String) throws -> Int {
    try SVGCheck(svg).elements.count { $0.attributes["class"] == className }
  }

  @Test func curvesAreNamedAtTheirStarts() throws {
    let figure = SampleCharts.termStructure.figure(idPrefix: "f")
    #expect(try texts(figure.wide).contains("4 Jan\u{2002}20.70"))
    #expect(try texts(figure.narrow).contains("Jan 0.88 below spot"))
    for className in ["s l1", "s l2", "s l3", "dt p1", "dt ds p2", "dt ds p3", "b a"] {
      #expect(try count(figure.wide, className) == 1, "\(className)")
    }
  }

  @Test func divergencesAreDrawnInBothPanelsByEmphasis() throws {
    var chart = SampleCharts.priceVolume
    chart.segments.append(.init(price: (2, 8), volume: (2, 8), emphasis: .invalidated))
    let wide = chart.figure(idPrefix: "f").wide
    #expect(try count(wide, "dv") == 2)
    #expect(try count(wide, "dv2") == 2)
    #expect(try count(wide, "dv3") == 2)
    #expect(try count(wide, "kn") == 1)
    let words = try texts(wide)
    #expect(words.contains("2\u{202F}012.66"))
    #expect(words.contains("known 4 Jan"))
    #expect(words.contains("16 to 29 Dec: −1.61 bn"))
  }

  @Test func momentumHasItsLevelsAndMarks() throws {
    let wide = SampleCharts.momentum.figure(idPrefix: "f").wide
    let words = try texts(wide)
    for text in ["30", "60", "70", "41.9", "crossed under 4 Jan", "failure known 11 Dec"] {
      #expect(words.contains(text), "\(text)")
    }
    #expect(try count(wide, "th") == 1)
    #expect(try count(wide, "s sg") == 1)
  }

  @Test func layersShowNumeralsBandsAndLimit() throws {
    let wide = SampleCharts.layers.figure(idPrefix: "f").wide
    #expect(try count(wide, "y3") == 1)
    #expect(try count(wide, "gh") == 3)
    #expect(try count(wide, "bd") == 2)
    #expect(try count(wide, "bd on") == 1)
    #expect(try count(wide, "cap") == 1)
    let words = try texts(wide)
    for text in ["72", "69", "drag cap", "33", "100\u{202F}%", "layer\u{00A0}3"] {
      #expect(words.contains(text), "\(text)")
    }
    #expect(words.contains("share of the book’s vega, −$104 per vol point"))
  }

  @Test func withoutLayersThereIsAnExplicitZeroAndTheBands() throws {
    let figure = try #require(HardCases.figures["zero layers, cap zero"])
    for svg in [figure.wide, figure.narrow] {
      let zeros = try SVGCheck(svg).all("text").count {
        $0.text == "0" && $0.attributes["class"] == "b ha"
      }
      #expect(zeros >= 3)
      let bands = try count(svg, "bd") + count(svg, "bd on")
      #expect(bands == 3)
    }
  }

  @Test func payoffSharesOneScaleWithSigns() throws {
    let wide = SampleCharts.payoff.figure(idPrefix: "f").wide
    let words = try texts(wide)
    #expect(words.contains { $0.hasPrefix("+") } && words.contains { $0.hasPrefix("−") })
    #expect(try count(wide, "s net") >= 1)
    #expect(try count(wide, "s hg") >= 1)
    #expect(words.contains("S&amp;P 500, dotted line at 2\u{202F}012.66"))
    #expect(words.contains("12 Feb, expiry"))
    #expect(words.count { $0 == "0" } == 2)
  }

  @Test func sparkline() throws {
    let svg = try #require(
      Sparkline(values: [15, .nan, 16, 20.7, .nan], title: "VIX <1 year>").svg(idPrefix: "s"))
    let check = try SVGCheck(svg)
    #expect(check.all("title").first?.text == "VIX &lt;1 year&gt;")
    #expect(check.all("path").first?.attributes["d"] == "M4 36h0M120 30.4l58-26.4")
    #expect(check.all("circle").first?.attributes["cy"] == "4")
    #expect(Sparkline(values: [.nan]).svg(idPrefix: "s") == nil)
    #expect(Sparkline(values: []).svg(idPrefix: "s") == nil)
    let hidden = try #require(Sparkline(values: [3, 3]).svg(idPrefix: "s"))
    #expect(hidden.contains("aria-hidden=\"true\""))
    #expect(hidden.contains("M4 20l232 0"))
  }

  @Test func percentileStrip() throws {
    #expect(PercentileStrip.svg(nil) == nil)
    #expect(PercentileStrip.svg(.nan) == nil)
    let svg = try #require(PercentileStrip.svg(85))
    #expect(try SVGCheck(svg).all("circle").first?.attributes["cx"] == "48.9")
    #expect(PercentileStrip.svg(400) == PercentileStrip.svg(100))
  }
}
