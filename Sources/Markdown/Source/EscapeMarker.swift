/// A character put after escaped punctuation, so that extensions see that it was escaped.
///
/// libcmark's tree says `~~` for `\~~` and for `~~`. The marker is a punctuation character that the
/// text itself does not use; punctuation, because it then changes nothing in how libcmark reads the
/// emphasis around it. It is taken out of everything that is written.
struct EscapeMarker {
  /// The marker in UTF-8, four bytes; empty when no escape needs one.
  var bytes: [UInt8] = []

  /// Cuneiform, Brahmi and Kharoshthi punctuation: categories Po in libcmark's table.
  private static let candidates: [UInt32] =
    Array(0x12470...0x12474) + Array(0x11047...0x1104D) + Array(0x10A50...0x10A58)

  /// A marker that a text does not hold; `nil` when it holds every candidate.
  ///
  /// Escapes then count as if they were not there for the extensions, which is safe.
  static func absent(from text: [UInt8]) -> EscapeMarker? {
    let used = scalarsOfFourBytes(in: text)
    guard let scalar = candidates.first(where: { !used.contains($0) }) else { return nil }
    return EscapeMarker(bytes: [
      0xF0, 0x80 | UInt8(scalar >> 12 & 0x3F), 0x80 | UInt8(scalar >> 6 & 0x3F),
      0x80 | UInt8(scalar & 0x3F),
    ])
  }

  /// Of the scalars from U+10000 to U+3FFFF, those that a text holds.
  private static func scalarsOfFourBytes(in text: [UInt8]) -> Set<UInt32> {
    var used: Set<UInt32> = []
    // Few texts hold any, which all bytes together tell at once.
    guard text.reduce(0, |) >= 0xF0 else { return used }
    for index in text.indices where text[index] == 0xF0 && index + 3 < text.count {
      used.insert(
        UInt32(text[index + 1] & 0x3F) << 12 | UInt32(text[index + 2] & 0x3F) << 6
          | UInt32(text[index + 3] & 0x3F))
    }
    return used
  }

  /// Whether the marker stands at an index.
  func stands(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard !self.bytes.isEmpty, index >= 0, index + 4 <= bytes.count, bytes[index] == 0xF0 else {
      return false
    }
    return bytes[index + 1] == self.bytes[1] && bytes[index + 2] == self.bytes[2]
      && bytes[index + 3] == self.bytes[3]
  }

  /// A text without markers.
  func removed(from bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard !self.bytes.isEmpty else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    var copied = 0
    while index < bytes.count {
      guard stands(in: bytes, at: index) else {
        index += 1
        continue
      }
      result += bytes[copied..<index]
      index += 4
      copied = index
    }
    result += bytes[copied...]
    return result
  }

  /// The length of the escape at an index that needs a marker after it; 0 for none.
  ///
  /// Escapes are a backslash with one of `~ [ ] ^ $ !`, and entities for these characters.
  static func escapeLength(in text: [UInt8], at index: Int) -> Int {
    guard index + 1 < text.count else { return 0 }
    if text[index] == 0x5C { return isSyntax(UInt32(text[index + 1])) ? 2 : 0 }
    guard text[index] == 0x26,
      let end = text[index..<min(index + 10, text.count)].firstIndex(of: 0x3B)
    else { return 0 }
    return isSyntax(entity: text[(index + 1)..<end]) ? end - index + 1 : 0
  }

  private static func isSyntax(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7E, 0x5B, 0x5D, 0x5E, 0x24, 0x21: true
    default: false
    }
  }

  private static func isSyntax(entity name: ArraySlice<UInt8>) -> Bool {
    guard name.first == 0x23 else {
      return ["dollar", "lbrack", "lsqb", "rbrack", "rsqb", "Hat", "excl"]
        .contains(String(decoding: name, as: UTF8.self))
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(number, radix: isHexadecimal ? 16 : 10).map(isSyntax) ?? false
  }
}
