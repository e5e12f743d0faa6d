/// The line of a vendor's file that names its columns, found by what it says.
///
/// Vendors put titles and notes before it, and spell the names in many ways; a reader looks here for
/// the names as the file has them and hands them to its `CSVLayout`.
struct SeriesHeader {
  /// The names as the file spells them, without blanks around them and without empty ones at the
  /// end.
  let names: [String]
  /// The number of lines with text before the header.
  let precedingLines: Int

  /// Lines among which a header is looked for; `CSVLayout.headerMarker` looks no further.
  private static let lineLimit = 5

  /// Wraps names; empty ones at the end stand for commas after the last column.
  init(names: [String], precedingLines: Int) {
    self.names = Array(names.reversed().drop(while: \.isEmpty).reversed())
    self.precedingLines = precedingLines
  }

  /// The header of a sample: its first line that `isHeader` accepts.
  init?(_ sample: FileSample, where isHeader: (SeriesHeader) -> Bool) {
    for (line, cells) in sample.cells.prefix(Self.lineLimit).enumerated() {
      self.init(names: cells, precedingLines: line)
      if isHeader(self) { return }
    }
    return nil
  }

  /// The header of a file, with every name in full.
  ///
  /// Complexity: O(length of the lines up to the header).
  init?(_ bytes: [UInt8], where isHeader: (SeriesHeader) -> Bool) {
    var ignored: [Diagnostic] = []
    let table = CSVTable(parsing: Self.start(of: bytes), file: "", into: &ignored)
    for row in 0..<min(Self.lineLimit, table.rowCount) {
      self.init(
        names: (0..<table.fieldCount(ofRow: row)).map { table.text(row: row, field: $0) },
        precedingLines: row)
      if isHeader(self) { return }
    }
    return nil
  }

  /// The lowercased names, without the asterisks that point to a vendor's footnotes.
  var plainNames: [String] { names.map(Self.plain) }

  /// The first name that reads `plain` in lower case and without asterisks.
  func name(_ plain: String) -> String? {
    names.first { Self.plain($0) == plain }
  }

  private static func plain(_ name: String) -> String {
    let text = name.lowercased()
    return text.hasSuffix("*") ? String(text.prefix { $0 != "*" }) : text
  }

  /// The first lines with text.
  private static func start(of bytes: [UInt8]) -> [UInt8] {
    var lines = 0
    var end = 0
    var hasText = false
    while end < bytes.count, lines < lineLimit {
      let isEnd = bytes[end] == ASCII.lineFeed || bytes[end] == ASCII.carriageReturn
      if isEnd, hasText { lines += 1 }
      hasText = !isEnd && (hasText || bytes[end] > ASCII.space)
      end += 1
    }
    return Array(bytes[..<end])
  }
}
