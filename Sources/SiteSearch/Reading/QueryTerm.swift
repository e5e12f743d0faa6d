/// One term of a query, and what else it stands for.
struct QueryTerm: Hashable, Sendable {
  /// Which other terms are found by a term.
  enum Reach: Hashable, Sendable {
    /// None.
    case exact
    /// Those that begin with it; they count less than the term itself.
    case completions
    /// Dates that begin with it, as if they were the same term.
    case dates
  }

  let text: String
  let reach: Reach

  /// The distinct terms of a query's first 200 scalars, in order.
  static func terms(of query: String, tokenizer: SearchTokenizer) -> [QueryTerm] {
    var terms: [QueryTerm] = []
    let text = String(String.UnicodeScalarView(query.unicodeScalars.prefix(200)))
    let isOpen = text.unicodeScalars.last.map { !$0.properties.isWhitespace } ?? false
    let words = tokenizer.queryTerms(in: text)
    for (index, word) in words.enumerated() {
      let isCompleted = isOpen && index == words.count - 1 && word.utf16.count > 1
      let term = QueryTerm(
        text: word, reach: isDate(word) ? .dates : isCompleted ? .completions : .exact)
      if let earlier = terms.firstIndex(where: { $0.text == word }) {
        terms[earlier] = term
      } else {
        terms.append(term)
      }
    }
    return terms
  }

  /// Whether a term is a year, month or date: dates that begin with it are meant as well.
  private static func isDate(_ term: String) -> Bool {
    let bytes = Array(term.utf8)
    guard [4, 7, 10].contains(bytes.count), bytes[0] == 0x31 || bytes[0] == 0x32 else {
      return false
    }
    return bytes.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
    }
  }

  /// What all other terms that it finds begin with; `nil` for none.
  var prefix: String? {
    switch reach {
    case .exact: nil
    case .completions: text
    case .dates: text + "-"
    }
  }
}
