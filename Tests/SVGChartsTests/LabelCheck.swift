@testable import SVGCharts

/// Finds labels of a figure that cover each other or leave the drawing, from computed text extents.
enum LabelCheck {
  /// One sentence for every fault, in both drawings.
  static func faults(_ figure: Figure) throws -> [String] {
    try faults(figure.wide, .wide) + faults(figure.narrow, .narrow)
  }

  /// The labels of a drawing where they stand; numbers of a row one by one.
  static func labels(_ svg: String, _ width: FigureWidth) throws -> [PlacedText] {
    var line = SVGCheck.Element(name: "text", attributes: [:])
    var y = 0.0
    return try SVGCheck(svg).elements.compactMap { element in
      if element.name == "text" { (line, y) = (element, 0) }
      y = element.attributes["y"].flatMap(Double.init) ?? y
      guard element.name == "text" || element.name == "tspan", !element.text.isEmpty else {
        return nil
      }
      let classes = (line.attributes["class"] ?? "").split(separator: " ")
      return PlacedText(
        element.text.replacing("&amp;", with: "&").replacing("&lt;", with: "<"),
        x: (element.attributes["x"] ?? line.attributes["x"]).flatMap(Double.init) ?? 0, y: y,
        anchor: classes == ["nd"] ? "middle" : line.attributes["text-anchor"],
        size: width.fontSize, isBold: classes.contains { ["b", "ve", "in"].contains($0) })
    }
  }

  /// How many bytes both drawings take at most.
  static let mostBytes = 12_288

  private static func faults(_ svg: String, _ width: FigureWidth) throws -> [String] {
    let viewBox = svg.split(separator: "viewBox=\"0 0 ").dropFirst().first?.prefix { $0 != "\"" }
    let height = viewBox?.split(separator: " ").last.flatMap { Double($0) } ?? 0
    let labels = try labels(svg, width)
    var faults: [String] = []
    for (index, one) in labels.enumerated() {
      if !one.fits(width: width.viewWidth, height: height) {
        faults.append("“\(one.text)” leaves the \(width) drawing")
      }
      for other in labels.dropFirst(index + 1) where one.overlaps(other) {
        faults.append("“\(one.text)” covers “\(other.text)” in the \(width) drawing")
      }
    }
    return faults
  }
}
