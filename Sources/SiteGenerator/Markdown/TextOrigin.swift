import Markdown
import MarketData

/// Where the characters of a text that is being rendered stand in their file.
///
/// Directives hold YAML and the YAML holds Markdown: each origin knows the text around it.
struct TextOrigin {
  /// The file as the publisher knows it.
  let file: String
  private let place: (SourcePosition) -> SourcePosition

  private init(file: String, place: @escaping (SourcePosition) -> SourcePosition) {
    self.file = file
    self.place = place
  }

  /// The origin of a page's text whose lines are numbered as in its file.
  init(_ prose: SubstitutedProse) {
    let columns = prose.columns
    self.init(file: prose.file) { columns.written($0) }
  }

  /// The place of a position of the text.
  func location(_ position: SourcePosition) -> SourceLocation {
    let position = place(position)
    return SourceLocation(file: file, line: position.line, column: position.column)
  }

  /// The origin of a directive's YAML: its fence is line 1, its body begins on line 2.
  func body(of directive: MarkdownDirective) -> TextOrigin {
    let place = place
    return TextOrigin(file: file) { position in
      guard position.line > 1 else { return place(directive.position) }
      return place(
        SourcePosition(
          line: directive.bodyPosition.line + position.line - 2,
          column: directive.bodyPosition.column + position.column - 1))
    }
  }

  /// The origin of a text among keys and values; its first line is line 1.
  func text(_ text: TextPlace) -> TextOrigin {
    let place = place
    return TextOrigin(file: file) { position in
      let (line, column) = text.place(line: position.line, column: position.column)
      return place(SourcePosition(line: line, column: column))
    }
  }

  /// A fault of the YAML, moved to its place in the file.
  func relocated(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    problem.location = location(
      SourcePosition(line: problem.location.line ?? 1, column: problem.location.column ?? 1))
    return problem
  }
}
