/// The shape of letters and digits.
///
/// MathML Core knows no bold or script letters but the characters of the block Mathematical
/// Alphanumeric Symbols (Unicode 15, chapter 22.2).
enum MathAlphabet: Hashable, Sendable {
  /// Slanted when it is a single letter, which browsers do.
  case automatic
  case upright, italic, bold, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace

  /// Whether neighbouring letters are one name, as in `\mathrm{VIX}`.
  var joinsLetters: Bool {
    switch self {
    case .upright, .italic, .bold, .sansSerif, .monospace: true
    case .automatic, .boldItalic, .doubleStruck, .script, .fraktur: false
    }
  }

  /// The text in this shape; characters that have no such shape stay as they are.
  func styled(_ text: String) -> String {
    guard self != .automatic, self != .upright else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(styled)))
  }

  private func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = Self.letterlike[self]?[scalar] { return exception }
    let (upper, lower, digit, greekUpper, greekLower) = firstCharacters
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return shifted(upper, by: value - 0x41) ?? scalar
    case 0x61...0x7A: return shifted(lower, by: value - 0x61) ?? scalar
    case 0x30...0x39: return shifted(digit, by: value - 0x30) ?? scalar
    case 0x391...0x3A9: return shifted(greekUpper, by: value - 0x391) ?? scalar
    case 0x3B1...0x3C9: return shifted(greekLower, by: value - 0x3B1) ?? scalar
    default:
      guard let index = Self.greekVariants.firstIndex(of: value) else { return scalar }
      return shifted(greekLower, by: 25 + UInt32(index)) ?? scalar
    }
  }

  private func shifted(_ first: UInt32, by offset: UInt32) -> Unicode.Scalar? {
    first == 0 ? nil : Unicode.Scalar(first + offset)
  }

  /// The first characters of each range; 0 where there is none.
  private var firstCharacters: (UInt32, UInt32, UInt32, UInt32, UInt32) {
    switch self {
    case .automatic, .upright: (0, 0, 0, 0, 0)
    case .italic: (0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC)
    case .bold: (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2)
    case .boldItalic: (0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736)
    case .doubleStruck: (0x1D538, 0x1D552, 0x1D7D8, 0, 0)
    case .script: (0x1D49C, 0x1D4B6, 0, 0, 0)
    case .fraktur: (0x1D504, 0x1D51E, 0, 0, 0)
    case .sansSerif: (0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0)
    case .monospace: (0x1D670, 0x1D68A, 0x1D7F6, 0, 0)
    }
  }

  /// ∂ ϵ ϑ ϰ ϕ ϱ ϖ, in the order in which they follow ω in each Greek range.
  private static let greekVariants: [UInt32] = [
    0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6,
  ]

  /// Letters that Unicode had before the block was added.
  private static let letterlike: [MathAlphabet: [Unicode.Scalar: Unicode.Scalar]] = [
    .italic: ["h": "ℎ"],
    .doubleStruck: [
      "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
  ]
}
