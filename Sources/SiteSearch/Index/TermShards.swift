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

  /// - Throws: `SearchIndexError.damagedAnalysis` for a document that names a term twice.
  init(_ documents: [DocumentAnalysis], limit: Int) throws(SearchIndexError) {
    self.limit = limit
    let postings = try Postings(documents)
    let table = postings.table
    for number in table.sortedNumbers {
      append(table.bytes[table.range(number)], postings.lists[number].bytes)
    }
    close()
  }

  /// Adds a term; one that fills half a shard alone gets its own, so that rare words beside it stay
  /// cheap to load.
  private mutating func append(_ term: ArraySlice<UInt8>, _ postings: [UInt8]) {
    let size = term.count + postings.count + 2
    let isLarge = size > limit / 2
    if isLarge || shard.count + size + 2 + IndexScript.overhead > limit { close() }
    if shard.isEmpty {
      firstTerms.append(String(decoding: term, as: UTF8.self))
    } else {
      shard.append(0x20)
    }
    shard += term
    shard.append(0x20)
    shard += postings
    if isLarge { close() }
  }

  private mutating func close() {
    guard !shard.isEmpty else { return }
    var value: [UInt8] = []
    shard.withUnsafeBufferPointer { IndexScript.append($0, to: &value) }
    values.append(value)
    shard.removeAll(keepingCapacity: true)
  }
}

/// The postings of every term and date of some documents, which are numbered in their order.
private struct Postings {
  private(set) var table = TermTable()
  private(set) var lists: [PostingList] = []

  init(_ documents: [DocumentAnalysis]) throws(SearchIndexError) {
    for (document, analysis) in documents.enumerated() {
      guard add(analysis, document) else { throw .damagedAnalysis(url: analysis.url) }
    }
  }

  /// Adds the terms of a document; `false` when one is there twice.
  private mutating func add(_ analysis: DocumentAnalysis, _ document: Int) -> Bool {
    if !analysis.date.isEmpty {
      var facet = "@" + analysis.date
      facet.withUTF8 { _ = add($0, document, frequency: 1) }
    }
    var words = analysis.words
    return words.withUTF8 { bytes in
      var start = 0
      for frequency in analysis.frequencies {
        var end = start
        while end < bytes.count, bytes[end] != 0x20 { end += 1 }
        let term = UnsafeBufferPointer(rebasing: bytes[start..<end])
        guard add(term, document, frequency: frequency) else { return false }
        start = end + 1
      }
      return true
    }
  }

  private mutating func add(
    _ term: UnsafeBufferPointer<UInt8>, _ document: Int, frequency: Int
  ) -> Bool {
    let number = table.number(of: term)
    if number == lists.count { lists.append(PostingList()) }
    return lists[number].append(document: document, frequency: frequency)
  }
}
