/// What all figures have in common: words for those who cannot see them, and their numbers.
///
/// A chart takes plain numbers and words and knows nothing of the methodology. It never fails:
/// values that are not finite are gaps, and without any value the figure says "no data".
public protocol Chart: Sendable {
  /// What the figure shows in one line; the accessible name of both drawings.
  var title: String { get }

  /// What the caller adds in front of the generated summary, such as the finding; may be empty.
  var desc: String { get }

  /// What the figure shows in words, made from its data: ranges, turning points, last values.
  var summary: String { get }

  /// What is plotted, row by row.
  var table: FigureTable { get }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  func figure(idPrefix: String) -> Figure
}

extension Figure {
  /// Draws both widths of a chart; `draw` returns the height it used, or `nil` without data.
  static func drawn(
    _ chart: some Chart, idPrefix: String, _ draw: (inout Drawing) -> Double?
  ) -> Figure {
    let words = [chart.desc, chart.summary].filter { !$0.isEmpty }.joined(separator: " ")
    return drawn(
      idPrefix: idPrefix, title: chart.title, desc: words.isEmpty ? "No data." : words,
      table: chart.table, draw)
  }
}
