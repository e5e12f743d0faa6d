import MarketData
import SVGCharts

/// The labels of a drawing neither leave it nor lie on each other.
enum FigureLabelRule: PageRule {
  static func check(_ page: PageDocument, _ findings: inout Findings) {
    for index in page.indices(named: "svg") where page.tags[index]["role"] == "img" {
      let inside = page.tags[page.outline.inside(index)]
      labels(
        page.tags[index], inside.filter { $0.name == "text" || $0.name == "tspan" }, &findings)
    }
  }

  private static func labels(
    _ svg: XMLStartTag, _ tags: [XMLStartTag], _ findings: inout Findings
  ) {
    let box = (svg["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4 else {
      return findings.add(
        .figureSize, at: svg.location, "the drawing has no viewBox",
        "Give it one: `0 0 width height`.")
    }
    let isWide = PageDocument.hasClass(svg, "w")
    let words = words(tags)
    let texts = words.map { placed($0, size: isWide ? 13 : 12.5) }
    for (index, text) in texts.enumerated() {
      if !text.fits(width: box[2], height: box[3]) {
        findings.add(
          .figureLabels, at: words[index].location,
          "the label `\(text.text)` is cut off by the edge of its drawing",
          "Shorten it or leave more room.")
      }
      for other in texts.dropFirst(index + 1) where text.overlaps(other) {
        findings.add(
          .figureLabels, at: words[index].location,
          "the labels `\(text.text)` and `\(other.text)` overlap",
          "Move or leave out one of them.")
      }
    }
  }

  /// Every piece of text with all that places it: a row of numbers is one element with many pieces,
  /// which inherit what they do not say.
  private static func words(_ tags: [XMLStartTag]) -> [XMLStartTag] {
    var line: XMLStartTag?
    var height: String?
    return tags.compactMap { tag in
      if tag.name == "text" { (line, height) = (tag, nil) }
      height = tag["y"] ?? height
      guard !tag.text.isEmpty else { return nil }
      var piece = tag
      for name in ["x", "class", "text-anchor"] where piece[name] == nil {
        if let value = line?[name] { piece.attributes.append(.init(name: name, value: value)) }
      }
      if piece["y"] == nil, let height {
        piece.attributes.append(.init(name: "y", value: height))
      }
      return piece
    }
  }

  private static func placed(_ tag: XMLStartTag, size: Double) -> PlacedText {
    let classes = (tag["class"] ?? "").split(separator: " ")
    let anchor = classes.contains("nd") ? "middle" : tag["text-anchor"]
    return PlacedText(
      tag.text, x: tag["x"].flatMap(Double.init) ?? 0, y: tag["y"].flatMap(Double.init) ?? 0,
      anchor: anchor, size: size,
      isBold: classes.contains { ["b", "ve", "in"].contains($0) })
  }
}
