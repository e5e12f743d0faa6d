import TestSupport
import Testing

@testable import SVGCharts

@Suite struct VerticalSpacingTests {
  @Test func labelsThatFitStayWhereTheyAre() {
    #expect(
      VerticalSpacing.spread([10, 40, 80], distance: 15, within: 0...100) == [10, 40, 80])
    #expect(VerticalSpacing.spread([], distance: 15, within: 0...100).isEmpty)
  }

  @Test func neighboursMoveApartByTheSame() {
    #expect(VerticalSpacing.spread([50, 50], distance: 10, within: 0...100) == [45, 55])
    #expect(VerticalSpacing.spread([52, 50], distance: 10, within: 0...100) == [56, 46])
    #expect(VerticalSpacing.spread([50, 50, 50], distance: 10, within: 0...100) == [40, 50, 60])
  }

  @Test func boundsHold() {
    #expect(VerticalSpacing.spread([1, 2], distance: 10, within: 5...100) == [5, 15])
    #expect(VerticalSpacing.spread([99, 98], distance: 10, within: 0...100) == [100, 90])
  }

  @Test func distanceAndOrderHoldForAnyInput() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let desired = (0..<8).map { _ in Double.random(in: 0...200, using: &random) }
      let placed = VerticalSpacing.spread(desired, distance: 15, within: 0...200)
      let order = desired.indices.sorted { desired[$0] < desired[$1] }
      let sorted = order.map { placed[$0] }
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 15 - 1e-9 })
      #expect(sorted.allSatisfy { (-1e-9...200.000001).contains($0) })
    }
  }
}

@Suite struct LabelPlacerTests {
  private func request(_ text: String, at point: Point) -> LabelPlacer.Request {
    .init(
      text: text, className: "an", anchors: [point], radius: 3,
      directions: [.aboveRight, .right, .left, .below])
  }

  @Test func labelsDoNotCoverEachOther() {
    var placer = LabelPlacer(bounds: Box(minX: 0, minY: 0, maxX: 400, maxY: 200))
    let drawing = Drawing(.wide)
    let boxes = (0..<4).compactMap { index in
      placer.reserve(
        request("label \(index)", at: Point(200, 60 + 20 * Double(index))), for: drawing)?.box
    }
    #expect(boxes.count == 4)
    for (index, box) in boxes.enumerated() {
      #expect(boxes.dropFirst(index + 1).allSatisfy { $0.overlap(box) == 0 })
    }
  }

  @Test func labelsStayInBounds() throws {
    var placer = LabelPlacer(bounds: Box(minX: 0, minY: 0, maxX: 120, maxY: 60))
    let place = placer.reserve(request("at the edge", at: Point(118, 2)), for: Drawing(.wide))
    let box = try #require(place).box
    #expect(box.minX >= 0 && box.maxX <= 120 && box.minY >= 0 && box.maxY <= 60)
  }

  @Test func labelsAvoidLines() throws {
    var placer = LabelPlacer(bounds: Box(minX: 0, minY: 0, maxX: 400, maxY: 200))
    placer.avoid(ObstacleLine([Point(0, 88), Point(400, 88)]))
    let place = placer.reserve(request("clear", at: Point(200, 100)), for: Drawing(.wide))
    let box = try #require(place).box
    #expect(box.maxY < 88 || box.minY > 88)
  }

  @Test func aLabelWithoutRoomIsLeftOut() {
    var placer = LabelPlacer(bounds: Box(minX: 0, minY: 0, maxX: 30, maxY: 30))
    let drawing = Drawing(.wide)
    #expect(placer.reserve(request("far too long", at: Point(15, 15)), for: drawing) == nil)
    placer.occupy(placer.bounds)
    #expect(placer.reserve(request("x", at: Point(15, 15)), for: drawing) == nil)
    #expect(placer.reserve(request("x", at: Point(.nan, 15)), for: drawing) == nil)
  }
}

@Suite struct TextWidthTests {
  @Test func widthsCoverTheWidestOfTheFaces() {
    // Advance widths of "4 Jan" in Liberation Sans: 556 + 278 + 500 + 556 + 556.
    #expect(TextWidth.of("4 Jan", size: 1000) >= 2446)
    #expect(TextWidth.of("4 Jan", size: 1000) <= 2446 * 1.1)
    #expect(TextWidth.of("", size: 13) == 0)
    #expect(TextWidth.of("W", size: 13, bold: true) > TextWidth.of("i", size: 13, bold: true))
    #expect(TextWidth.of("2\u{202F}012.66", size: 13) > TextWidth.of("2012.66", size: 13))
    #expect(TextWidth.of("日", size: 10) == 10)
  }
}
