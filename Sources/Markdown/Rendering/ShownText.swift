/// Text of an author as a message shows it.
enum ShownText {
  /// At most 60 characters, each visible: controls and characters that turn the direction of text
  /// are shown as U+FFFD.
  static func shortened(_ text: String) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.prefix(61).enumerated() {
      if count == 60 { return result + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += scalar == "\n" ? " " : "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
