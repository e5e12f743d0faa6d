/// One fault of an input: where it is, what is wrong, and what to do about it.
///
/// A fault is a value: readers collect every fault of a file instead of stopping at the first.
public struct Diagnostic: Error, Hashable, Sendable, Codable {
  /// How much a fault matters.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    /// The input cannot be used as it is.
    case error
    /// The input is used; the message says what was done about it.
    case warning
  }

  /// Whether the input can still be used.
  public var severity: Severity
  /// The place of the fault.
  public var location: SourceLocation
  /// What is wrong, without a closing period.
  public var message: String
  /// What to do about it: one or more sentences, each with its period.
  public var remedy: String
  /// The kind of fault, for faults of data; a stable name that scripts may rely on.
  public var code: ProblemCode?
  /// What became of the row, for faults of data.
  public var action: RowAction?
  /// The code of the rule that a finished site breaks, for findings of a check.
  public var rule: String?

  /// The stable name of what is wrong: of the rule or of the kind of fault; `nil` when it has none.
  public var identifier: String? { rule ?? code?.rawValue }

  /// Creates a diagnostic; periods are adjusted so that the description reads as sentences.
  public init(
    severity: Severity = .error, location: SourceLocation, message: String, remedy: String,
    code: ProblemCode? = nil, action: RowAction? = nil, rule: String? = nil
  ) {
    self.rule = rule
    self.code = code
    self.action = action
    self.severity = severity
    self.location = location
    self.message = message.hasSuffix(".") ? String(message.dropLast()) : message
    let isSentence = remedy.isEmpty || [".", "?", "!"].contains { remedy.hasSuffix($0) }
    self.remedy = isSentence ? remedy : remedy + "."
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message. remedy`, the form editors recognise.
  public var description: String {
    let statement = "\(location): \(severity.rawValue): \(message)."
    return remedy.isEmpty ? statement : "\(statement) \(remedy)"
  }
}

extension Diagnostic: Comparable {
  /// Orders by location, then errors before warnings, then by text.
  public static func < (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
    if lhs.location != rhs.location { return lhs.location < rhs.location }
    if lhs.severity != rhs.severity { return lhs.severity == .error }
    return (lhs.message, lhs.remedy) < (rhs.message, rhs.remedy)
  }
}
