/// A picture of 1200 × 630 px with words alone, for places that preview a link to a page.
///
/// Unlike a figure it stands by itself as a file, so it carries its colours; there is no style
/// sheet to give them. Words that do not fit end in an ellipsis.
public struct TextCard: Sendable {
  /// A line above the title, such as the name of the site and the date.
  public var kicker: String

  /// What the page says, in at most three lines.
  public var title: String

  /// The sentences below, in at most five lines.
  public var text: String

  /// A line at the foot, such as what kind of page it is.
  public var foot: String

  /// Creates a card.
  public init(kicker: String, title: String, text: String, foot: String) {
    self.kicker = kicker
    self.title = title
    self.text = text
    self.foot = foot
  }

  private static let left = 70.0
  private static let width = 1060.0

  /// The whole file.
  public func svg() -> String {
    var svg = SVGBuffer(capacity: 2048)
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" role=\"img\"")
    svg.raw(" font-family=\"'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif\">")
    svg.raw("<title>")
    svg.escaped(title)
    svg.raw("</title><rect width=\"1200\" height=\"630\" fill=\"#fdfcf9\"/>")
    svg.raw("<path d=\"M70 92h110v8H70z\" fill=\"#1a5a9e\"/>")
    write([kicker], at: 70, size: 26, step: 0, fill: "#565c66", to: &svg)
    let titleLines = Self.lines(title, size: 52, bold: true, limit: 3)
    write(titleLines, at: 172, size: 52, step: 62, fill: "#1b1d21", bold: true, to: &svg)
    let top = 172 + Double(titleLines.count) * 62 + 6
    write(
      Self.lines(text, size: 30, bold: false, limit: 5), at: top, size: 30, step: 42,
      fill: "#1b1d21", to: &svg)
    write([foot], at: 590, size: 24, step: 0, fill: "#565c66", to: &svg)
    svg.raw("</svg>\n")
    return svg.string
  }

  private func write(
    _ lines: [String], at top: Double, size: Int, step: Double, fill: String, bold: Bool = false,
    to svg: inout SVGBuffer
  ) {
    for (index, line) in lines.enumerated() where !line.isEmpty {
      svg.raw("<text x=\"70\" y=\"")
      svg.number(top + Double(index) * step)
      svg.raw("\" font-size=\"\(size)\" fill=\"\(fill)\"")
      if bold { svg.raw(" font-weight=\"bold\"") }
      svg.raw(">")
      svg.escaped(line)
      svg.raw("</text>")
    }
  }

  /// The words in lines that fit the card; the last one ends in an ellipsis when words are left.
  static func lines(_ text: String, size: Double, bold: Bool, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
    for word in words {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if TextWidth.of(longer, size: size, bold: bold) <= width || line.isEmpty {
        line = longer
        continue
      }
      guard lines.count + 1 < limit else { return lines + [line + " …"] }
      lines.append(line)
      line = String(word)
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
