public import Quant

/// Something a quality gate found in values that were read without a fault.
public struct QualityFinding: Sendable, Hashable {
  /// What kind of finding it is.
  public var code: ProblemCode
  /// An error when the value cannot be used or the series cannot be trusted.
  public var severity: Diagnostic.Severity
  /// What is done with the value: `rejected` values are not used.
  public var action: RowAction
  /// The date it is about.
  public var date: CalendarDate
  /// The contract, for a series of one contract.
  public var expiration: CalendarDate?
  /// What was found.
  public var message: String
  /// What to do about it.
  public var remedy: String

  /// The finding as a diagnostic of a file; `lines` tells where its row is.
  public func diagnostic(file: String, lines: RowIndex) -> Diagnostic {
    Diagnostic(
      severity: severity, location: lines.location(of: self, file: file), message: message,
      remedy: remedy, code: code, action: action)
  }
}
