/// One fault of a site's sources, ready to be shown: what is wrong, where, and what to do.
public struct PreviewFault: Sendable, Hashable {
  /// How much a fault matters.
  public enum Severity: String, Sendable {
    /// The site cannot be built.
    case error
    /// The site was built all the same.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// `file:line:column`, as far as they are known.
  public var place: String
  /// What is wrong.
  public var message: String
  /// What to do about it; may be empty.
  public var remedy: String
  /// The line at fault, when it is known.
  public var excerpt: SourceExcerpt?

  /// Creates a fault.
  public init(
    severity: Severity, place: String, message: String, remedy: String,
    excerpt: SourceExcerpt? = nil
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
    self.excerpt = excerpt
  }
}

/// A line of a source file with the place of a fault in it.
public struct SourceExcerpt: Sendable, Hashable {
  /// The number of the line, from 1.
  public let line: Int
  /// The part of the line that is shown.
  public let text: String
  /// Characters of `text` before the place that is marked; `nil` when no column is known.
  public let mark: Int?

  /// Characters of a line that are shown at most.
  static let width = 160

  /// Cuts a line out of a file's text.
  ///
  /// - Parameters:
  ///   - bytes: the file; bytes that are not UTF-8 are shown as replacement characters.
  ///   - line: the line, from 1; `nil` is returned when the file has no such line.
  ///   - column: the column in Unicode scalars, from 1; `nil` for the line as a whole.
  public init?(of bytes: [UInt8], line: Int, column: Int?) {
    guard line > 0 else { return nil }
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for _ in 1..<line {
      guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
      bytes = bytes[(end + 1)...]
    }
    let content = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let scalars = Array(String(decoding: content, as: UTF8.self).unicodeScalars)
    // A marker cannot stand under half a character: count what is drawn.
    let before = column.map { min(max($0 - 1, 0), scalars.count) }
    let start = max(0, min((before ?? 0) - Self.width / 2, scalars.count - Self.width))
    self.line = line
    text = Self.text(scalars[start..<min(scalars.count, start + Self.width)])
    mark = before.map { Self.text(scalars[start..<$0]).count }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.map { $0 == "\t" ? " " : $0 })
    return String(text)
  }
}
