/// Bars from a baseline, all of one class in one path.
enum BarMark {
  /// One bar: its horizontal extent and where it ends.
  struct Bar: Sendable {
    /// Left edge.
    var left: Double
    /// Width, positive.
    var width: Double
    /// Vertical position of the value.
    var end: Double
    /// Vertical position that the bar starts from, such as the zero line or the bar below it.
    var base: Double
  }

  /// The bars with a finite, visible height (0.05 px and more).
  static func path(_ bars: some Sequence<Bar>) -> PathData {
    var data = PathData()
    for bar in bars where bar.end.isFinite && bar.base.isFinite {
      guard abs(bar.end - bar.base) >= 0.05 else { continue }
      data.rectangle(
        Box(
          minX: bar.left, minY: min(bar.base, bar.end), maxX: bar.left + bar.width,
          maxY: max(bar.base, bar.end)))
    }
    return data
  }
}
