/// Values of a scenario grid as tinted cells: rows are moves of the index, columns shocks to the VIX.
///
/// Several panels, such as book, hedge and net, share rows, columns and one diverging palette that
/// is centred at zero: four tints above it, four below. Cells carry their signed numbers where they
/// fit, so that the tint is never the only signal; all numbers count in one unit, dollars or
/// thousands, millions … of them, which the figure names. The usual responses are outlined.
///
/// A value that is not finite is an empty cell; rows and columns that a panel lacks are empty, those
/// beyond the heads are ignored. A large grid keeps its numbers in the last panel only, and in the
/// narrow drawing first: the others show tints, with a line where the value is negative. Without a
/// finite value the figure says "no data".
public struct HeatMapChart: Chart {
  /// One grid of values.
  public struct Panel: Sendable, Hashable {
    /// Name of the panel, such as "Net".
    public var title: ChartLabel

    /// Values in `unit`, row by row, aligned with `rows` and `columns` of the chart.
    public var values: [[Double]]

    /// Creates a panel.
    public init(title: ChartLabel, values: [[Double]]) {
      self.title = title
      self.values = values
    }
  }

  /// A place in the grid.
  public struct Cell: Sendable, Hashable {
    /// Index into `rows`.
    public var row: Int

    /// Index into `columns`.
    public var column: Int

    /// Creates a place.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// What the figure shows in one line, its name for readers who cannot see it.
  public var title: String

  /// Words in front of the generated summary, such as the finding.
  public var desc: String

  /// Moves of the index in `rowUnit`, from the top row to the bottom one.
  public var rows: [Double]

  /// Shocks to the VIX in `columnUnit`, from left to right.
  public var columns: [Double]

  /// The grids, the deciding one last.
  public var panels: [Panel]

  /// Cells that are outlined in every panel, such as the usual response of the VIX to each move;
  /// places outside the grid are ignored.
  public var usual: [Cell]

  /// What the rows are.
  public var rowName = "S&P 500"

  /// What the rows count.
  public var rowUnit = "%"

  /// What the columns are.
  public var columnName = "VIX"

  /// What the columns count.
  public var columnUnit = "points"

  /// What the outlined cells are in the summary.
  public var usualWords = "along the usual response"

  /// What the values count.
  public var unit = "$"

  /// What the values mean, after the unit: "$ thousand, change from tonight’s mark".
  public var valueCaption: ChartLabel = "change from tonight’s mark"

  /// What the outlined cells are.
  public var usualName: ChartLabel = "outlined: usual VIX response"

  /// Said where a panel shows tints without numbers.
  public var barCaption = "lined: below zero"

  /// Decimals of values in single units; larger units choose their own.
  public var decimals = 0

  /// Creates a chart.
  public init(
    title: String, desc: String = "", rows: [Double], columns: [Double], panels: [Panel],
    usual: [Cell] = []
  ) {
    self.title = title
    self.desc = desc
    self.rows = rows
    self.columns = columns
    self.panels = panels
    self.usual = usual
  }

  /// Renders both drawings; `idPrefix` makes the ids of title and description unique in the page.
  public func figure(idPrefix: String) -> Figure {
    .drawn(self, idPrefix: idPrefix) { drawing in
      guard let layout = HeatMapDrawing(chart: self, drawing: drawing) else { return nil }
      return layout.draw(in: &drawing)
    }
  }
}
