/// Text as the index stores it for results: one line, limited in bytes.
enum StoredText {
  /// The words of a text with single spaces between them, cut after whole words.
  ///
  /// At most `limit` bytes of UTF-8 and an ellipsis; a first word that is longer is cut within. White
  /// space and control characters of ASCII are what stands between words.
  static func line(_ text: String, limit: Int) -> String {
    var text = text
    return text.withUTF8 { line($0, limit: limit) }
  }

  private static func line(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(min(text.count, limit + 3))
    var lineBeforeWord = 0
    var position = 0
    while position < text.count {
      let width = ScalarWidth.of(text[position])
      if isBlank(text, position, width) {
        position += width
        lineBeforeWord = line.count  // a space is written when the next word comes
        continue
      }
      let startsWord = lineBeforeWord == line.count && !line.isEmpty
      guard line.count + width + (startsWord ? 1 : 0) <= limit else {
        return ended(lineBeforeWord > 0 ? line.prefix(lineBeforeWord) : line[...])
      }
      if startsWord { line.append(0x20) }
      for byte in text[position..<position + width] { line.append(byte) }
      position += width
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether the scalar at an index is white space or a control character of ASCII.
  private static func isBlank(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int
  ) -> Bool {
    if width == 1 { return text[index] <= 0x20 || text[index] == 0x7F }
    // No other letter or sign that is common begins like a space of Unicode.
    guard [0xC2, 0xE1, 0xE2, 0xE3].contains(text[index]) else { return false }
    let scalar = String(decoding: text[index..<index + width], as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isWhitespace == true
  }

  private static func ended(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self) + "…"
  }
}
