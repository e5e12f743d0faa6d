public import Quant

/// What a figure plots, as a table: the twin that opens under it and that readers can download.
///
/// A chart makes its table from the values it draws, so that the two cannot disagree. Numbers carry
/// the decimals of their column wherever they are written.
public struct FigureTable: Sendable, Hashable {
  /// One column with what its numbers are.
  public struct Column: Sendable, Hashable {
    /// What the column holds, such as "Close".
    public var title: String

    /// Unit of the numbers, such as "points" or "$"; empty for none.
    public var unit: String

    /// A word on where the numbers come from, such as "modelled"; empty for none.
    public var qualifier = ""

    /// Decimals of the numbers, 0...15.
    public var decimals: Int

    /// Whether positive numbers carry a plus sign for readers.
    public var isSigned: Bool

    /// Creates a column.
    public init(_ title: String, unit: String = "", decimals: Int = 2, isSigned: Bool = false) {
      self.title = title
      self.unit = unit
      self.decimals = decimals
      self.isSigned = isSigned
    }

    /// Title, unit and qualifier as the head of the column shows them: "Net, $, modelled".
    public var head: String {
      [title, unit, qualifier].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// One entry of a row.
  public enum Cell: Sendable, Hashable {
    /// A number; one that is not finite counts as missing.
    case number(Double)
    /// Words.
    case text(String)
    /// A date.
    case date(CalendarDate)
    /// Nothing: a gap in the figure.
    case missing
  }

  /// The columns; the first one names the rows.
  public var columns: [Column]

  /// The rows, each with one cell for every column.
  public private(set) var rows: [[Cell]] = []

  /// Creates a table without rows.
  public init(columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; cells that are lacking are missing, those beyond the last column are dropped.
  public mutating func append(_ cells: [Cell]) {
    let lacking = max(0, columns.count - cells.count)
    rows.append(Array(cells.prefix(columns.count)) + Array(repeating: .missing, count: lacking))
  }

  /// Marks all columns of numbers, those after the first, with a word on where they come from.
  public mutating func qualifyNumbers(_ word: String) {
    for index in columns.indices.dropFirst() { columns[index].qualifier = word }
  }

  /// A cell as readers see it: true minus, thousands apart, an en dash for what is missing.
  public func text(row: Int, column: Int) -> String {
    switch rows[row][column] {
    case .number(let value):
      NumberText.fixed(
        value, decimals: columns[column].decimals, signed: columns[column].isSigned)
    case .text(let words): words
    case .date(let date): date.description
    case .missing: NumberText.missing
    }
  }
}
