/// A dot on a line from 0 to 100, which makes a column of percentiles scannable.
public enum PercentileStrip {
  /// The `<svg class="pt">` element; `nil` for a missing percentile.
  ///
  /// Values beyond 0...100 stand at the end. The element is hidden from assistive technology,
  /// because the number stands beside it.
  public static func svg(_ percentile: Double?) -> String? {
    guard let percentile, percentile.isFinite else { return nil }
    var svg = SVGBuffer(capacity: 180)
    svg.raw(
      "<svg class=\"pt\" viewBox=\"0 0 60 10\" aria-hidden=\"true\"><path class=\"gr\" d=\"M0 5H60\"/>"
    )
    svg.raw("<path class=\"th\" d=\"M30 2V8\"/><circle class=\"p1\" cx=\"")
    svg.number(3 + min(max(percentile, 0), 100) * 0.54)
    svg.raw("\" cy=\"5\" r=\"3\"/></svg>")
    return svg.string
  }
}
