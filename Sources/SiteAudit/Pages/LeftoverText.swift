/// Signs in a text that somebody or something did not finish it.
enum LeftoverText {
  /// Signs of unfinished work wherever they stand as words.
  private static let marks = ["TODO", "FIXME", "lorem ipsum", "Lorem ipsum", "NaN"]
  /// What programs print for a value that is not there.
  ///
  /// In a sentence they may be meant.
  private static let missing: Set<String> = [
    "undefined", "nil", "null", "(null)", "nan", "[object Object]",
  ]

  /// The first sign of unfinished work in a text.
  ///
  /// Complexity: O(n).
  static func find(in text: String) -> String? {
    guard mayHoldOne(text.utf8) else { return nil }
    let bytes = Array(text.utf8)
    let words = Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20]))
    let trimmed = String(decoding: words, as: UTF8.self)
    if missing.contains(trimmed) { return trimmed }
    if let word = marks.first(where: { holds($0, in: bytes, asWord: true) }) { return word }
    if holds("Optional(", in: bytes, asWord: false) { return "Optional(" }
    return holds("{{", in: bytes, asWord: false) ? templateTag(in: text) : nil
  }

  /// A quick look: every sign holds one of these bytes, most numbers and dates hold none.
  private static func mayHoldOne(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count > 2 else { return false }
    return bytes.contains { byte in
      switch byte {
      case 0x7B, 0x5B, 0x28: true  // { [ (
      case 0x54, 0x46, 0x4C, 0x6C, 0x4E, 0x6E, 0x75: true  // T F L l N n u
      default: false
      }
    }
  }

  /// A tag that no value took the place of: two braces around a name.
  private static func templateTag(in text: String) -> String? {
    text.firstMatch(of: /\{\{\{?\s*[#^\/&>]?\s*[A-Za-z_.][A-Za-z0-9_.]*\s*\}?\}\}/)
      .map { String($0.output) }
  }

  /// Whether a pattern occurs; as a word it has no letter or digit beside it.
  private static func holds(_ pattern: String, in bytes: [UInt8], asWord: Bool) -> Bool {
    let sought = Array(pattern.utf8)
    guard bytes.count >= sought.count else { return false }
    return (0...(bytes.count - sought.count)).contains { start in
      guard bytes[start] == sought[0], bytes[start...].starts(with: sought) else { return false }
      let end = start + sought.count
      return !asWord
        || (start == 0 || !isLetter(bytes[start - 1]))
          && (end == bytes.count || !isLetter(bytes[end]))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
