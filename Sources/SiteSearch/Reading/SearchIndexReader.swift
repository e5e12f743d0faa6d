/// Answers queries from the files of an index, as the script of the pages does.
public struct SearchIndexReader: Sendable {
  private let manifest: IndexManifest
  private let manifestBytes: Int
  private let tokenizer: SearchTokenizer
  private let model: BM25
  private let load: @Sendable (String) -> [UInt8]?

  /// Opens an index.
  ///
  /// - Parameter load: the bytes of a file of the index by its path, such as `manifest.js`; `nil`
  ///   when there is none.
  /// - Throws: `SearchIndexError.missingFile` or `damagedFile` for the manifest.
  public init(load: @escaping @Sendable (String) -> [UInt8]?) throws(SearchIndexError) {
    guard let bytes = load("manifest.js") else { throw .missingFile("manifest.js") }
    guard let script = IndexScriptReader.read(bytes), script.name == "manifest",
      let manifest = IndexManifest(build: script.build, value: script.value)
    else { throw .damagedFile("manifest.js") }
    self.manifest = manifest
    self.load = load
    manifestBytes = bytes.count
    tokenizer = SearchTokenizer(language: manifest.language)
    model = BM25(documents: manifest.lengths.count, totalLength: manifest.totalLength)
  }

  /// The facets of the pages, sorted.
  public var kinds: [String] { manifest.kinds }
  /// The number of pages.
  public var documentCount: Int { manifest.lengths.count }

  /// The pages that match a query.
  ///
  /// Without a word the pages of the kind and date are listed by address; without any of them there
  /// is nothing to find. A negative `limit` counts as 0.
  ///
  /// - Parameters:
  ///   - query: What is looked for.
  ///   - limit: The most results that are returned; they alone load pages.
  /// - Returns: the best pages, and how many there are.
  /// - Throws: `SearchIndexError` when a file of the index is missing, damaged or of another build.
  public func answer(
    to query: SearchQuery, limit: Int = SearchIndexLimits.resultsPerAnswer
  ) throws(SearchIndexError) -> SearchAnswer {
    var session = IndexSession(manifest: manifest, load: load, bytesLoaded: manifestBytes)
    let terms = QueryTerm.terms(of: query.text, tokenizer: tokenizer)
    let filter = query.date.isEmpty ? nil : QueryTerm(text: "@" + query.date, reach: .dates)
    let plan = ShardPlan(terms, filter: filter, manifest: manifest)
    var dated: Set<Int>? = filter == nil ? nil : []
    if let filter = plan.filter {
      dated = Set(try session.matches(filter.term, shards: filter.shards).own.keys)
    }
    var scores: [Int: Double] = [:]
    for entry in plan.admitted {
      let matches = try session.matches(entry.term, shards: entry.shards)
      matches.score(into: &scores, model: model, lengths: manifest.lengths)
    }
    if terms.isEmpty, query.kind != nil || dated != nil {
      for document in manifest.lengths.indices { scores[document] = 0 }
    }
    let ranked = ranking(scores, kind: query.kind, dated: dated)
    return SearchAnswer(
      results: try session.results(ranked.prefix(max(0, limit))), total: ranked.count,
      omittedTerms: plan.omitted, bytesLoaded: session.bytesLoaded)
  }

  private func ranking(
    _ scores: [Int: Double], kind: String?, dated: Set<Int>?
  ) -> [(document: Int, score: Double)] {
    scores.filter { document, _ in
      (kind == nil || manifest.kinds[manifest.kindOfDocument[document]] == kind)
        && dated?.contains(document) != false
    }
    .map { (document: $0.key, score: $0.value) }
    .sorted { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }
  }
}
