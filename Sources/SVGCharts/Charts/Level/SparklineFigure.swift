extension Sparkline: Chart {
  /// Words in front of the summary: none, the line is too small to have any.
  public var desc: String { "" }

  /// The labelled line as a figure with its table, the same in both drawings.
  public func figure(idPrefix: String) -> Figure {
    func drawing(_ width: FigureWidth) -> String? {
      labelledSVG(idPrefix: idPrefix + width.className)?
        .replacing(
          "<svg class=\"sl\"", with: "<svg class=\"\(width.className) sl\"", maxReplacements: 1)
    }
    guard let wide = drawing(.wide), let narrow = drawing(.narrow) else {
      return .drawn(self, idPrefix: idPrefix) { _ in nil }
    }
    return Figure(wide: wide, narrow: narrow, title: title, desc: summary, table: table)
  }
}
