/// What is reported about bytes that cannot stand in a text.
enum ReplacedBytes {
  /// UTF-8 made valid, with a problem when it was not.
  ///
  /// Each run of bytes that cannot be read, as the Unicode standard bounds it, becomes one U+FFFD.
  static func repaired(
    _ bytes: [UInt8], firstLine: Int, into problems: inout [MarkdownProblem]
  ) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let first = zip(bytes, repaired).prefix { $0 == $1 }.count
    // The bytes of a scalar that is cut off may begin as U+FFFD does.
    let start = lead(of: first, in: repaired)
    problems.append(
      MarkdownProblem(
        code: .invalidUTF8, position: position(of: start, in: repaired, firstLine: firstLine),
        message: "the text is not UTF-8 from here on, and what cannot be read is shown as \u{FFFD}",
        remedy: "Save the file as UTF-8."))
    return repaired
  }

  /// The problem of NUL characters; `nil` when there is none.
  static func nulProblem(in bytes: [UInt8], count: Int, firstLine: Int) -> MarkdownProblem? {
    guard let first = bytes.firstIndex(of: 0) else { return nil }
    return MarkdownProblem(
      code: .nulCharacter, position: position(of: first, in: bytes, firstLine: firstLine),
      message: count == 1
        ? "a NUL character, shown as \u{FFFD}"
        : "\(count) NUL characters, the first one here, shown as \u{FFFD}",
      remedy: "Remove what is not text; the file may have been damaged.")
  }

  private static func lead(of index: Int, in bytes: [UInt8]) -> Int {
    var index = min(index, bytes.count)
    while index > 0, index == bytes.count || bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// The place of a byte, by any of the three kinds of line end.
  private static func position(of index: Int, in bytes: [UInt8], firstLine: Int) -> SourcePosition {
    var line = firstLine
    var column = 1
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for place in start..<max(start, min(index, bytes.count)) {
      let isEnd =
        bytes[place] == 0x0A
        || bytes[place] == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)
      if isEnd {
        line += 1
        column = 1
      } else if bytes[place] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}
