/// Finds places for labels next to their points: free of other labels, off the lines, in bounds.
///
/// A label is tried in its preferred directions at growing distances. Covering another label is
/// never accepted, covering a line costs, and so does distance; from a moderate distance on a leader
/// joins label and point. A label that finds no place is left out, so the important ones are placed
/// first.
struct LabelPlacer {
  /// A side of the point on which a label may stand.
  enum Direction {
    case left, right, above, below, aboveLeft, aboveRight, belowLeft, belowRight
  }

  /// What is to be placed.
  struct Request {
    var text: String
    var className: String
    var isBold = false
    /// The points that the label may stand at; usually one.
    var anchors: [Point]
    /// Radius of the mark at the point.
    var radius = 0.0
    var directions: [Direction]
    /// Steps of distance tried beyond the nearest place.
    var reach = 8
    /// Whether a distant label is joined to its point.
    var hasLeader = true
  }

  /// A place that was found and is kept free.
  struct Placement {
    fileprivate var request: Request
    fileprivate var direction: Direction
    fileprivate var anchor: Point
    /// The space of the text.
    fileprivate(set) var box: Box
  }

  /// The room for labels.
  var bounds: Box

  private(set) var taken: [Box] = []
  private var lines: [ObstacleLine] = []

  init(bounds: Box) {
    self.bounds = bounds
  }

  /// Keeps labels off `box`.
  mutating func occupy(_ box: Box) {
    taken.append(box)
  }

  /// Makes labels avoid a line.
  mutating func avoid(_ line: ObstacleLine) {
    lines.append(line)
  }

  /// Draws a label at its best place, if there is one of at most this cost.
  mutating func place(
    _ request: Request, in drawing: inout Drawing, costLimit: Double = .infinity
  ) {
    guard let placement = reserve(request, for: drawing, costLimit: costLimit) else { return }
    Self.draw(placement, in: &drawing)
  }

  /// Finds the best place of at most this cost and keeps it free, to be drawn later.
  mutating func reserve(
    _ request: Request, for drawing: Drawing, costLimit: Double = .infinity
  ) -> Placement? {
    guard !request.text.isEmpty else { return nil }
    let length = drawing.measure(request.text, bold: request.isBold)
    guard let best = best(request, length, drawing.width.fontSize, costLimit) else { return nil }
    taken.append(best.box)
    if let leader = Self.leader(request, best.anchor, best.box) {
      lines.append(ObstacleLine([leader.from, leader.to].sorted { $0.x < $1.x }, weight: 4))
    }
    return best
  }

  private func best(
    _ request: Request, _ length: Double, _ size: Double, _ costLimit: Double
  ) -> Placement? {
    var best: Placement?
    var leastCost = costLimit.nextUp
    for anchor in request.anchors where anchor.isFinite {
      for (rank, direction) in request.directions.enumerated() {
        for step in 0...max(request.reach, 0) {
          let floor = Double(rank) * 2 + Double(step) * 3
          if floor >= leastCost { break }
          let raw = Self.box(direction, anchor, request.radius, step, length, size)
          guard let box = raw.moved(inside: bounds), isFree(box) else { continue }
          let shift = abs(box.minX - raw.minX) + abs(box.minY - raw.minY)
          let mark = Box(
            minX: anchor.x, minY: anchor.y, maxX: anchor.x, maxY: anchor.y
          ).grown(by: request.radius + 1)
          guard box.overlap(mark) == 0 else { continue }
          if let leader = Self.leader(request, anchor, box), !isClear(leader, from: anchor) {
            continue
          }
          let cost = floor + shift * 0.2 + coverage(box.grown(by: 2.5))
          if cost < leastCost {
            best = Placement(
              request: request, direction: direction, anchor: anchor, box: box)
            leastCost = cost
          }
        }
      }
    }
    return best
  }

  private func isFree(_ box: Box) -> Bool {
    let guarded = box.grown(by: 1)
    return taken.allSatisfy { $0.overlap(guarded) == 0 }
  }

  /// Whether a leader passes all labels; marks at its own point do not count.
  private func isClear(_ leader: (from: Point, to: Point), from anchor: Point) -> Bool {
    let ends = [leader.from, leader.to].sorted { $0.x < $1.x }
    let line = ObstacleLine(ends)
    return taken.allSatisfy {
      $0.nearest(to: anchor) == anchor || line.coverage(of: $0) == 0
    }
  }

  /// The ends of the line that joins a distant label to its point; `nil` when it stands near.
  private static func leader(
    _ request: Request, _ anchor: Point, _ box: Box
  ) -> (from: Point, to: Point)? {
    guard request.hasLeader else { return nil }
    let near = box.nearest(to: anchor)
    let dx = near.x - anchor.x
    let dy = near.y - anchor.y
    let distance = (dx * dx + dy * dy).squareRoot()
    let start = request.radius + 2.5
    guard distance > start + 5 else { return nil }
    return (
      Point(anchor.x + dx * start / distance, anchor.y + dy * start / distance),
      Point(near.x - dx / distance, near.y - dy / distance)
    )
  }

  private func coverage(_ box: Box) -> Double {
    lines.reduce(0) { $0 + $1.coverage(of: box) }
  }

  private static func box(
    _ direction: Direction, _ point: Point, _ radius: Double, _ step: Int, _ length: Double,
    _ size: Double
  ) -> Box {
    let height = size * 1.13
    let gap = radius + 5
    let away = Double(step) * 6
    let x: Double
    switch direction {
    case .left: x = point.x - gap - length - away / 2
    case .right: x = point.x + gap + away / 2
    case .above, .below: x = point.x - length / 2
    case .aboveLeft, .belowLeft: x = point.x - length - away / 2 + 2
    case .aboveRight, .belowRight: x = point.x + away / 2 - 2
    }
    let y: Double
    switch direction {
    case .left, .right: y = point.y - height / 2
    case .above, .aboveLeft, .aboveRight: y = point.y - radius - 2 - height - away
    case .below, .belowLeft, .belowRight: y = point.y + radius + 2 + away
    }
    return Box(minX: x, minY: y, maxX: x + length, maxY: y + height)
  }

  /// Draws a label at the place that was reserved for it.
  static func draw(_ placement: Placement, in drawing: inout Drawing) {
    let box = placement.box
    let request = placement.request
    if let leader = leader(request, placement.anchor, box) {
      drawing.line("ld", from: leader.from, to: leader.to)
    }
    let anchor: TextAnchor
    let x: Double
    switch placement.direction {
    case .left, .aboveLeft, .belowLeft: (anchor, x) = (.end, box.maxX)
    case .right, .aboveRight, .belowRight: (anchor, x) = (.start, box.minX)
    case .above, .below: (anchor, x) = (.middle, (box.minX + box.maxX) / 2)
    }
    drawing.text(
      request.text, x: x, y: box.minY + drawing.width.fontSize * 0.91,
      className: request.className, anchor: anchor)
  }
}
