/// Letters and signs as plain text.
enum PlainLetters {
  /// The plain letters of a name; the sets of numbers keep their shape.
  static func text(_ letters: String, _ alphabet: MathAlphabet) -> String {
    if alphabet == .doubleStruck, ["N", "Z", "Q", "R", "C"].contains(letters) {
      return alphabet.styled(letters)
    }
    // The forms readers type when they search.
    switch letters {
    case "ϵ": return "ε"
    case "ϕ": return "φ"
    default: return letters
    }
  }

  /// A sign as it reads in a line of text.
  static func sign(_ text: String) -> String {
    switch text {
    case "∣": "|"
    case "⋅": "·"
    case "∗": "*"
    default: text
    }
  }

  /// The text as superscript characters; `nil` when one of them has no such form.
  static func raised(_ text: String) -> String? {
    converted(text, superscripts)
  }

  /// The text as subscript characters; `nil` when one of them has no such form.
  static func lowered(_ text: String) -> String? {
    converted(text, subscripts)
  }

  private static func converted(
    _ text: String, _ table: [Unicode.Scalar: Unicode.Scalar]
  ) -> String? {
    var converted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let form = table[scalar] else { return nil }
      converted.append(form)
    }
    return converted.isEmpty ? nil : String(converted)
  }

  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "i": "ⁱ", "k": "ᵏ", "n": "ⁿ",
    "t": "ᵗ", "T": "ᵀ", "∘": "°",
    "°": "°", "′": "′", "″": "″", "‴": "‴", "⁗": "⁗",
  ]

  private static let subscripts: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "−": "₋", "=": "₌", "(": "₍", ")": "₎", "a": "ₐ", "e": "ₑ", "h": "ₕ",
    "i": "ᵢ", "j": "ⱼ", "k": "ₖ", "l": "ₗ", "m": "ₘ", "n": "ₙ", "o": "ₒ", "p": "ₚ", "r": "ᵣ",
    "s": "ₛ", "t": "ₜ", "u": "ᵤ", "v": "ᵥ", "x": "ₓ",
  ]
}
