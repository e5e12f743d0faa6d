import MarketData

/// The drawings of a figure are light, so that a page of them is.
enum FigureWeightRule: PageRule {
  /// Largest weight of the drawings of one figure, bytes.
  static let heaviest = 12 * 1024

  static func check(_ page: PageDocument, _ findings: inout Findings) {
    let drawings = page.indices(named: "svg")
    let sizes = sizesOfDrawings(page.bytes)
    // A drawing inside a drawing is counted with the outer one, so that sizes cannot be told apart.
    guard sizes.count == drawings.count else { return }
    for figure in page.indices(named: "figure") {
      let inside = page.outline.inside(figure)
      let weight = zip(drawings, sizes).reduce(0) { sum, drawing in
        inside.contains(drawing.0) ? sum + drawing.1 : sum
      }
      guard weight > heaviest else { continue }
      findings.add(
        .figureWeight, at: page.tags[figure].location,
        "the drawings of the figure weigh \(weight) bytes",
        "A figure has at most \(heaviest); draw fewer points or marks.")
    }
  }

  /// Bytes of every `<svg>` element in document order.
  private static func sizesOfDrawings(_ bytes: [UInt8]) -> [Int] {
    var sizes: [Int] = []
    var start: Int?
    let opening = Array("<svg".utf8)
    let closing = Array("</svg>".utf8)
    for index in bytes.indices where bytes[index] == 0x3C {
      if bytes[index...].starts(with: opening) { start = index }
      if let from = start, bytes[index...].starts(with: closing) {
        sizes.append(index + closing.count - from)
        start = nil
      }
    }
    return sizes
  }
}
