/// The documents in which a query's term was found, with its frequency in each.
struct TermMatches {
  /// Frequencies of the term itself; with dates, of all dates that it stands for.
  private(set) var own: [Int: Int] = [:]
  /// Frequencies of the longer words that begin with it, taken together.
  private(set) var completions: [Int: Int] = [:]

  /// How much completions count when the term itself is a word of the index.
  static let completionWeight = 0.25

  /// Adds what a shard holds; `false` when the shard is damaged.
  mutating func add(_ term: QueryTerm, shard: String, documents: Int) -> Bool {
    let parts = shard.utf8.split(separator: 0x20)
    let prefix = term.prefix.map { Array($0.utf8) }
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let isOwn = parts[index].elementsEqual(term.text.utf8)
      guard isOwn || prefix.map({ parts[index].starts(with: $0) }) == true else { continue }
      guard let postings = PostingList.postings(in: parts[index + 1], count: documents) else {
        return false
      }
      for (document, frequency) in postings {
        if isOwn || term.reach == .dates {
          own[document, default: 0] += frequency
        } else {
          completions[document, default: 0] += frequency
        }
      }
    }
    return true
  }

  /// Adds the term's weight to the score of every document that holds it.
  ///
  /// A document that holds the term itself is scored by it alone. All completions count as one
  /// further term, fully when no document holds the term itself, otherwise by a quarter.
  func score(into scores: inout [Int: Double], model: BM25, lengths: [Int]) {
    let idf = model.inverseDocumentFrequency(holders: own.count)
    for (document, frequency) in own {
      scores[document, default: 0] += model.weight(
        frequency: frequency, length: lengths[document], inverseDocumentFrequency: idf)
    }
    let share = own.isEmpty ? 1 : Self.completionWeight
    let completionIDF = model.inverseDocumentFrequency(holders: completions.count) * share
    for (document, frequency) in completions where own[document] == nil {
      scores[document, default: 0] += model.weight(
        frequency: frequency, length: lengths[document], inverseDocumentFrequency: completionIDF)
    }
  }
}
