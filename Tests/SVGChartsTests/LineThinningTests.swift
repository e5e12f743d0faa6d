import TestSupport
import Testing

@testable import SVGCharts

@Suite struct LineThinningTests {
  private func line(_ values: [Double]) -> [Point] {
    values.enumerated().map { Point(Double($0), $1) }
  }

  @Test func whatLiesOnTheLineIsDropped() {
    #expect(
      LineThinning.thinned(line([0, 1, 2, 3, 0, 0.05, 0]), atMost: 99)
        == [Point(0, 0), Point(3, 3), Point(4, 0), Point(6, 0)])
    #expect(LineThinning.thinned([], atMost: 5).isEmpty)
    #expect(LineThinning.thinned(line([4]), atMost: 0).count == 1)
  }

  @Test func gapsAndTheirEndsAreKept() {
    let points = line([0, 0, 0, .nan, 5, 5, 5, .nan, 7])
    let thinned = LineThinning.thinned(points, atMost: 3)
    #expect(thinned.map(\.x) == [0, 2, 3, 4, 6, 7, 8])
  }

  @Test func extremesStayAndTheLineMovesLittle() {
    var random = SplitMix64(seed: 91)
    for _ in 0..<60 {
      var level = 100.0
      let points = line(
        (0..<400).map { _ in
          level += random.uniform(-3...3)
          return level
        })
      let thinned = LineThinning.thinned(points, atMost: 150)
      #expect(thinned.count <= 152 && thinned.first == points.first && thinned.last == points.last)
      #expect(thinned.map(\.y).max() == points.map(\.y).max())
      #expect(thinned.map(\.y).min() == points.map(\.y).min())
      let range = (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0)
      var index = 0
      for point in points {
        while thinned[index + 1].x < point.x { index += 1 }
        let (a, b) = (thinned[index], thinned[index + 1])
        let drawn = a.y + (b.y - a.y) * (point.x - a.x) / (b.x - a.x)
        #expect(abs(drawn - point.y) < max(range * 0.08, 6))
      }
    }
  }
}
