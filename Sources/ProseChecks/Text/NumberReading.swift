/// Reads one number as authors write it: sign, dollars, thousands, decimals, percent, a noun.
///
/// Signs are `+`, `-` and `−`; thousands may be parted by a space of any width or a comma, when three
/// digits follow. At most fifteen digits are read as a number.
struct NumberReading {
  /// The number, its unit and its text.
  let literal: LiteralNumber
  /// Index behind the number and its unit.
  let end: Int
  /// Whether a sign was written.
  let hasSign: Bool
  /// Decimals that were written.
  let decimals: Int
  /// Digits from the first that is not zero.
  let significantDigits: Int

  private static let separators: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", ","]
  private static let blanks: Set<Unicode.Scalar> = [" ", "\n", "\u{A0}", "\u{202F}", "\u{2009}"]
  private static let nouns: Set<String> = ["points", "point", "days", "day", "contracts", "calls"]

  /// The number that begins at an index; `nil` where none does.
  init?(_ scalars: [Unicode.Scalar], at start: Int) {
    var index = start
    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
      index + ahead < scalars.count ? scalars[index + ahead] : nil
    }
    func isDigit(_ ahead: Int) -> Bool { peek(ahead).map(ConditionLexer.isDigit) ?? false }
    var isNegative = false
    var sign = false
    if let first = peek(), "+-−".unicodeScalars.contains(first) {
      isNegative = first != "+"
      sign = true
      index += 1
    }
    let isDollars = peek() == "$"
    if isDollars { index += 1 }
    guard isDigit(0) else { return nil }
    var digits = ""
    while digits.count <= 15 {
      if isDigit(0), let scalar = peek() {
        digits.unicodeScalars.append(scalar)
        index += 1
      } else if let scalar = peek(), Self.separators.contains(scalar), isDigit(1), isDigit(2),
        isDigit(3), !isDigit(4), digits.count <= 3 || digits.count % 3 == 0
      {
        index += 1
      } else {
        break
      }
    }
    var places = 0
    if peek() == ".", isDigit(1) {
      digits.append(".")
      index += 1
      while isDigit(0), places < 12, let scalar = peek() {
        digits.unicodeScalars.append(scalar)
        places += 1
        index += 1
      }
    }
    guard let magnitude = Double(digits) else { return nil }
    let unit = Self.unit(scalars, &index, isDollars: isDollars)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    literal = LiteralNumber(
      value: isNegative ? -magnitude : magnitude, unit: unit, text: String(text))
    end = index
    hasSign = sign
    decimals = places
    significantDigits = digits.filter { $0 != "." }.drop { $0 == "0" }.count
  }

  private static func unit(
    _ scalars: [Unicode.Scalar], _ index: inout Int, isDollars: Bool
  ) -> ValueUnit {
    var end = index
    while end < scalars.count, blanks.contains(scalars[end]) { end += 1 }
    if isDollars { return ValueUnit(.dollars) }
    if end < scalars.count, scalars[end] == "%" {
      index = end + 1
      return ValueUnit(.percent)
    }
    let start = end
    while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    var noun = String.UnicodeScalarView()
    noun.append(contentsOf: scalars[start..<end])
    guard nouns.contains(String(noun)) else { return ValueUnit() }
    index = end
    let word = String(noun)
    return ValueUnit(.plain, noun: word.hasSuffix("s") ? word : word + "s")
  }
}
