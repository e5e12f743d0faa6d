public import Quant

/// One import into a source: the file it came from and what was found in it.
public struct ImportRecord: Sendable, Hashable, Codable {
  /// The file's name as it was given, without its folder.
  public var name: String
  /// SHA-256 of the file's bytes, lowercase hexadecimal.
  public var sha256: String
  /// Data rows of the file that were accepted.
  public var rows: Int
  /// The earliest date of an accepted row, `nil` when rows have no date.
  public var first: CalendarDate?
  /// The latest date of an accepted row.
  public var last: CalendarDate?
  /// What was noticed, one text for each kind, such as `3 missing-value skipped`.
  public var problems: [String]

  /// Creates a record.
  public init(
    name: String, sha256: String, rows: Int, first: CalendarDate?, last: CalendarDate?,
    problems: [String]
  ) {
    self.name = name
    self.sha256 = sha256
    self.rows = rows
    self.first = first
    self.last = last
    self.problems = problems
  }
}
