extension PayoffDrawing {
  /// One of the three lines: its name, its classes and its values in a panel.
  struct Name {
    let label: ChartLabel
    let lineClass: String
    let labelClass: String
    let isBold: Bool
    let values: (PayoffChart.Panel) -> [Double]
  }

  var names: [Name] {
    [
      Name(
        label: chart.netName, lineClass: "s net", labelClass: "b ha", isBold: true,
        values: \.net),
      Name(
        label: chart.bookName, lineClass: "s bl", labelClass: "bl ha", isBold: false,
        values: \.book),
      Name(
        label: chart.hedgeName, lineClass: "s hg", labelClass: "gn ha", isBold: false,
        values: \.hedge),
    ]
  }

  /// Places for the names of the lines where they run in the first panel.
  ///
  /// `nil` when one of them finds no place clear of all lines; a legend takes over then.
  func namePlaces(_ frame: PayoffFrame, for drawing: Drawing) -> [LabelPlacer.Placement]? {
    var placer = placer(frame)
    // Break-evens have one place each, names can stand anywhere along their lines.
    _ = breakEvenPlaces(frame, &placer, for: drawing)
    var places: [LabelPlacer.Placement] = []
    for line in names {
      let points = frame.points(line.values(frame.panel)).filter(\.isFinite)
      let label = line.label.text(in: drawing.width)
      guard !points.isEmpty, !label.isEmpty else { continue }
      let anchors = stride(from: 0.04, through: 0.96, by: 0.115).map {
        points[Int(Double(points.count - 1) * $0)]
      }
      let place = placer.reserve(
        .init(
          text: label, className: line.labelClass, isBold: line.isBold, anchors: anchors,
          radius: 2.5,
          directions: [.above, .below, .aboveRight, .belowRight, .aboveLeft, .belowLeft],
          reach: 2, hasLeader: false), for: drawing, costLimit: 9)
      guard let place else { return nil }
      places.append(place)
    }
    return places
  }

  /// The names of the lines in a row above the panels, for when they find no place within.
  func drawLegend(in drawing: inout Drawing) {
    var x = 0.0
    for name in names where panels.contains(where: { !name.values($0).isEmpty }) {
      drawing.line(name.lineClass, from: Point(x + 1, 31.5), to: Point(x + 23, 31.5))
      let label = name.label.text(in: drawing.width)
      drawing.text(label, x: x + 28, y: 36, className: name.labelClass)
      x += 28 + drawing.measure(label, bold: name.isBold) + 14
    }
  }

  /// Break-evens beside their dots, clear of the lines and of `names`.
  func drawBreakEvens(
    _ frame: PayoffFrame, besides names: [LabelPlacer.Placement], in drawing: inout Drawing
  ) {
    var placer = placer(frame)
    for name in names { placer.occupy(name.box) }
    for place in breakEvenPlaces(frame, &placer, for: drawing) {
      LabelPlacer.draw(place, in: &drawing)
    }
  }

  private func breakEvenPlaces(
    _ frame: PayoffFrame, _ placer: inout LabelPlacer, for drawing: Drawing
  ) -> [LabelPlacer.Placement] {
    let marks = frame.panel.breakEvens.filter { levels.contains($0) }
      .map { (level: $0, point: Point(frame.x($0), frame.y(0))) }
    for mark in marks { placer.occupy(Self.dot(mark.point)) }
    return marks.compactMap { mark in
      placer.reserve(
        .init(
          text: NumberText.fixed(mark.level, decimals: 0), className: "mu",
          anchors: [mark.point], radius: 2.8,
          directions: [.aboveRight, .belowLeft, .belowRight, .aboveLeft], reach: 2,
          hasLeader: false), for: drawing, costLimit: 34)
    }
  }

  private static func dot(_ centre: Point) -> Box {
    Box(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y).grown(by: 2)
  }

  /// A placer within the panel that keeps clear of its lines, its zero line and the spot.
  private func placer(_ frame: PayoffFrame) -> LabelPlacer {
    var placer = LabelPlacer(
      bounds: Box(
        minX: frame.left, minY: frame.top - 4, maxX: frame.right, maxY: frame.bottom + 2))
    for values in [frame.panel.book, frame.panel.hedge, frame.panel.net] {
      placer.avoid(ObstacleLine(frame.points(values), weight: 2.5))
    }
    placer.avoid(
      ObstacleLine([Point(frame.left, frame.y(0)), Point(frame.right, frame.y(0))], weight: 0.5))
    if let spot = chart.spot, levels.contains(spot) {
      let x = frame.x(spot)
      placer.avoid(ObstacleLine([Point(x, frame.top), Point(x, frame.bottom)], weight: 0.5))
    }
    return placer
  }
}
