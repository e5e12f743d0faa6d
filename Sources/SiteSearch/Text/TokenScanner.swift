/// Cuts text into the raw spans of its tokens, before folding.
///
/// A token is the first of these that fits at a letter, mark or decimal digit:
///
/// - a date `2016-01-04` or month `2016-01`, years 1000–2999;
/// - a number with separators, `1,940.24` or `18.7`: thousands after a comma, thin space or narrow
///   no-break space, then any number of parts after a point (`3.2.1`);
/// - letters, marks and digits, joined by `&` (`S&P`), with an English `'s` at the end.
///
/// `TOKEN` in `Templates/assets/search.js` is the same grammar as a regular expression. Complexity:
/// linear.
struct TokenScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The scalars of a span.
  subscript(span: Range<Int>) -> ArraySlice<Unicode.Scalar> { scalars[span] }

  /// The next token's span; `nil` at the end of the text.
  mutating func next() -> Range<Int>? {
    while position < scalars.count, !isWord(position) { position += 1 }
    guard position < scalars.count else { return nil }
    let start = position
    position = dateEnd(start) ?? numberEnd(start) ?? wordEnd(start)
    return start..<position
  }

  private func dateEnd(_ start: Int) -> Int? {
    guard isDigit(start, "1", "2"), isDigit(start + 1), isDigit(start + 2), isDigit(start + 3),
      isPart(start + 4, atMost: 12)
    else { return nil }
    let month = start + 7
    if isPart(month, atMost: 31), !isWord(month + 3) { return month + 3 }
    return isWord(month) ? nil : month
  }

  /// Whether `-01` to `-<limit>` is written at an index.
  private func isPart(_ index: Int, atMost limit: UInt32) -> Bool {
    guard index + 2 < scalars.count, scalars[index] == "-", isDigit(index + 1), isDigit(index + 2)
    else { return false }
    let value = (scalars[index + 1].value - 48) * 10 + scalars[index + 2].value - 48
    return value >= 1 && value <= limit
  }

  private func numberEnd(_ start: Int) -> Int? {
    guard isDigit(start) else { return nil }
    var end = digitsEnd(start)
    guard !isWord(end) else { return nil }
    while isThousandsSeparator(end), digitsEnd(end + 1) == end + 4, !isWord(end + 4) { end += 4 }
    while end < scalars.count, scalars[end] == ".", isDigit(end + 1) {
      let next = digitsEnd(end + 1)
      guard !isWord(next) else { break }
      end = next
    }
    return end
  }

  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while isWord(end) || (end < scalars.count && scalars[end] == "&" && isWord(end + 1)) {
      end += 1
    }
    let hasPossessive =
      end + 1 < scalars.count && (scalars[end] == "'" || scalars[end] == "\u{2019}")
      && (scalars[end + 1] == "s" || scalars[end + 1] == "S") && !isWord(end + 2)
    return hasPossessive ? end + 2 : end
  }

  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  private func isDigit(
    _ index: Int, _ low: Unicode.Scalar = "0", _ high: Unicode.Scalar = "9"
  ) -> Bool {
    index < scalars.count && scalars[index] >= low && scalars[index] <= high
  }

  private func isThousandsSeparator(_ index: Int) -> Bool {
    index < scalars.count && Self.thousandsSeparators.contains(scalars[index])
  }

  /// Whether a letter, mark or decimal digit is at an index (`\p{L}`, `\p{M}`, `\p{Nd}`).
  private func isWord(_ index: Int) -> Bool {
    guard index < scalars.count else { return false }
    let value = scalars[index].value
    if value < 0x80 {
      return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value)
    }
    return switch scalars[index].properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
      true
    default: false
    }
  }

  /// What may stand between the digits of a number: comma, thin space, narrow no-break space.
  static let thousandsSeparators: [Unicode.Scalar] = [",", "\u{2009}", "\u{202F}"]
}
