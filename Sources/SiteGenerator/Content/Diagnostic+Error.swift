import MarketData

extension Diagnostic {
  /// An error at a place, with its remedy.
  static func error(
    _ location: SourceLocation, _ message: String, _ remedy: String
  ) -> Diagnostic {
    Diagnostic(severity: .error, location: location, message: message, remedy: remedy)
  }
}
