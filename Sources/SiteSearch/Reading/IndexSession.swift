/// The files that one answer reads: each once, checked, and their bytes counted.
struct IndexSession {
  private let manifest: IndexManifest
  private let load: @Sendable (String) -> [UInt8]?
  private var values: [String: IndexValue] = [:]
  private(set) var bytesLoaded: Int

  init(
    manifest: IndexManifest, load: @escaping @Sendable (String) -> [UInt8]?, bytesLoaded: Int
  ) {
    self.manifest = manifest
    self.load = load
    self.bytesLoaded = bytesLoaded
  }

  /// Where a term, its completions or its dates occur.
  mutating func matches(
    _ term: QueryTerm, shards: ClosedRange<Int>
  ) throws(SearchIndexError) -> TermMatches {
    var matches = TermMatches()
    for shard in shards {
      let name = "terms/\(shard)"
      guard let text = try value(name).string,
        matches.add(term, shard: text, documents: manifest.lengths.count)
      else { throw .damagedFile(name + ".js") }
    }
    return matches
  }

  /// The results for ranked documents.
  mutating func results(
    _ ranked: ArraySlice<(document: Int, score: Double)>
  ) throws(SearchIndexError) -> [SearchAnswer.Result] {
    var results: [SearchAnswer.Result] = []
    for (document, score) in ranked {
      let (shard, place) = manifest.page(of: document)
      let name = "pages/\(shard)"
      guard let pages = try value(name).array, place < pages.count,
        let fields = pages[place].array?.compactMap(\.string), fields.count == 4
      else { throw .damagedFile(name + ".js") }
      results.append(
        SearchAnswer.Result(
          url: fields[0], title: fields[1],
          kind: manifest.kinds[manifest.kindOfDocument[document]], date: fields[2],
          text: fields[3], score: score))
    }
    return results
  }

  private mutating func value(_ name: String) throws(SearchIndexError) -> IndexValue {
    if let value = values[name] { return value }
    let path = name + ".js"
    guard let bytes = load(path) else { throw .missingFile(path) }
    guard let script = IndexScriptReader.read(bytes), script.name == name else {
      throw .damagedFile(path)
    }
    guard script.build == manifest.build else { throw .otherBuild(path) }
    values[name] = script.value
    bytesLoaded += bytes.count
    return script.value
  }
}
