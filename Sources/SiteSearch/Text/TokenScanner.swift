/// Cuts text into the raw spans of its tokens, before folding.
///
/// A token is the first of these that fits at a letter, mark or decimal digit:
///
/// - a date `2016-01-04` or month `2016-01`, years 1000–2999;
/// - a number with separators, `1,940.24` or `18.7`: thousands after a comma, thin space or narrow
///   no-break space, then any number of parts after a point (`3.2.1`);
/// - letters, marks and digits, joined by `&` (`S&P`), with an English `'s` at the end.
///
/// `TOKEN` in `Templates/assets/search.js` is the same grammar as a regular expression. Positions are
/// those of UTF-8 bytes, which must be valid. Complexity: linear.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next token's span; `nil` at the end of the text.
  mutating func next() -> Range<Int>? {
    while position < bytes.count, wordWidth(position) == 0 {
      position += ScalarWidth.of(bytes[position])
    }
    guard position < bytes.count else { return nil }
    let start = position
    position = dateEnd(start) ?? numberEnd(start) ?? wordEnd(start)
    return start..<position
  }

  private func dateEnd(_ start: Int) -> Int? {
    guard isDigit(start, from: 0x31, to: 0x32), isDigit(start + 1), isDigit(start + 2),
      isDigit(start + 3), isPart(start + 4, atMost: 12)
    else { return nil }
    let month = start + 7
    if isPart(month, atMost: 31), wordWidth(month + 3) == 0 { return month + 3 }
    return wordWidth(month) > 0 ? nil : month
  }

  /// Whether `-01` to `-<limit>` is written at an index.
  private func isPart(_ index: Int, atMost limit: Int) -> Bool {
    guard byte(index) == UInt8(ascii: "-"), isDigit(index + 1), isDigit(index + 2) else {
      return false
    }
    let value = Int(bytes[index + 1] - 0x30) * 10 + Int(bytes[index + 2] - 0x30)
    return value >= 1 && value <= limit
  }

  private func numberEnd(_ start: Int) -> Int? {
    guard isDigit(start) else { return nil }
    var end = digitsEnd(start)
    guard wordWidth(end) == 0 else { return nil }
    while true {
      let digits = end + Self.separatorWidth(bytes, end)
      guard digits > end, digitsEnd(digits) == digits + 3, wordWidth(digits + 3) == 0 else { break }
      end = digits + 3
    }
    while byte(end) == UInt8(ascii: "."), isDigit(end + 1) {
      let next = digitsEnd(end + 1)
      guard wordWidth(next) == 0 else { break }
      end = next
    }
    return end
  }

  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while true {
      while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
      let width = wordWidth(end)
      if width > 0 {
        end += width
      } else if byte(end) == UInt8(ascii: "&"), wordWidth(end + 1) > 0 {
        end += 1
      } else {
        break
      }
    }
    let letter = end + Self.apostropheWidth(bytes, end)
    let hasPossessive =
      letter > end && (byte(letter) == UInt8(ascii: "s") || byte(letter) == UInt8(ascii: "S"))
      && wordWidth(letter + 1) == 0
    return hasPossessive ? letter + 1 : end
  }

  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isDigit(_ index: Int, from low: UInt8 = 0x30, to high: UInt8 = 0x39) -> Bool {
    index < bytes.count && bytes[index] >= low && bytes[index] <= high
  }

  /// The bytes of the letter, mark or decimal digit at an index (`\p{L}`, `\p{M}`, `\p{Nd}`); 0 when
  /// there is none.
  private func wordWidth(_ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    if byte < 0x80 { return Self.isWord(byte) ? 1 : 0 }
    let width = ScalarWidth.of(byte)
    let span = UnsafeBufferPointer(rebasing: bytes[index..<min(index + width, bytes.count)])
    let scalar = String(decoding: span, as: UTF8.self).unicodeScalars.first
    return switch scalar?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
      width
    default: 0
    }
  }

  /// Whether a byte is a letter or digit of ASCII.
  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The bytes of what may stand between the digits of a number at an index: comma, thin space, narrow
  /// no-break space; 0 for none.
  static func separatorWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == UInt8(ascii: ",") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x89 || bytes[index + 2] == 0xAF ? 3 : 0
  }

  /// The bytes of a straight or typographic apostrophe at an index; 0 for none.
  static func apostropheWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == UInt8(ascii: "'") { return 1 }
    let isTypographic =
      index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x99
    return isTypographic ? 3 : 0
  }
}

/// How many bytes of UTF-8 a scalar takes, by its first byte.
enum ScalarWidth {
  static func of(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
