import MarketData

/// What breaks rules, gathered while a page or file is read.
struct Findings: Sendable {
  private(set) var items: [Diagnostic] = []

  /// Adds an error against a rule.
  mutating func add(
    _ rule: AuditRule, at location: SourceLocation, _ message: String, _ remedy: String
  ) {
    items.append(
      Diagnostic(location: location, message: message, remedy: remedy, rule: rule.rawValue))
  }

  /// Adds an error about a file as a whole.
  mutating func add(_ rule: AuditRule, in file: String, _ message: String, _ remedy: String) {
    add(rule, at: SourceLocation(file: file, line: 1, column: 1), message, remedy)
  }

  /// Adds what a reader of `MarketData` found, as a breach of a rule.
  mutating func add(_ rule: AuditRule, _ problems: [Diagnostic]) {
    items += problems.map { problem in
      var finding = problem
      (finding.rule, finding.code, finding.action) = (rule.rawValue, nil, nil)
      return finding
    }
  }

  /// Adds the findings of a part.
  mutating func add(_ others: Findings) {
    items += others.items
  }
}
