/// A point of a drawing, in view-box pixels, y downward.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// An upright rectangle of a drawing, in view-box pixels.
struct Box: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }

  /// The area shared with another box; 0 when they only touch.
  func overlap(_ other: Box) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    return width > 0 && height > 0 ? width * height : 0
  }

  /// The point of the box nearest to `point`.
  func nearest(to point: Point) -> Point {
    Point(min(max(point.x, minX), maxX), min(max(point.y, minY), maxY))
  }

  /// The box grown by `margin` on every side.
  func grown(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The box moved by the least amount that brings it inside `bounds`; `nil` when it is larger.
  func moved(inside bounds: Box) -> Box? {
    guard width <= bounds.width, height <= bounds.height else { return nil }
    let x = min(max(minX, bounds.minX), bounds.maxX - width)
    let y = min(max(minY, bounds.minY), bounds.maxY - height)
    return Box(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }
}
