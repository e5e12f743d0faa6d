/// Which end of a line of text its x coordinate names.
enum TextAnchor: Sendable {
  case start, middle, end
}

/// One drawing of a figure in the making: elements with geometry and classes, nothing else.
///
/// Colour, weight, dashes and text size come from the stylesheet by class, because the site's
/// content security policy allows no inline style.
struct Drawing: Sendable {
  let width: FigureWidth
  /// Where the rows of the table stand, for readers who point at the figure; `nil` when they do
  /// not stand side by side.
  var rowsInPlot: RowsInPlot?
  private var out = SVGBuffer(capacity: 8192)

  init(_ width: FigureWidth) {
    self.width = width
  }

  /// The size of a line of text in this drawing.
  func measure(_ text: String, bold: Bool = false) -> Double {
    TextWidth.of(text, size: width.fontSize, bold: bold)
  }

  /// The space that a line of text takes with its baseline at `y`.
  func textBox(_ text: String, x: Double, y: Double, anchor: TextAnchor, bold: Bool = false) -> Box
  {
    let length = measure(text, bold: bold)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - length / 2
      case .end: x - length
      }
    return Box(
      minX: left, minY: y - width.fontSize * 0.91, maxX: left + length,
      maxY: y + width.fontSize * 0.22)
  }

  mutating func path(_ className: String, _ data: PathData) {
    guard !data.isEmpty else { return }
    out.raw("<path class=\"")
    out.raw(className)
    out.raw("\" d=\"")
    out.append(data.buffer)
    out.raw("\"/>")
  }

  mutating func line(_ className: String, from start: Point, to end: Point) {
    var data = PathData()
    if start.y == end.y {
      data.horizontal(start.x, start.y, to: end.x)
    } else if start.x == end.x {
      data.vertical(start.x, start.y, to: end.y)
    } else {
      data.move(to: start)
      data.line(to: end)
    }
    path(className, data)
  }

  mutating func text(
    _ text: String, x: Double, y: Double, className: String = "", anchor: TextAnchor = .start
  ) {
    guard !text.isEmpty else { return }
    out.raw("<text x=\"")
    out.number(x)
    out.raw("\" y=\"")
    out.number(y)
    out.raw("\"")
    if !className.isEmpty {
      out.raw(" class=\"")
      out.raw(className)
      out.raw("\"")
    }
    switch anchor {
    case .start: break
    case .middle: out.raw(" text-anchor=\"middle\"")
    case .end: out.raw(" text-anchor=\"end\"")
    }
    out.raw(">")
    out.escaped(text)
    out.raw("</text>")
  }

  /// Short texts of one look, each at its own place, in one element: the numbers of a grid.
  ///
  /// A text that stands on the line of the one before it needs no height of its own.
  mutating func texts(
    _ items: [(text: String, at: Point)], className: String = "", anchor: TextAnchor
  ) {
    let shown = items.filter { !$0.text.isEmpty }
    guard !shown.isEmpty else { return }
    out.raw(className.isEmpty ? "<text" : "<text class=\"")
    if !className.isEmpty {
      out.raw(className)
      out.raw("\"")
    }
    switch anchor {
    case .start: out.raw(">")
    case .middle: out.raw(" text-anchor=\"middle\">")
    case .end: out.raw(" text-anchor=\"end\">")
    }
    var line: Double?
    for item in shown {
      out.raw("<tspan x=\"")
      out.number(item.at.x)
      if item.at.y != line {
        out.raw("\" y=\"")
        out.number(item.at.y)
        line = item.at.y
      }
      out.raw("\">")
      out.escaped(item.text)
      out.raw("</tspan>")
    }
    out.raw("</text>")
  }

  mutating func rect(_ className: String, _ box: Box) {
    out.raw("<rect class=\"")
    out.raw(className)
    for (name, value) in [
      ("\" x=\"", box.minX), ("\" y=\"", box.minY), ("\" width=\"", box.width),
      ("\" height=\"", box.height),
    ] {
      out.raw(name)
      out.number(value)
    }
    out.raw("\"/>")
  }

  /// Filled dots of one class in one path: lines of length zero with round caps.
  ///
  /// The stylesheet gives their size: 6 px, and 4.6 px with `isSmall`.
  mutating func dots(_ className: String, _ centres: [Point], isSmall: Bool = false) {
    var data = PathData()
    for centre in centres { data.dot(centre) }
    path((isSmall ? "dt ds " : "dt ") + className, data)
  }

  /// Open dots, whose outline and inside differ.
  mutating func circles(_ className: String, _ centres: [Point], radius: Double) {
    let drawn = centres.filter(\.isFinite)
    guard !drawn.isEmpty else { return }
    out.raw("<g class=\"")
    out.raw(className)
    out.raw("\">")
    for centre in drawn {
      out.raw("<circle cx=\"")
      out.number(centre.x)
      out.raw("\" cy=\"")
      out.number(centre.y)
      out.raw("\" r=\"")
      out.number(radius)
      out.raw("\"/>")
    }
    out.raw("</g>")
  }

  /// The whole `<svg>` element with its title and description.
  ///
  /// The description stands in the wide drawing; the narrow one names it, because the two stand in
  /// one page and a text that is hidden may still be named.
  func svg(height: Double, idPrefix: String, title: String, desc: String) -> String {
    svg(
      className: width.className, size: (width.viewWidth, height), idPrefix: idPrefix,
      title: title, desc: width == .wide ? desc : nil,
      describedBy: idPrefix + FigureWidth.wide.className + "d")
  }

  /// The same for a drawing of another class and size.
  func svg(
    className: String, size: (width: Double, height: Double), idPrefix: String, title: String,
    desc: String?, describedBy: String? = nil
  ) -> String {
    let words = title.utf8.count + (desc?.utf8.count ?? 0)
    var svg = SVGBuffer(capacity: out.bytes.count + words + 320)
    let titleID = idPrefix + className + "t"
    let descID = describedBy ?? idPrefix + className + "d"
    svg.raw("<svg class=\"\(className)\" viewBox=\"0 0 ")
    svg.number(size.width)
    svg.raw(" ")
    svg.number(size.height.rounded(.up))
    if let rows = rowsInPlot {
      svg.raw("\" data-rows=\"")
      for (index, edge) in [rows.first, rows.last, rows.top, rows.bottom].enumerated() {
        if index > 0 { svg.raw(" ") }
        svg.number(edge)
      }
    }
    svg.raw("\" role=\"img\" aria-labelledby=\"")
    svg.escaped(titleID)
    svg.raw(" ")
    svg.escaped(descID)
    svg.raw("\"><title id=\"")
    svg.escaped(titleID)
    svg.raw("\">")
    svg.escaped(title)
    svg.raw("</title>")
    if let desc {
      svg.raw("<desc id=\"")
      svg.escaped(descID)
      svg.raw("\">")
      svg.escaped(desc)
      svg.raw("</desc>")
    }
    svg.append(out)
    svg.raw("</svg>")
    return svg.string
  }
}
