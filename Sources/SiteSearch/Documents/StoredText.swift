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
    var position = blanksEnd(text, from: 0)
    while position < text.count {
      let end = wordEnd(text, from: position)
      let space = line.isEmpty ? 0 : 1
      guard line.count + space + end - position <= limit else {
        // Only a word that is longer than all that may be stored is cut within.
        if line.isEmpty { line += text[position..<cut(text, from: position, limit: limit)] }
        return String(decoding: line, as: UTF8.self) + "…"
      }
      if space > 0 { line.append(0x20) }
      line += text[position..<end]
      position = blanksEnd(text, from: end)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Where white space and control characters of ASCII end.
  private static func blanksEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, isBlank(text, index) { index += ScalarWidth.of(text[index]) }
    return index
  }

  private static func wordEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, !isBlank(text, index) { index += ScalarWidth.of(text[index]) }
    return index
  }

  /// The end of the last scalar that lies within a limit of bytes.
  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> Int {
    var index = start
    while true {
      let next = index + ScalarWidth.of(text[index])
      guard next - start <= limit else { return index }
      index = next
    }
  }

  @inline(__always)
  private static func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    return byte < 0x80 ? byte <= 0x20 || byte == 0x7F : isSpace(text, index)
  }

  /// Whether the scalar beyond ASCII at an index is white space.
  private static func isSpace(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    // No common letter begins like a space of Unicode.
    guard [0xC2, 0xE1, 0xE2, 0xE3].contains(text[index]) else { return false }
    let scalar = text[index..<index + ScalarWidth.of(text[index])]
    return String(decoding: scalar, as: UTF8.self).unicodeScalars.first?.properties.isWhitespace
      == true
  }
}
