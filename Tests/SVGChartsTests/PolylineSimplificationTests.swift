import TestSupport
import Testing

@testable import SVGCharts

@Suite struct PolylineSimplificationTests {
  @Test func pointsOnALineAreLeftOutAndCornersStay() {
    let points = [Point(0, 0), Point(1, 1), Point(2, 2), Point(3, 2), Point(4, 2)]
    #expect(
      PolylineSimplification.simplified(points) == [Point(0, 0), Point(2, 2), Point(4, 2)])
  }

  @Test func emptySingleAndEqualPointsStay() {
    #expect(PolylineSimplification.simplified([]).isEmpty)
    #expect(PolylineSimplification.simplified([Point(3, 4)]) == [Point(3, 4)])
    let same = [Point(1, 1), Point(1, 1), Point(1, 1)]
    #expect(PolylineSimplification.simplified(same) == [Point(1, 1), Point(1, 1)])
  }

  @Test func gapsDivideTheLine() {
    let gap = Point(.nan, .nan)
    let points = [gap, Point(0, 0), Point(1, 0), Point(2, 0), gap, gap, Point(3, 0), gap]
    let result = PolylineSimplification.simplified(points)
    #expect(result.map(\.isFinite) == [true, true, false, true, false])
  }

  @Test func noPointLiesFartherThanTheToleranceFromTheResult() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      var height = 0.0
      let points = (0..<80).map { index -> Point in
        height += random.uniform(-0.3...0.3)
        return Point(Double(index), height)
      }
      let result = PolylineSimplification.simplified(points, tolerance: 0.5)
      #expect(result.first == points.first && result.last == points.last)
      for point in points {
        let right = result.firstIndex { $0.x >= point.x } ?? 0
        let (a, b) = (result[max(right - 1, 0)], result[right])
        let share = b.x > a.x ? (point.x - a.x) / (b.x - a.x) : 0
        // Vertically the distance is larger than across a line of slope up to 0.3.
        #expect(abs(a.y + (b.y - a.y) * share - point.y) <= 0.5 * 1.05)
      }
    }
  }
}
