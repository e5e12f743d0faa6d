/// A place in a Markdown text: line and column, both from 1.
///
/// A column counts Unicode scalars of the line, tabs as one, as editors do; a byte order mark at
/// the start of the text is not counted.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line, counted from the line number that the caller gave to the text's first line.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order.
  public static func < (lhs: SourcePosition, rhs: SourcePosition) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}
