/// Counts the terms of documents: the part of building an index that is done once per document.
public struct SearchAnalyzer: Sendable {
  /// The version of the rules; it changes whenever the same document would be analysed differently.
  public static let version = 2
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
  /// text.
  public func analyze(_ document: SearchDocument) -> DocumentAnalysis {
    var count = TermCount(tokenizer: tokenizer)
    count.add(document.title, weight: weights.title)
    count.add(document.date, weight: weights.title)
    for heading in document.headings { count.add(heading, weight: weights.headings) }
    for term in document.terms { count.add(term, weight: weights.terms) }
    count.add(document.body, weight: weights.body)
    return DocumentAnalysis(
      analyzer: fingerprint, url: document.url,
      title: StoredText.line(document.title, limit: Self.titleBytes),
      kind: document.kind, date: document.date,
      text: StoredText.line(document.body, limit: limits.storedTextBytes),
      length: count.length, words: count.words, frequencies: count.frequencies)
  }
}

/// Occurrences of terms, weighted; a count stops at `largest`, so that sums cannot overflow.
private struct TermCount {
  static let largest = 1 << 30
  let tokenizer: SearchTokenizer
  private var table = TermTable()
  private(set) var frequencies: [Int] = []
  private(set) var length = 0

  init(tokenizer: SearchTokenizer) {
    self.tokenizer = tokenizer
  }

  /// The distinct terms with single spaces between them.
  var words: String { String(decoding: table.bytes.dropLast(), as: UTF8.self) }

  mutating func add(_ text: String, weight: Int) {
    guard weight > 0, !text.isEmpty else { return }
    let terms = tokenizer.terms(in: text)
    terms.bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<terms.count {
        let number = table.number(of: UnsafeBufferPointer(rebasing: bytes[terms.range(index)]))
        if number == frequencies.count {
          frequencies.append(weight)
        } else {
          frequencies[number] += weight
        }
        length += weight
      }
    }
    length = min(length, Self.largest)
  }
}
