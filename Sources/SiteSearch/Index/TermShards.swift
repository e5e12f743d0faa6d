/// The postings of all terms, cut into shards in the order of the terms.
///
/// A shard's value is one string, `term postings term postings …`. The date of a document is a term
/// too, written `@2016-01-04`, which no word of a text can be.
struct TermShards: Sendable {
  /// The first byte of the terms that stand for documents' own dates.
  static let dateFacet = UInt8(ascii: "@")

  /// The value of each shard, as JSON.
  private(set) var values: [[UInt8]] = []
  /// The first term of each shard.
  private(set) var firstTerms: [String] = []

  private var shard: [UInt8] = []
  private let limit: Int

  init(_ documents: [DocumentAnalysis], limit: Int) {
    self.limit = limit
    let lists = Self.postings(of: documents)
    for term in lists.keys.sorted(by: TermOrder.precedes) {
      if let list = lists[term] { append(term, list.bytes) }
    }
    close()
  }

  private static func postings(of documents: [DocumentAnalysis]) -> [String: PostingList] {
    var lists: [String: PostingList] = [:]
    for (number, document) in documents.enumerated() {
      for (term, frequency) in zip(document.terms, document.frequencies) {
        lists[term, default: PostingList()].append(document: number, frequency: frequency)
      }
      if !document.date.isEmpty {
        lists["@" + document.date, default: PostingList()].append(document: number, frequency: 1)
      }
    }
    return lists
  }

  /// Adds a term; one that fills half a shard alone gets its own, so that rare words beside it stay
  /// cheap to load.
  private mutating func append(_ term: String, _ postings: [UInt8]) {
    let size = term.utf8.count + postings.count + 2
    let isLarge = size > limit / 2
    if isLarge || shard.count + size + 2 + IndexScript.overhead > limit { close() }
    if shard.isEmpty { firstTerms.append(term) } else { shard.append(0x20) }
    shard += term.utf8
    shard.append(0x20)
    shard += postings
    if isLarge { close() }
  }

  private mutating func close() {
    guard !shard.isEmpty else { return }
    values.append(IndexScript.string(String(decoding: shard, as: UTF8.self)))
    shard = []
  }
}
