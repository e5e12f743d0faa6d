public import Quant

/// A small line without axes, such as the VIX of a year, for lists and the home page.
///
/// Values are evenly spaced; one that is not finite is a gap. The last finite value carries a dot.
/// The vertical scale spans the finite values; flat values give a level line in the middle.
public struct Sparkline: Sendable {
  /// The values in order of time.
  public var values: [Double]

  /// Width of the view box.
  public var width = 240.0

  /// Height of the view box.
  public var height = 40.0

  /// The image's name for readers who cannot see it; empty hides it from them as decoration.
  public var title: String

  /// The sessions of the values, for table and words; empty for counting them from 1.
  public var dates: [CalendarDate] = []

  /// Decimals of the values.
  public var decimals = 2

  /// Heads of the two columns of the table.
  public var columnNames = (row: "Session", value: "Value")

  /// Creates a sparkline.
  public init(values: [Double], title: String = "") {
    self.values = values
    self.title = title
  }

  /// The `<svg class="sp">` element; `nil` without a finite value.
  ///
  /// `idPrefix` makes the id of the title unique in the page.
  public func svg(idPrefix: String) -> String? {
    guard
      let y = LinearScale(fitting: values, padding: 0, start: height - 4, end: 4),
      let last = values.lastIndex(where: \.isFinite)
    else { return nil }
    let points = points(y, width: width)
    var svg = SVGBuffer(capacity: points.count * 12 + 240)
    svg.raw("<svg class=\"sp\" viewBox=\"0 0 ")
    svg.number(width)
    svg.raw(" ")
    svg.number(height)
    if title.isEmpty {
      svg.raw("\" aria-hidden=\"true\">")
    } else {
      svg.raw("\" role=\"img\" aria-labelledby=\"")
      svg.escaped(idPrefix + "t")
      svg.raw("\"><title id=\"")
      svg.escaped(idPrefix + "t")
      svg.raw("\">")
      svg.escaped(title)
      svg.raw("</title>")
    }
    svg.raw("<path class=\"s bl\" d=\"")
    svg.append(PathData(points: points).buffer)
    svg.raw("\"/><circle class=\"p1\" cx=\"")
    svg.number(points[last].x)
    svg.raw("\" cy=\"")
    svg.number(points[last].y)
    svg.raw("\" r=\"3\"/></svg>")
    return svg.string
  }

  /// The points of the line between 4 and `width` − 4.
  func points(_ y: LinearScale, width: Double) -> [Point] {
    let step = values.count > 1 ? (width - 8) / Double(values.count - 1) : 0
    return values.enumerated().map { index, value in
      Point(4 + Double(index) * step, value.isFinite ? y(value) : .nan)
    }
  }
}
