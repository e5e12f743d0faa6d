/// A chart as two drawings of the same data, wide and narrow, of which the stylesheet shows one.
public struct Figure: Sendable, Hashable {
  /// The `<svg class="w">` element, 640 units wide, for 13 px text.
  public let wide: String

  /// The `<svg class="n">` element, 320 units wide, for 12.5 px text; also used in print.
  ///
  /// It names the description in the wide drawing, so that the page holds it once.
  public let narrow: String

  /// The title given by the caller, also inside both drawings.
  public let title: String

  /// What the figure shows in words, also inside both drawings.
  public let desc: String

  /// What is plotted, to stand under the figure and to be downloaded.
  public let table: FigureTable

  /// Both drawings, one after the other, as they stand in the page.
  public var svg: String { wide + narrow }

  /// Draws both widths; `draw` returns the height it used, or `nil` when there is nothing to draw.
  static func drawn(
    idPrefix: String, title: String, desc: String, table: FigureTable,
    _ draw: (inout Drawing) -> Double?
  ) -> Figure {
    func one(_ width: FigureWidth) -> String {
      var drawing = Drawing(width)
      guard let height = draw(&drawing) else {
        return noData(width).svg(height: 60, idPrefix: idPrefix, title: title, desc: desc)
      }
      return drawing.svg(height: height, idPrefix: idPrefix, title: title, desc: desc)
    }
    return Figure(wide: one(.wide), narrow: one(.narrow), title: title, desc: desc, table: table)
  }

  private static func noData(_ width: FigureWidth) -> Drawing {
    var drawing = Drawing(width)
    drawing.line("ax", from: Point(0, 48), to: Point(width.viewWidth, 48))
    drawing.text("no data", x: width.viewWidth / 2, y: 30, className: "nd", anchor: .middle)
    return drawing
  }
}
