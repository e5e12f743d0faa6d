/// The `d` attribute of a path, built point by point.
///
/// Points are rounded to tenths of a pixel and written as steps from one rounded point to the next,
/// which takes half the room of absolute coordinates and loses nothing.
struct PathData: Sendable {
  private(set) var buffer = SVGBuffer()
  private var penIsDown = false
  /// The pen in tenths of a pixel.
  private var pen = (x: 0, y: 0)
  private var isInLine = false
  /// Where the pen was last put down, in tenths of a pixel.
  private var start = (x: 0, y: 0)
  private var movesRelatively = false

  /// Whether nothing has been drawn.
  var isEmpty: Bool { buffer.bytes.isEmpty }

  init() {}

  /// A path that also lifts the pen by steps, which is shorter for many small marks side by side.
  init(movesRelatively: Bool) {
    self.movesRelatively = movesRelatively
  }

  /// A polyline through `points`, with a gap wherever a coordinate is not finite.
  ///
  /// A point between two gaps is drawn with length zero, which round line caps show as a dot.
  init(points: [Point]) {
    buffer = SVGBuffer(capacity: points.count * 9)
    add(points)
  }

  /// Adds a polyline as `init(points:)` draws it.
  mutating func add(_ points: [Point]) {
    penIsDown = false
    for (index, point) in points.enumerated() {
      guard point.isFinite else {
        penIsDown = false
        continue
      }
      let isAlone = !penIsDown && (index + 1 == points.count || !points[index + 1].isFinite)
      line(to: point)
      if isAlone { command("h0") }
    }
  }

  /// A dot: a line of length zero, which round line caps show.
  mutating func dot(_ point: Point) {
    guard point.isFinite else { return }
    move(to: point)
    command("h0")
  }

  /// Lifts the pen and puts it down at `point`.
  mutating func move(to point: Point) {
    let target = Self.tenths(point)
    let from = movesRelatively && !isEmpty ? pen : (x: 0, y: 0)
    command(movesRelatively && !isEmpty ? "m" : "M")
    buffer.tenths(target.x - from.x)
    buffer.separated(tenths: target.y - from.y)
    (penIsDown, pen, start) = (true, target, target)
  }

  /// Draws a line to `point`, or puts the pen down there.
  mutating func line(to point: Point) {
    guard penIsDown else { return move(to: point) }
    let target = Self.tenths(point)
    let step = (x: target.x - pen.x, y: target.y - pen.y)
    pen = target
    if isInLine {
      buffer.separated(tenths: step.x)
    } else {
      command("l")
      isInLine = true
      buffer.tenths(step.x)
    }
    buffer.separated(tenths: step.y)
  }

  /// A horizontal line from (x, y) to `end`.
  mutating func horizontal(_ x: Double, _ y: Double, to end: Double) {
    move(to: Point(x, y))
    horizontal(to: end)
  }

  /// A vertical line from (x, y) to `end`.
  mutating func vertical(_ x: Double, _ y: Double, to end: Double) {
    move(to: Point(x, y))
    vertical(to: end)
  }

  /// A horizontal line from the pen to `x`.
  mutating func horizontal(to x: Double) {
    let target = SVGBuffer.tenths(x)
    command("h")
    buffer.tenths(target - pen.x)
    pen.x = target
  }

  /// A vertical line from the pen to `y`.
  mutating func vertical(to y: Double) {
    let target = SVGBuffer.tenths(y)
    command("v")
    buffer.tenths(target - pen.y)
    pen.y = target
  }

  /// Joins the pen to where it was put down, to fill what is between.
  mutating func close() {
    command("z")
    (penIsDown, pen) = (false, start)
  }

  /// A rectangle; nothing when an edge is not finite.
  mutating func rectangle(_ box: Box) {
    guard Point(box.minX, box.minY).isFinite, Point(box.maxX, box.maxY).isFinite else { return }
    move(to: Point(box.minX, box.minY))
    horizontal(to: box.maxX)
    vertical(to: box.maxY)
    horizontal(to: box.minX)
    close()
  }

  private mutating func command(_ letter: String) {
    isInLine = false
    buffer.raw(letter)
  }

  private static func tenths(_ point: Point) -> (x: Int, y: Int) {
    (SVGBuffer.tenths(point.x), SVGBuffer.tenths(point.y))
  }
}
