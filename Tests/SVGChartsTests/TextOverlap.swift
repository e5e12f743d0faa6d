@testable import SVGCharts

/// What is wrong with the places of the words in a figure, found from computed text extents.
enum TextOverlap {
  struct Word {
    var text: String
    var box: Box
  }

  /// Every text of a drawing with the space it takes.
  static func words(_ svg: String, _ width: FigureWidth) -> [Word] {
    let drawing = Drawing(width)
    return svg.components(between: "<text ", and: "</text>").map { element in
      let parts = element.split(separator: ">", maxSplits: 1).map(String.init)
      let text = (parts.count > 1 ? parts[1] : "").unescaped
      let classes = parts[0].attribute("class").split(separator: " ")
      let anchor: TextAnchor =
        switch parts[0].attribute("text-anchor") {
        case "middle": .middle
        case "end": .end
        default: .start
        }
      return Word(
        text: text,
        box: drawing.textBox(
          text, x: Double(parts[0].attribute("x")) ?? .nan,
          y: Double(parts[0].attribute("y")) ?? .nan, anchor: anchor,
          bold: classes.contains { ["b", "ve", "in"].contains($0) }))
    }
  }

  /// One line for every word over another or beyond the edge of either drawing.
  static func faults(_ figure: Figure) -> [String] {
    faults(figure.wide, .wide) + faults(figure.narrow, .narrow)
  }

  private static func faults(_ svg: String, _ width: FigureWidth) -> [String] {
    let words = words(svg, width)
    let box = (svg.components(between: "viewBox=\"", and: "\"").first ?? "").split(separator: " ")
    let height = box.last.flatMap { Double($0) } ?? 0
    var faults: [String] = []
    for (index, word) in words.enumerated() {
      let isInside =
        word.box.minX >= -1.5 && word.box.maxX <= width.viewWidth + 1.5 && word.box.minY >= -1
        && word.box.maxY <= height + 1
      if !isInside { faults.append("\(word.text) leaves the \(width) drawing: \(word.box)") }
      let core = Box(
        minX: word.box.minX + 1, minY: word.box.minY + 2, maxX: word.box.maxX - 1,
        maxY: word.box.maxY - 2)
      for other in words.dropFirst(index + 1) where core.overlap(other.box) > 2 {
        faults.append("\(word.text) over \(other.text) in \(width)")
      }
    }
    return faults
  }
}

extension String {
  /// What stands between two marks, wherever they follow each other.
  fileprivate func components(between open: String, and close: String) -> [String] {
    let (bytes, open, close) = (Array(utf8), Array(open.utf8), Array(close.utf8))
    func matches(_ mark: [UInt8], at index: Int) -> Bool {
      guard index + mark.count <= bytes.count, bytes[index] == mark[0] else { return false }
      for offset in 1..<max(mark.count, 1) where bytes[index + offset] != mark[offset] {
        return false
      }
      return true
    }
    var found: [String] = []
    var index = 0
    while index < bytes.count {
      guard matches(open, at: index) else {
        index += 1
        continue
      }
      let start = index + open.count
      index = start
      while index < bytes.count, !matches(close, at: index) { index += 1 }
      found.append(String(decoding: bytes[start..<index], as: UTF8.self))
    }
    return found
  }

  fileprivate func attribute(_ name: String) -> String {
    (" " + self).components(between: " \(name)=\"", and: "\"").first ?? ""
  }

  fileprivate var unescaped: String {
    guard contains("&") else { return self }
    return replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
