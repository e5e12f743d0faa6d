/// Text as the index stores it for results: one line, limited in bytes.
enum StoredText {
  /// The words of a text with single spaces between them, cut after whole words.
  ///
  /// At most `limit` bytes of UTF-8 and an ellipsis; a first word that is longer is cut within.
  static func line(_ text: String, limit: Int) -> String {
    var line = String.UnicodeScalarView()
    var size = 0
    var wordStart: String.UnicodeScalarView.Index?
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        pendingSpace = !line.isEmpty
        continue
      }
      let needed = UTF8.width(scalar) + (pendingSpace ? 1 : 0)
      guard size + needed <= limit else {
        return ended(line, at: pendingSpace ? nil : wordStart)
      }
      if pendingSpace {
        line.append(" ")
        wordStart = line.endIndex
        pendingSpace = false
      }
      line.append(scalar)
      size += needed
    }
    return String(line)
  }

  /// Whether a scalar is white space or a control character of ASCII.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.value <= 0x20 || scalar.value == 0x7F : scalar.properties.isWhitespace
  }

  private static func ended(
    _ line: String.UnicodeScalarView, at end: String.UnicodeScalarView.Index?
  ) -> String {
    var kept = end.map { String(line[..<$0]) } ?? String(line)
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
