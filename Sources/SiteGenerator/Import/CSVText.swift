/// Fields of the project's own CSV files as text.
enum CSVText {
  /// A field as it is written: quoted where a comma, quote or line end asks for it.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it; a negative
  /// number is left alone.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The shortest decimal that reads back as the same number, without a needless `.0`.
  static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(value) < 0x1p53 { return String(whole) }
    return String(value)
  }
}
