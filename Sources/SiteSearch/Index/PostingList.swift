/// The documents that hold a term, with its weighted frequency in each.
///
/// A posting is the step from the last document, doubled, plus 1 when a frequency other than 1
/// follows, as frequency minus 2.
struct PostingList: Sendable {
  private(set) var bytes: [UInt8] = []
  private var next = 0

  /// Adds a document; documents come in ascending order, frequencies are at least 1.
  ///
  /// - Returns: `false`, and nothing is added, for a document that does not come after the last.
  mutating func append(document: Int, frequency: Int) -> Bool {
    let step = document - next
    guard step >= 0 else { return false }
    next = document + 1
    PackedNumbers.append(step * 2 + (frequency > 1 ? 1 : 0), to: &bytes)
    if frequency > 1 { PackedNumbers.append(frequency - 2, to: &bytes) }
    return true
  }

  /// Reads the postings of a list; `nil` when it is damaged or names a document beyond `count`.
  static func postings(
    in text: some Sequence<UInt8>, count: Int
  ) -> [(document: Int, frequency: Int)]? {
    guard let numbers = PackedNumbers.numbers(in: text) else { return nil }
    var postings: [(document: Int, frequency: Int)] = []
    var next = 0
    var index = 0
    while index < numbers.count {
      let document = next + numbers[index] / 2
      var frequency = 1
      if numbers[index] % 2 == 1 {
        index += 1
        guard index < numbers.count else { return nil }
        frequency = numbers[index] + 2
      }
      guard document < count else { return nil }
      postings.append((document, frequency))
      next = document + 1
      index += 1
    }
    return postings
  }
}
