/// One spelling of a term, with what may differ where it is used.
struct TermForm: Sendable {
  /// Position of the term.
  let term: Int
  /// The spelling as the glossary has it.
  let text: String
  let bytes: [UInt8]
  let words: [UInt64]
  /// Whether the first letter may be large or small, as in ordinary words.
  let isOrdinary: Bool
  /// A spelling that the glossary does not have, made from one that it has.
  let isVariant: Bool

  init(term: Int, text: String, spelling: String? = nil) {
    self.term = term
    self.text = text
    let spelling = spelling ?? text
    bytes = Array(spelling.utf8)
    words = ProseWord.words(of: bytes).map(\.hash)
    isOrdinary = !spelling.dropFirst().contains { $0.isUppercase }
    isVariant = spelling != text
  }

  /// Where the form ends when it stands in a text from an index on, as it is spelt; any run of blanks
  /// stands for a space.
  func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    for (offset, byte) in self.bytes.enumerated() {
      guard index < bytes.count else { return nil }
      if byte == 0x20 {
        guard Self.isBlank(bytes[index]) else { return nil }
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
      } else {
        let isEqual =
          bytes[index] == byte
          || offset == 0 && isOrdinary && bytes[index] | 0x20 == byte | 0x20 && byte | 0x20 >= 0x61
        guard isEqual else { return nil }
        index += 1
      }
    }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
