/// One mistake in a formula: where it is, what is wrong, and what to do about it.
public struct TeXMathError: Error, Hashable, Sendable {
  /// The line in the source of the formula, from 1.
  public var line: Int
  /// The column in that line, from 1, in Unicode scalars.
  public var column: Int
  /// What is wrong, without a closing period.
  public var what: String
  /// What to do about it: a sentence with its closing mark.
  public var remedy: String

  /// Creates a mistake at a place of the source.
  public init(line: Int, column: Int, what: String, remedy: String) {
    self.line = line
    self.column = column
    self.what = what
    self.remedy = remedy
  }
}

extension TeXMathError: CustomStringConvertible {
  /// `line:column: what. remedy`.
  public var description: String {
    "\(line):\(column): \(what). \(remedy)"
  }
}

/// Every mistake that was found in one formula, in reading order and at least one.
///
/// After 100 mistakes reading stops; the last item then says so.
public struct TeXMathErrorList: Error, Hashable, Sendable {
  /// The mistakes, sorted by line and column.
  public let items: [TeXMathError]

  init(items: [TeXMathError]) {
    let order = items.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }
    self.items = order.map(\.element)
  }
}

extension TeXMathErrorList: CustomStringConvertible {
  /// One mistake a line.
  public var description: String {
    items.map(\.description).joined(separator: "\n")
  }
}
