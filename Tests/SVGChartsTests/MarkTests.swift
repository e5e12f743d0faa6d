import TestSupport
import Testing

@testable import SVGCharts

/// The marks, as the `d` attributes that they write.
@Suite struct MarkTests {
  private func text(_ data: PathData) -> String { data.buffer.string }

  @Test func anAreaStandsOnItsBaselineAndIsDividedByGaps() {
    let points = [Point(0, 5), Point(10, 0), Point(20, .nan), Point(30, 4), Point(40, 6)]
    #expect(
      text(AreaMark.path(points, baseline: 10))
        == "M0 5l10-5 0 10-10 0zM30 4l10 2 0 4-10 0z")
    #expect(text(AreaMark.path([Point(1, 1)], baseline: 3)).isEmpty)
    #expect(text(AreaMark.path([], baseline: 3)).isEmpty)
    #expect(text(AreaMark.path(points, baseline: .nan)).isEmpty)
  }

  @Test func aBandEndsWithTheShorterCurve() {
    let upper = [Point(0, 0), Point(10, 1), Point(20, 2)]
    let lower = [Point(0, 9), Point(10, 8)]
    #expect(text(AreaMark.band(upper, lower)) == "M0 0l10 1 0 7-10 1z")
  }

  @Test func stepsHoldUntilTheyChange() {
    #expect(
      text(StepMark.path([Point(0, 9), Point(10, 9), Point(20, 4)])) == "M0 9h10h10v-5")
    #expect(text(StepMark.path([Point(0, 9), Point(.nan, 1), Point(20, 4)])) == "M0 9h0M20 4h0")
    #expect(text(StepMark.path([])).isEmpty)
  }

  @Test func barsStandUprightWhereverTheyEnd() {
    let bars = [
      BarMark.Bar(left: 0, width: 4, end: 2, base: 10),
      BarMark.Bar(left: 5, width: 4, end: 13, base: 10),
      BarMark.Bar(left: 9, width: 4, end: 10.04, base: 10),
      BarMark.Bar(left: 9, width: 4, end: .nan, base: 10),
      BarMark.Bar(left: .infinity, width: 4, end: 1, base: 10),
    ]
    #expect(text(BarMark.path(bars)) == "M0 2h4v8h-4zM5 10h4v3h-4z")
    #expect(text(BarMark.path([BarMark.Bar]())).isEmpty)
  }

  @Test func candlesAreHollowWhenTheyRise() {
    let paths = CandlestickMark.paths(
      [
        .init(x: 10, open: 20, high: 5, low: 25, close: 10),
        .init(x: 20, open: 10, high: 10, low: 20, close: 20),
        .init(x: 30, open: 15, high: 10, low: 20, close: 15.2),
        .init(x: 40, open: .nan, high: 10, low: 20, close: 15),
      ], width: 6)
    #expect(text(paths.rules) == "M10 5v5m0 10v5m20-15v5m0 .2v4.8m-3-4.8h6")
    #expect(text(paths.rising) == "M7 10h6v10h-6z")
    #expect(text(paths.falling) == "M17 10h6v10h-6z")
  }

  @Test func anArrowNeedsRoomForItsHead() {
    #expect(
      text(ArrowMark.path(from: Point(0, 10), to: Point(20, 10)))
        == "M0 10l20 0M14 7l6 3M14 13l6-3")
    #expect(ArrowMark.path(from: Point(0, 0), to: Point(6, 0)).isEmpty)
    #expect(ArrowMark.path(from: Point(0, 0), to: Point(0, .nan)).isEmpty)
    #expect(!text(ArrowMark.path(from: Point(-1e300, 0), to: Point(1e300, 0))).contains("nan"))
  }

  @Test(
    "tints count quarters of the largest value",
    arguments: [
      (0.0, ""), (0.4, ""), (0.5, "g1"), (25, "g1"), (25.1, "g2"), (75, "g3"), (100, "g4"),
      (500, "g4"), (-1, "v1"), (-100, "v4"), (.nan, ""), (-.infinity, ""),
    ])
  func tint(value: Double, expected: String) {
    #expect(TintStep.className(value, scale: 100, least: 0.5) == expected)
  }

  @Test func tintsOfAFlatOrBrokenGridAreEmpty() {
    for scale in [0, -1, .nan] {
      #expect(TintStep.className(1, scale: scale, least: 0) == "")
    }
    #expect(TintStep.className(1e-300, scale: 1e-300, least: 0) == "g4")
    #expect(TintStep.className(1, scale: .infinity, least: 0) == "g1")
  }

  @Test func marksOfRandomDataAreNumbers() {
    var random = SplitMix64(seed: 53)
    for _ in 0..<200 {
      let points = (0..<12).map { index in
        Point(Double(index) * 7, random.uniform(0...1) < 0.2 ? .nan : random.uniform(-1e7...1e7))
      }
      let paths = [
        AreaMark.path(points, baseline: 3), StepMark.path(points),
        AreaMark.band(points, points.reversed()),
        BarMark.path(points.map { .init(left: $0.x, width: 3, end: $0.y, base: 0) }),
      ]
      for path in paths {
        #expect(text(path).utf8.allSatisfy { "Mlhvz-. 0123456789".utf8.contains($0) })
      }
    }
  }
}
