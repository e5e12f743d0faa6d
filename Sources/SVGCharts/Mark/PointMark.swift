/// Small marks of several shapes, so that series differ without colour; all of a series in one path.
enum PointMark: CaseIterable {
  /// A filled dot.
  case dot
  /// An open diamond.
  case diamond
  /// An open square.
  case square
  /// An open triangle.
  case triangle

  /// The classes that give the shape its look; the colour is a class of its own.
  var className: String { self == .dot ? "dt ds" : "mk" }

  /// The marks at the finite ones of these points.
  func path(_ centres: some Sequence<Point>) -> PathData {
    var data = PathData()
    for centre in centres where centre.isFinite {
      switch self {
      case .dot: data.dot(centre)
      case .square:
        data.rectangle(
          Box(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y).grown(by: 2.2))
      case .diamond: Self.polygon([(0, -3), (3, 0), (0, 3), (-3, 0)], centre, &data)
      case .triangle: Self.polygon([(0, -3), (3, 2.2), (-3, 2.2)], centre, &data)
      }
    }
    return data
  }

  private static func polygon(
    _ corners: [(Double, Double)], _ centre: Point, _ data: inout PathData
  ) {
    for (index, corner) in corners.enumerated() {
      let point = Point(centre.x + corner.0, centre.y + corner.1)
      if index == 0 { data.move(to: point) } else { data.line(to: point) }
    }
    data.close()
  }
}
