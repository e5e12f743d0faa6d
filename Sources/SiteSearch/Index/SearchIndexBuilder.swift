/// Makes the files of an index from the analyses of all documents.
///
/// The files depend on the set of analyses only, not on their order: documents are numbered by
/// address, terms sorted by UTF-16 code units. The module's README describes the format.
public struct SearchIndexBuilder: Sendable {
  /// The analyser whose analyses are accepted.
  public let analyzer: SearchAnalyzer

  /// Creates a builder.
  public init(analyzer: SearchAnalyzer) {
    self.analyzer = analyzer
  }

  /// The files of the index, sorted as they are numbered; the manifest is the first.
  ///
  /// Without any document the index is a manifest that answers every query with nothing. Complexity:
  /// O(p + t log t) for p pairs of document and term and t terms.
  ///
  /// - Throws: `SearchIndexError` when two documents have one address, an address leads out of the
  ///   site, a date is not one, or an analysis was made by another analyser or is damaged.
  public func files(
    for analyses: [DocumentAnalysis]
  ) throws(SearchIndexError) -> [SearchIndexFile] {
    let documents = analyses.sorted { TermOrder.precedes($0.url, $1.url) }
    try validate(documents)
    let kinds = Set(documents.map(\.kind)).sorted(by: TermOrder.precedes)
    let terms = try TermShards(documents, limit: analyzer.limits.termShardBytes)
    let pages = PageShards(documents, limit: analyzer.limits.pageShardBytes)
    var identifier = BuildIdentifier()
    for value in terms.values + pages.values { identifier.add(value) }
    let manifest = ManifestValue(
      analyzer: analyzer, documents: documents, kinds: kinds, terms: terms, pages: pages
    ).bytes
    identifier.add(manifest)
    return scripts(manifest, terms, pages, build: identifier.text)
  }

  private func validate(_ documents: [DocumentAnalysis]) throws(SearchIndexError) {
    var previous: String?
    for document in documents {
      if let previous, previous.utf16.elementsEqual(document.url.utf16) {
        throw .repeatedURL(document.url)
      }
      previous = document.url
      guard document.analyzer == analyzer.fingerprint else {
        throw .otherAnalyzer(url: document.url)
      }
      if let problem = document.problem { throw problem }
    }
  }

  private func scripts(
    _ manifest: [UInt8], _ terms: TermShards, _ pages: PageShards, build: String
  ) -> [SearchIndexFile] {
    var files = [file("manifest", build, manifest)]
    for (index, value) in terms.values.enumerated() {
      files.append(file("terms/\(index)", build, value))
    }
    for (index, value) in pages.values.enumerated() {
      files.append(file("pages/\(index)", build, value))
    }
    return files
  }

  private func file(_ name: String, _ build: String, _ value: [UInt8]) -> SearchIndexFile {
    SearchIndexFile(
      path: name + ".js", bytes: IndexScript.bytes(name: name, build: build, value: value))
  }
}
