import MarketData

/// A Markdown file split into its front matter and its body.
struct ContentDocument {
  /// Path below the site's source folder.
  let path: String
  /// The parsed front matter.
  var fields: YAMLFields
  /// The front matter as it was written, from line 2 of the file.
  let frontMatter: String
  /// CommonMark text after the front matter.
  let body: String
  /// Line number of the body's first line in the file, counted from 1.
  let bodyLine: Int

  /// Splits and parses a file; faults are reported and give `nil`.
  init?(bytes: [UInt8], path: String, into problems: inout [Diagnostic]) {
    let start = SourceLocation(file: path, line: 1, column: 1)
    guard let bytes = ContentText.read(bytes, file: path, into: &problems) else { return nil }
    guard bytes.starts(with: Array("---\n".utf8)) else {
      problems.append(
        .error(
          start, "the file has no front matter",
          "Begin it with a line `---`, lines `key: value`, and a line `---`."))
      return nil
    }
    guard let end = Self.closingFence(bytes) else {
      problems.append(
        .error(start, "the front matter has no end", "Close it with a line that holds only `---`."))
      return nil
    }
    let yaml = String(decoding: bytes[4..<end.start], as: UTF8.self)
    guard let fields = YAMLFields(yaml: yaml, file: path, lineOffset: 1, into: &problems) else {
      return nil
    }
    self.path = path
    self.fields = fields
    frontMatter = yaml
    body = String(decoding: bytes[end.end...], as: UTF8.self)
    bodyLine = bytes[..<end.end].count { $0 == 0x0A } + 1
  }

  /// Byte range of the line `---` that ends the front matter; `end` is after its newline.
  private static func closingFence(_ bytes: [UInt8]) -> (start: Int, end: Int)? {
    var line = 4
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      if end - line == 3, bytes[line..<end].allSatisfy({ $0 == 0x2D }) {
        return (line, min(end + 1, bytes.count))
      }
      line = end + 1
    }
    return nil
  }

  /// The file's name without folder and extension: its slug.
  var slug: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
  }
}
