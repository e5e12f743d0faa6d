/// Names of lines in a column at the left, each beside the start of its line or joined to it.
enum StartLabels {
  /// One name and the point where its line starts.
  struct Item {
    var text: String
    var className: String
    var start: Point
  }

  /// The room that the names need.
  static func width(_ texts: [String], in drawing: Drawing) -> Double {
    texts.map { drawing.measure($0) }.max() ?? 0
  }

  /// Draws names that end at `end`, spread between two heights so that none covers another.
  static func draw(
    _ items: [Item], endingAt end: Double, within heights: ClosedRange<Double>,
    in drawing: inout Drawing
  ) {
    let shown = items.filter { $0.start.isFinite }
    let half = drawing.width.lineHeight / 2
    let centres = VerticalSpacing.spread(
      shown.map { min(max($0.start.y, heights.lowerBound), heights.upperBound) },
      distance: drawing.width.lineHeight + 1,
      within: (heights.lowerBound + half)...max(heights.upperBound, heights.lowerBound + half))
    for (item, centre) in zip(shown, centres) {
      if abs(centre - item.start.y) > 6 || item.start.x - end > 16 {
        drawing.line(
          "ld", from: Point(end + 2, centre), to: Point(item.start.x - 5, item.start.y))
      }
      drawing.text(item.text, x: end, y: centre + 4.5, className: item.className, anchor: .end)
    }
  }
}
