/// A rule that diagnostics name, with what it demands.
public struct ReportRule: Sendable, Hashable {
  /// The stable code, such as `broken-link`.
  public var code: String
  /// What the rule demands, in one sentence.
  public var meaning: String

  /// Creates a rule.
  public init(code: String, meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}
