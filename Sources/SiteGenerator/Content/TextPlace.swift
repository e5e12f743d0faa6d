/// Where the characters of a YAML value stand, for faults that are found within its text.
///
/// Exact for a literal block (`|`) and for a value that stands on one line as it is. The lines of
/// every other value are joined or its escapes replaced, so that only its beginning is known.
struct TextPlace: Hashable, Sendable {
  private enum Shape: Hashable {
    case literal(indentation: Int), line, joined
  }

  /// Line and column of the first character, or of the value where no more is known.
  private let line: Int
  private let column: Int
  private let shape: Shape

  /// Finds a value in its source.
  ///
  /// - Parameters:
  ///   - text: the value.
  ///   - yaml: the source, from its first line.
  ///   - line: the line of the value's mark in the source, from 1.
  ///   - column: the column of the mark, from 1, in Unicode scalars.
  ///   - lineOffset: what to add to lines of the source.
  init(of text: String, in yaml: String, line: Int, column: Int, lineOffset: Int) {
    let lines = yaml.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let start =
      line >= 1 && line <= lines.count
      ? lines[line - 1].dropFirst(max(0, column - 1))
      : ""[...]
        .unicodeScalars
    if start.first == "|" {
      let first = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().first { !$0.element.isEmpty }
      let source = first.flatMap { line + $0.offset < lines.count ? lines[line + $0.offset] : nil }
      self.line = line + 1 + lineOffset
      self.column = 1
      shape = .literal(indentation: max(0, (source?.count ?? 0) - (first?.element.count ?? 0)))
      return
    }
    let isQuoted = start.first == "\"" || start.first == "'"
    let isOneLine = start.dropFirst(isQuoted ? 1 : 0).starts(with: text.unicodeScalars)
    self.line = line + lineOffset
    self.column = column + (isQuoted && isOneLine ? 1 : 0)
    shape = isOneLine ? .line : .joined
  }

  /// The place in the file of a place in the value, both from 1.
  func place(line: Int, column: Int) -> (line: Int, column: Int) {
    switch shape {
    case .literal(let indentation): (self.line + line - 1, indentation + column)
    case .line: (self.line, self.column + column - 1)
    case .joined: (self.line, self.column)
    }
  }
}
