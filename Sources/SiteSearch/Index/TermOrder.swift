/// The order of terms in an index: UTF-16 code units, which is how JavaScript compares strings.
enum TermOrder {
  /// Whether one term comes before another.
  ///
  /// UTF-8 bytes have the same order, but for scalars beyond U+FFFF: they come before U+E000–U+FFFF,
  /// because their surrogates do.
  static func precedes(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<min(first.count, second.count) {
      let (byte, other) = (first[index], second[index])
      guard byte != other else { continue }
      let isSurrogate = byte >= 0xF0
      if byte >= 0xEE, other >= 0xEE, isSurrogate != (other >= 0xF0) { return isSurrogate }
      return byte < other
    }
    return first.count < second.count
  }

  /// The same for strings.
  static func precedes(_ first: String, _ second: String) -> Bool {
    var (first, second) = (first, second)
    return first.withUTF8 { bytes in second.withUTF8 { precedes(bytes, $0) } }
  }
}
