/// How diagnostics are printed.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// One line each, as editors recognise them.
  case text
  /// One JSON object, for scripts.
  case json
  /// A log of the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code hosts.
  case sarif
}
