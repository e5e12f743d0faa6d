/// Counts the terms of documents: the part of building an index that is done once per document.
public struct SearchAnalyzer: Sendable {
  /// The version of the rules; it changes whenever the same document would be analysed differently.
  public static let version = 1
  /// The longest title that a result shows, in bytes of UTF-8.
  public static let titleBytes = 200

  /// The language of the documents.
  public let language: SearchLanguage
  /// How much each field counts.
  public let weights: FieldWeights
  /// What may be stored.
  public let limits: SearchIndexLimits
  /// Names the rules and settings: a part of the key under which an analysis may be cached.
  public let fingerprint: String

  private let tokenizer: SearchTokenizer

  /// Creates an analyser.
  public init(
    language: SearchLanguage = .english, weights: FieldWeights = .standard,
    limits: SearchIndexLimits = .standard
  ) {
    self.language = language
    self.weights = weights
    self.limits = limits
    tokenizer = SearchTokenizer(language: language)
    let months = tokenizer.monthTerms.map { "\($0.term)=\($0.month)" }.joined(separator: ",")
    let fields = "\(weights.title),\(weights.headings),\(weights.terms),\(weights.body)"
    fingerprint =
      "\(Self.version);\(language.stemming.rawValue);\(months);\(fields);\(limits.storedTextBytes)"
  }

  /// The analysis of one document.
  ///
  /// A document without any term is kept: it is found by its facets only. Complexity: linear in the
  /// text, apart from sorting the distinct terms.
  public func analyze(_ document: SearchDocument) -> DocumentAnalysis {
    var count = TermCount()
    count.add(tokenizer.documentTerms(in: document.title), weight: weights.title)
    count.add(tokenizer.documentTerms(in: document.date), weight: weights.title)
    for heading in document.headings {
      count.add(tokenizer.documentTerms(in: heading), weight: weights.headings)
    }
    for term in document.terms {
      count.add(tokenizer.documentTerms(in: term), weight: weights.terms)
    }
    count.add(tokenizer.documentTerms(in: document.body), weight: weights.body)
    let terms = count.frequencies.keys.sorted(by: TermOrder.precedes)
    return DocumentAnalysis(
      analyzer: fingerprint, url: document.url,
      title: StoredText.line(document.title, limit: Self.titleBytes),
      kind: document.kind, date: document.date,
      text: StoredText.line(document.body, limit: limits.storedTextBytes),
      length: count.length, terms: terms,
      frequencies: terms.map { count.frequencies[$0, default: 1] }
    )
  }
}

/// Occurrences of terms, weighted; a count stops at `largest`, so that sums cannot overflow.
private struct TermCount {
  static let largest = 1 << 30
  private(set) var frequencies: [String: Int] = [:]
  private(set) var length = 0

  mutating func add(_ terms: [String], weight: Int) {
    guard weight > 0 else { return }
    for term in terms {
      frequencies[term, default: 0] += weight
      length += weight
    }
    length = min(length, Self.largest)
  }
}
