/// The `d` attribute of a path, built point by point.
struct PathData: Sendable {
  private(set) var buffer = SVGBuffer()
  private var penIsDown = false

  /// Whether nothing has been drawn.
  var isEmpty: Bool { buffer.bytes.isEmpty }

  init() {}

  /// A polyline through `points`, with a gap wherever a coordinate is not finite.
  ///
  /// A point between two gaps is drawn with length zero, which round line caps show as a dot.
  init(points: [Point]) {
    buffer = SVGBuffer(capacity: points.count * 12)
    for (index, point) in points.enumerated() {
      guard point.isFinite else {
        penIsDown = false
        continue
      }
      let isAlone = !penIsDown && (index + 1 == points.count || !points[index + 1].isFinite)
      line(to: point)
      if isAlone { buffer.raw("h0") }
    }
  }

  /// Lifts the pen and puts it down at `point`.
  mutating func move(to point: Point) {
    penIsDown = true
    buffer.raw("M")
    pair(point)
  }

  /// Draws a line to `point`, or puts the pen down there.
  mutating func line(to point: Point) {
    guard penIsDown else { return move(to: point) }
    buffer.raw("L")
    pair(point)
  }

  /// A horizontal line from (x, y) to `end`.
  mutating func horizontal(_ x: Double, _ y: Double, to end: Double) {
    move(to: Point(x, y))
    buffer.raw("H")
    buffer.number(end)
  }

  /// A vertical line from (x, y) to `end`.
  mutating func vertical(_ x: Double, _ y: Double, to end: Double) {
    move(to: Point(x, y))
    buffer.raw("V")
    buffer.number(end)
  }

  private mutating func pair(_ point: Point) {
    buffer.number(point.x)
    buffer.raw(" ")
    buffer.number(point.y)
  }
}
