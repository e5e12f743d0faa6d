/// A sentence of a text with the numbers in it.
struct ProseSentence {
  /// The sentence as it was written, references included.
  let source: String
  /// The author's words in small letters, blanks made single.
  let folded: String
  /// The numbers with their offsets in the text's bytes.
  let numbers: [(reading: NumberReading, offset: Int)]

  private static let otherTimes: Set<String> = Set(
    ("january february march april may june july august september october november december monday "
      + "tuesday wednesday thursday friday saturday sunday yesterday last ago since earlier previous "
      + "previously before then record once year years month months week weeks former formerly "
      + "next tomorrow").split(separator: " ").map(String.init))

  /// Whether the sentence speaks of a time other than the page's own.
  var namesAnotherTime: Bool {
    folded.split { !$0.isLetter && !$0.isNumber }.contains { word in
      Self.otherTimes.contains(String(word))
        || word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
          && word.allSatisfy(\.isNumber) && !folded.contains("\(word).")
    }
  }

  /// The sentences of a text: a full stop, question or exclamation mark before a blank ends one, and
  /// so does an empty line.
  static func sentences(of prose: MaskedProse) -> [ProseSentence] {
    var sentences: [ProseSentence] = []
    let bytes = prose.bytes
    var start = 0
    for index in bytes.indices {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      let isEnd =
        ".!?".utf8.contains(bytes[index]) && (next == 0x20 || next == 0x0A)
        || bytes[index] == 0x0A && next == 0x0A
      guard isEnd || index + 1 == bytes.count else { continue }
      if let sentence = ProseSentence(prose, start..<(index + 1)) { sentences.append(sentence) }
      start = index + 1
    }
    return sentences
  }

  private init?(_ prose: MaskedProse, _ range: Range<Int>) {
    let masked = prose.bytes[range]
    guard masked.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    source = prose.text(range)
    let text = String(decoding: masked, as: UTF8.self)
    folded = text.lowercased().split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    numbers = Self.numbers(Array(text.unicodeScalars), from: range.lowerBound)
  }

  private static func numbers(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> [(reading: NumberReading, offset: Int)] {
    var numbers: [(reading: NumberReading, offset: Int)] = []
    var index = 0
    var offset = start
    func advance(to end: Int) {
      while index < end {
        offset += UTF8.width(scalars[index])
        index += 1
      }
    }
    while index < scalars.count {
      let before = index > 0 ? scalars[index - 1] : " "
      let isFree =
        !before.properties.isAlphabetic && !ConditionLexer.isDigit(before)
        && !".-:/^".unicodeScalars.contains(before)
      guard isFree, let reading = NumberReading(scalars, at: index) else {
        advance(to: index + 1)
        continue
      }
      let next = reading.end < scalars.count ? scalars[reading.end] : " "
      // Ordinals, times, ranges and fractions are no values.
      if !next.properties.isAlphabetic, !":/–-".unicodeScalars.contains(next) {
        numbers.append((reading, offset))
      }
      advance(to: reading.end)
    }
    return numbers
  }
}
