import Markdown
import MarketData

extension MarkdownProblem {
  /// The fault at its place in the file.
  func diagnostic(in origin: TextOrigin) -> Diagnostic {
    Diagnostic(
      severity: severity == .warning ? .warning : .error, location: origin.location(position),
      message: message, remedy: remedy)
  }
}
