/// A phrase made ready for comparison with the words of a text.
struct WordPhrase: Sendable {
  /// Hashes of the alternatives for each word.
  let words: [[UInt64]]

  /// Reads a phrase; `|` parts alternatives for a word.
  init(_ phrase: String) {
    words = phrase.split(separator: " ").flatMap { word -> [[UInt64]] in
      let alternatives = word.split(separator: "|").map { ProseWord.words(of: Array($0.utf8)) }
      guard alternatives.count > 1 else { return alternatives.first?.map { [$0.hash] } ?? [] }
      return [alternatives.compactMap { $0.first?.hash }]
    }
  }

  /// Whether a phrase can be read: it has a word, and alternatives are single words.
  static func isReadable(_ phrase: String) -> Bool {
    let words = phrase.split(separator: " ")
    return !words.isEmpty
      && words.allSatisfy { word in
        let counts = word.split(separator: "|").map { ProseWord.words(of: Array($0.utf8)).count }
        return counts.count == 1 ? counts[0] > 0 : !counts.isEmpty && counts.allSatisfy { $0 == 1 }
      }
  }

  /// Whether the phrase stands from a word on.
  func stands(at index: Int, in prose: MaskedProse) -> Bool {
    guard !words.isEmpty, index + words.count <= prose.words.count else { return false }
    for (offset, alternatives) in words.enumerated() {
      guard alternatives.contains(prose.words[index + offset].hash) else { return false }
      guard offset > 0 else { continue }
      let gap = prose.words[index + offset - 1].end..<prose.words[index + offset].start
      guard ProseWord.isGap(prose.bytes[gap]) else { return false }
    }
    return true
  }
}
