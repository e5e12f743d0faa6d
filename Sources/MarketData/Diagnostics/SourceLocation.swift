/// A place in an input file: what a reader of a message needs to find it.
///
/// Lines and columns count from 1. A column counts Unicode scalars, and a byte order mark at the
/// start of the file is not counted. The column of a field is that of its first character, which
/// for a quoted field is the opening quote.
public struct SourceLocation: Hashable, Sendable, Codable {
  /// The file as the publisher knows it, relative to the content folder.
  public var file: String
  /// The line; `nil` when the message is about the file as a whole.
  public var line: Int?
  /// The column; `nil` when the message is about the whole line or file.
  public var column: Int?

  /// Creates a location; without a line it means the whole file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = line == nil ? nil : column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}

extension SourceLocation: Comparable {
  /// Orders by file, line and column; the whole file comes before its lines.
  public static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
    if lhs.file != rhs.file { return lhs.file < rhs.file }
    if lhs.line != rhs.line { return (lhs.line ?? 0) < (rhs.line ?? 0) }
    return (lhs.column ?? 0) < (rhs.column ?? 0)
  }
}
