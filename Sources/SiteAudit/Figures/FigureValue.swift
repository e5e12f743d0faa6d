/// One value of a figure, as a file stores it and as a table shows it.
enum FigureValue {
  /// Whether a stored value is the one shown.
  ///
  /// Readers see a true minus, a plus before gains, thousands apart and an en dash for a gap; files
  /// hold plain digits, an empty field for a gap, and an apostrophe before words that a spreadsheet
  /// would take for a formula.
  static func agree(_ stored: String, _ shown: String) -> Bool {
    if stored == shown { return true }
    if stored.isEmpty { return shown == "–" }
    var own = stored.unicodeScalars.filter { !$0.properties.isWhitespace }[...]
    if own.first == "'", let next = own.dropFirst().first, "=+-@".unicodeScalars.contains(next) {
      own = own.dropFirst()
    }
    let text = plain(shown)
    return own.elementsEqual(text) || text.first == "+" && own.elementsEqual(text.dropFirst())
  }

  /// The scalars of a text without spaces and with ASCII signs.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      scalar.properties.isWhitespace ? nil : scalar == "\u{2212}" ? "-" : scalar
    }
  }
}
