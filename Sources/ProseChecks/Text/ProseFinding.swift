/// Something in a text that its author should look at.
public struct ProseFinding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The page must not be published so.
    case error
    /// The author should look and decide.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// The line, from the number that the caller gave to the first line.
  public var line: Int
  /// The column from 1, in Unicode scalars.
  public var column: Int
  /// What was found, without a closing period.
  public var message: String
  /// What to do about it: one or more sentences.
  public var remedy: String
}
