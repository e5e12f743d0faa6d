/// The order of terms in an index: UTF-16 code units, which is how JavaScript compares strings.
enum TermOrder {
  /// Whether one term comes before another.
  static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf16.lexicographicallyPrecedes(second.utf16)
  }
}
