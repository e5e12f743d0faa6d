/// Characters that a reader of a text cannot see, and how a message shows them.
enum ShownScalar {
  /// Whether the character is a control, or turns the direction of the text around it.
  ///
  /// Marks of direction that stand for themselves (U+200E, U+200F) and joiners are no such characters.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || turnsText(scalar)
  }

  /// Whether the character begins or ends an embedding, an override or an isolate (Unicode Standard
  /// Annex 9), after which text may be shown in another order than it is read.
  static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The character as a message names it: in code marks, or by its number.
  static func name(of scalar: Unicode.Scalar) -> String {
    if scalar == " " { return "a space" }
    guard scalar.properties.isWhitespace || isUnseen(scalar) else { return "`\(scalar)`" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A text in a message: at most 60 characters, without those that cannot be seen.
  static func shortened(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.prefix(61).enumerated() {
      if index == 60 { return String(shown) + "…" }
      let isLineEnd = scalar == "\n" || scalar == "\t"
      shown.append(isLineEnd ? " " : isUnseen(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
