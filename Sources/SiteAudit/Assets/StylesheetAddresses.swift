import MarketData

/// The addresses of a stylesheet: what stands in `url(…)` and after `@import`, outside comments.
struct StylesheetAddresses {
  private let bytes: [UInt8]
  private var position = 0
  /// Each address with the offset of its first byte.
  private(set) var addresses: [(text: String, offset: Int)] = []

  /// Reads a stylesheet.
  ///
  /// Complexity: O(n).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count {
      if takes("/*") {
        skip(past: "*/")
      } else if takes("url(") {
        skipSpace()
        readAddress(closing: UInt8(ascii: ")"))
      } else if takes("@import") {
        skipSpace()
        // `@import url(…)` is read as any other url(…).
        if position < bytes.count, [0x22, 0x27].contains(bytes[position]) {
          readAddress(closing: UInt8(ascii: ";"))
        }
      } else {
        position += 1
      }
    }
  }

  /// Line and column of an offset.
  static func place(of offset: Int, in bytes: [UInt8], file: String) -> SourceLocation {
    let before = bytes[..<offset]
    let line = 1 + before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(file: file, line: line, column: column)
  }

  private mutating func readAddress(closing: UInt8) {
    var end = closing
    if position < bytes.count, [0x22, 0x27].contains(bytes[position]) {
      end = bytes[position]
      position += 1
    }
    let start = position
    while position < bytes.count, bytes[position] != end { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    addresses.append((text.split(whereSeparator: \.isWhitespace).joined(), start))
  }

  /// Passes over a word if it comes next, whatever its case.
  private mutating func takes(_ word: String) -> Bool {
    guard bytes.count - position >= word.utf8.count,
      zip(bytes[position...], word.utf8).allSatisfy({ byte, sought in
        byte == sought || (byte | 0x20 == sought && byte >= 0x41 && byte <= 0x5A)
      })
    else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func skip(past word: String) {
    while position < bytes.count, !takes(word) { position += 1 }
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }
}
