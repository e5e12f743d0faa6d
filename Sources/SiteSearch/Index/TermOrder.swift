/// The order of terms in an index: UTF-16 code units, which is how JavaScript compares strings.
enum TermOrder {
  /// Whether one term comes before another.
  ///
  /// UTF-8 bytes have the same order, but for scalars beyond U+FFFF: they come before U+E000–U+FFFF,
  /// because their surrogates do.
  static func precedes(_ first: String, _ second: String) -> Bool {
    var others = second.utf8.makeIterator()
    for byte in first.utf8 {
      guard let other = others.next() else { return false }
      guard byte != other else { continue }
      let isSurrogate = byte >= 0xF0
      if byte >= 0xEE, other >= 0xEE, isSurrogate != (other >= 0xF0) { return isSurrogate }
      return byte < other
    }
    return others.next() != nil
  }
}
