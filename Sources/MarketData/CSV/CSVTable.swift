/// A comma-separated file cut into rows and fields (RFC 4180), with a position for every field.
///
/// Lines may end with LF, CR LF or a lone CR; a byte order mark and blank lines are skipped. Blanks
/// around unquoted fields are not part of them. The table keeps the bytes and records where each
/// field lies; text is made only where it is asked for. Row 0 is normally the header.
public struct CSVTable: Sendable {
  struct Field {
    var start: Int32
    var end: Int32
    var isQuoted: Bool
  }

  struct Row {
    var firstField: Int32
    var start: Int32
    var line: Int32
  }

  /// The file's name as used in messages.
  public let file: String
  let bytes: [UInt8]
  var fields: [Field] = []
  var rows: [Row] = []

  /// Cuts the bytes of a file and appends every structural fault to `problems`.
  ///
  /// Faults: an empty file, UTF-16, NUL bytes, invalid UTF-8, an HTML page instead of CSV (these
  /// leave the table empty), a quote inside an unquoted field, text after a closing quote, and a
  /// quoted field that never ends, which is taken to end with its line. Complexity: O(n).
  public init(parsing bytes: [UInt8], file: String, into problems: inout [Diagnostic]) {
    self.file = file
    self.bytes = bytes
    if let problem = Self.problemOfWholeFile(bytes, file: file) {
      problems.append(problem)
      return
    }
    var scanner = CSVScanner(bytes: bytes, file: file)
    scanner.scan()
    fields = scanner.fields
    rows = scanner.rows
    problems += scanner.problems
    if rows.isEmpty, scanner.problems.isEmpty {
      problems.append(Self.emptyFile(file))
    }
  }

  /// The number of rows that are not blank, the header included.
  public var rowCount: Int { rows.count }

  /// The number of fields of a row.
  public func fieldCount(ofRow row: Int) -> Int {
    fieldRange(ofRow: row).count
  }

  /// The text of a field without its quotes; doubled quotes inside become single.
  public func text(row: Int, field: Int) -> String {
    text(of: fields[Int(rows[row].firstField) + field])
  }

  /// The place of a field's first character, or of the row's end when it has fewer fields.
  public func location(row: Int, field: Int) -> SourceLocation {
    let range = fieldRange(ofRow: row)
    let offset =
      field < range.count
      ? start(of: fields[range.lowerBound + field])
      : Int(fields[range.upperBound - 1].end)
    return TextPosition.location(
      of: offset, in: bytes, file: file, fromLine: line(ofRow: row), at: Int(rows[row].start))
  }

  /// The line a row starts on.
  public func line(ofRow row: Int) -> Int { Int(rows[row].line) }

  func fieldRange(ofRow row: Int) -> Range<Int> {
    let upper = row + 1 < rows.count ? Int(rows[row + 1].firstField) : fields.count
    return Int(rows[row].firstField)..<upper
  }

  func text(of field: Field) -> String {
    let text = String(decoding: bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
    guard field.isQuoted, text.utf8.contains(ASCII.quote) else { return text }
    var single: [UInt8] = []
    var isFirstOfPair = false
    for byte in text.utf8 {
      isFirstOfPair = byte == ASCII.quote && !isFirstOfPair
      if byte != ASCII.quote || isFirstOfPair { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  private func start(of field: Field) -> Int {
    Int(field.start) - (field.isQuoted ? 1 : 0)
  }
}
