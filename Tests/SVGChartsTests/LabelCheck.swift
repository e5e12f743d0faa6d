@testable import SVGCharts

/// Finds labels of a figure that cover each other or leave the drawing, from computed text extents.
enum LabelCheck {
  /// One sentence for every fault, in both drawings.
  static func faults(_ figure: Figure) throws -> [String] {
    try faults(figure.wide, .wide) + faults(figure.narrow, .narrow)
  }

  /// The labels of a drawing with the space that they take; numbers of a row one by one.
  static func boxes(_ svg: String, _ width: FigureWidth) throws -> [(text: String, box: Box)] {
    let drawing = Drawing(width)
    var line = SVGCheck.Element(name: "text", attributes: [:])
    var y = 0.0
    return try SVGCheck(svg).elements.compactMap { element in
      if element.name == "text" { (line, y) = (element, 0) }
      y = element.attributes["y"].flatMap(Double.init) ?? y
      guard element.name == "text" || element.name == "tspan", !element.text.isEmpty else {
        return nil
      }
      let anchor: TextAnchor =
        switch line.attributes["text-anchor"] {
        case "middle": .middle
        case "end": .end
        default: line.attributes["class"] == "nd" ? .middle : .start
        }
      let isBold = (line.attributes["class"] ?? "").split(separator: " ")
        .contains { ["b", "ve", "in"].contains($0) }
      let text = element.text.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      let x = (element.attributes["x"] ?? line.attributes["x"]).flatMap(Double.init) ?? 0
      return (text, drawing.textBox(text, x: x, y: y, anchor: anchor, bold: isBold))
    }
  }

  /// How many bytes both drawings take at most.
  static let mostBytes = 12_288

  private static func faults(_ svg: String, _ width: FigureWidth) throws -> [String] {
    let viewBox = svg.split(separator: "viewBox=\"0 0 ").dropFirst().first?.prefix { $0 != "\"" }
    let height = viewBox?.split(separator: " ").last.flatMap { Double($0) } ?? 0
    let boxes = try boxes(svg, width)
    var faults: [String] = []
    for (index, one) in boxes.enumerated() {
      let box = one.box
      if box.minX < -1.5 || box.maxX > width.viewWidth + 1.5 || box.minY < -1
        || box.maxY > height + 1
      {
        faults.append("“\(one.text)” leaves the \(width) drawing")
      }
      // Real faces are narrower than the estimate, and lines of text have room above and below.
      let inner = Box(
        minX: box.minX + 1, minY: box.minY + 2, maxX: box.maxX - 1, maxY: box.maxY - 2)
      for other in boxes.dropFirst(index + 1) where inner.overlap(other.box) > 2 {
        faults.append("“\(one.text)” covers “\(other.text)” in the \(width) drawing")
      }
    }
    return faults
  }
}
