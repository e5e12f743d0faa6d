import MarketData
import SVGCharts

/// The lint of figures in a page (design: accessible by construction).
///
/// Every drawing has a title and a description that name it, no colour or style of its own, labels
/// that neither leave it nor lie on each other; every figure has its table and weighs at most 12 KB.
enum FigureCheck {
  /// Elements whose text the check needs.
  static let texts: Set<String> = ["text", "tspan", "title", "desc"]

  /// Largest weight of the drawings of one figure, bytes.
  static let heaviest = 12 * 1024

  /// Everything wrong with the figures among a page's tags, which come with depth and texts.
  static func problems(in tags: [XMLStartTag], bytes: [UInt8], file: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    // The two drawings of a figure share one description.
    let descriptions = tags.filter { $0.name == "desc" }
    for index in tags.indices {
      switch tags[index].name {
      case "svg" where tags[index]["role"] == "img":
        problems += drawing(tags[index], inside: inside(tags, index), descriptions: descriptions)
      case "figure":
        let inner = inside(tags, index)
        guard inner.contains(where: { $0.name == "svg" }) else { continue }
        if !inner.contains(where: { $0.name == "table" }) {
          problems.append(
            .error(
              tags[index].location, "the figure has no table of its values",
              "Print the chart’s table under it."))
        }
      default: break
      }
    }
    return problems + weights(tags, bytes)
  }

  private static func inside(_ tags: [XMLStartTag], _ index: Int) -> ArraySlice<XMLStartTag> {
    let end = tags[(index + 1)...].firstIndex { $0.depth <= tags[index].depth } ?? tags.endIndex
    return tags[(index + 1)..<end]
  }

  private static func drawing(
    _ svg: XMLStartTag, inside tags: ArraySlice<XMLStartTag>, descriptions: [XMLStartTag]
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let names = Set((svg["aria-labelledby"] ?? "").split(separator: " ").map(String.init))
    // A sparkline is one line in a list; its name says all it shows.
    let needed = svg["class"] == "sp" ? ["title"] : ["title", "desc"]
    for element in needed {
      let candidates = element == "desc" ? descriptions : Array(tags)
      let named = candidates.first { $0.name == element && names.contains($0["id"] ?? "") }
      if named?.text.contains(where: { !$0.isWhitespace }) != true {
        problems.append(
          .error(
            svg.location, "the drawing is not named by a <\(element)>",
            "Give it a <\(element)> with words and name its id in aria-labelledby."))
      }
    }
    for tag in tags {
      let own = ["style", "fill", "stroke", "color"].first { tag[$0] != nil }
      if let own {
        problems.append(
          .error(
            tag.location, "`\(own)` gives a part of a drawing a look of its own",
            "Give it a class; the stylesheet has a palette for each light."))
      }
    }
    return problems + labels(svg, tags.filter { $0.name == "text" || $0.name == "tspan" })
  }

  private static func labels(_ svg: XMLStartTag, _ tags: [XMLStartTag]) -> [Diagnostic] {
    let box = (svg["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4 else {
      return [
        .error(svg.location, "the drawing has no viewBox", "Give it one: `0 0 width height`.")
      ]
    }
    let isWide = (svg["class"] ?? "").split(separator: " ").first == "w"
    let words = words(tags)
    let texts = words.map { placed($0, size: isWide ? 13 : 12.5) }
    var problems: [Diagnostic] = []
    for (index, text) in texts.enumerated() {
      if !text.fits(width: box[2], height: box[3]) {
        problems.append(
          .error(
            words[index].location, "the label `\(text.text)` is cut off by the edge of its drawing",
            "Shorten it or leave more room."))
      }
      for other in texts.dropFirst(index + 1) where text.overlaps(other) {
        problems.append(
          .error(
            words[index].location, "the labels `\(text.text)` and `\(other.text)` overlap",
            "Move or leave out one of them."))
      }
    }
    return problems
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

  /// Figures whose drawings together are too heavy.
  private static func weights(_ tags: [XMLStartTag], _ bytes: [UInt8]) -> [Diagnostic] {
    let drawings = tags.filter { $0.name == "svg" }
    let sizes = sizesOfDrawings(bytes)
    guard sizes.count == drawings.count else { return [] }
    var problems: [Diagnostic] = []
    for figure in tags where figure.name == "figure" {
      let end =
        tags.first { $0.location > figure.location && $0.depth <= figure.depth }?.location
      let weight = zip(drawings, sizes).filter { svg, _ in
        svg.location > figure.location && end.map { svg.location < $0 } ?? true
      }.reduce(0) { $0 + $1.1 }
      if weight > heaviest {
        problems.append(
          .error(
            figure.location, "the drawings of the figure weigh \(weight) bytes",
            "A figure has at most \(heaviest); draw fewer points or marks."))
      }
    }
    return problems
  }

  /// Bytes of every `<svg>` element in document order.
  private static func sizesOfDrawings(_ bytes: [UInt8]) -> [Int] {
    var sizes: [Int] = []
    var start: Int?
    let opening = Array("<svg".utf8)
    let closing = Array("</svg>".utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x3C {
        if bytes[index...].starts(with: opening) { start = index }
        if let from = start, bytes[index...].starts(with: closing) {
          sizes.append(index + closing.count - from)
          start = nil
        }
      }
      index += 1
    }
    return sizes
  }
}
