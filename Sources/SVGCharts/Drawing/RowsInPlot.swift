/// Where the rows of a figure's table stand in its drawing: side by side at equal distances.
///
/// Written into the drawing, so that a script can show the row under a finger or a pointer.
struct RowsInPlot: Sendable {
  /// Horizontal position of the first row.
  var first: Double
  /// Horizontal position of the last row.
  var last: Double
  /// Upper end of what a row spans.
  var top: Double
  /// Lower end of what a row spans.
  var bottom: Double
}
