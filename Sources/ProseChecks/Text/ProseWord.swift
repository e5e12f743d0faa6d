/// A word of a text: letters and digits; hyphens and apostrophes part words.
struct ProseWord: Sendable {
  /// A hash of the word in lower case; equal words have equal hashes on every machine.
  var hash: UInt64
  var start: Int
  var end: Int

  /// Spreads a hash over all its bits (2⁶⁴ divided by the golden ratio).
  private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Number of bytes of a word's character at an index; 0 where none stands.
  ///
  /// Punctuation beyond ASCII (U+0080 to U+00BF, U+2000 to U+203F) parts words.
  static func width(_ byte: UInt8, _ next: UInt8) -> Int {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 1
    case 0xC3...0xDF: 2
    case 0xE2: next == 0x80 ? 0 : 3
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 0
    }
  }

  /// The words of a text.
  ///
  /// Complexity: O(n).
  static func words(of bytes: [UInt8]) -> [ProseWord] {
    var words: [ProseWord] = []
    words.reserveCapacity(bytes.count / 5)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let end = end(of: bytes, from: index)
        if end.index > index {
          words.append(ProseWord(hash: end.hash, start: index, end: end.index))
          index = end.index
        } else {
          index += 1
        }
      }
    }
    return words
  }

  /// Where a word that begins at an index ends, with its hash; the index itself where none begins.
  @inline(__always)
  static func end(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (index: Int, hash: UInt64) {
    var index = start
    // Words of up to eight bytes are their own hash; longer ones are folded.
    var hash: UInt64 = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Setting the bit makes letters small and leaves digits as they are.
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
        hash = (hash << 8 | hash >> 56) ^ UInt64(byte | 0x20)
        index += 1
      } else {
        guard byte >= 0x80 else { break }
        let width = width(byte, index + 1 < bytes.count ? bytes[index + 1] : 0)
        guard width > 0 else { break }
        let stop = min(index + width, bytes.count)
        while index < stop {
          hash = (hash << 8 | hash >> 56) ^ UInt64(bytes[index])
          index += 1
        }
      }
    }
    return (index, (hash &* spread) ^ (hash >> 32))
  }

  /// Whether only blanks, hyphens and apostrophes part two words.
  static func isGap(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
      switch byte {
      // Space, line end, hyphen, apostrophe; bytes of U+00A0, U+2010, U+2011, U+2019, U+202F.
      case 0x20, 0x0A, 0x2D, 0x27, 0xC2, 0xA0, 0xE2, 0x80, 0x90, 0x91, 0x99, 0xAF: true
      default: false
      }
    }
  }
}
