/// Terms one after the other in one array of UTF-8 bytes, in the order of the text.
struct TermBuffer {
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// The range of a term in `bytes`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// The bytes of a term.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// All terms as strings.
  var strings: [String] {
    ends.indices.map { String(decoding: self[$0], as: UTF8.self) }
  }

  mutating func reserve(bytes count: Int) {
    bytes.reserveCapacity(count)
    ends.reserveCapacity(count / 5)
  }

  /// Adds bytes to the term that is being written.
  mutating func write(_ text: some Collection<UInt8>) { bytes += text }

  /// Makes the letters of ASCII that were written since a length of `bytes` small.
  mutating func lowercase(from start: Int) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in start..<bytes.count where bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
    }
  }

  /// Where the term that is being written begins.
  var openStart: Int { ends.last ?? 0 }

  /// Takes back what was written beyond a length of `bytes`.
  mutating func cut(to length: Int) { bytes.removeLast(bytes.count - length) }

  /// Ends the term that was written, without its plural ending if that is wanted; an empty one is none.
  mutating func close(stems: Bool = false) {
    guard bytes.count > openStart else { return }
    if stems { LightStemmer.stem(&bytes, from: openStart) }
    ends.append(bytes.count)
  }

  mutating func removeLast(_ count: Int) {
    ends.removeLast(count)
    cut(to: openStart)
  }
}
