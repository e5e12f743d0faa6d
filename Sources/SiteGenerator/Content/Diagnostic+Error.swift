import MarketData

extension Diagnostic {
  /// The fault as an error, whatever it was.
  var strict: Diagnostic {
    var diagnostic = self
    diagnostic.severity = .error
    return diagnostic
  }

  /// An error at a place, with its remedy.
  static func error(
    _ location: SourceLocation, _ message: String, _ remedy: String
  ) -> Diagnostic {
    Diagnostic(severity: .error, location: location, message: message, remedy: remedy)
  }
}
