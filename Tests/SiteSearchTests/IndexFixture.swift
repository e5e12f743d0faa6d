import SiteSearch

/// An index held in memory, for tests.
struct MemoryIndex: Sendable {
  var files: [String: [UInt8]]

  init(
    _ documents: [SearchDocument], analyzer: SearchAnalyzer = SearchAnalyzer()
  ) throws(SearchIndexError) {
    let built = try SearchIndexBuilder(analyzer: analyzer)
      .files(for: documents.map(analyzer.analyze))
    files = Dictionary(uniqueKeysWithValues: built.map { ($0.path, $0.bytes) })
  }

  func reader() throws(SearchIndexError) -> SearchIndexReader {
    let files = files
    return try SearchIndexReader { files[$0] }
  }

  func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  /// The addresses that a query finds, best first.
  func urls(
    _ query: String, kind: String? = nil, date: String = "", limit: Int = 10
  ) throws(SearchIndexError) -> [String] {
    try reader().answer(to: SearchQuery(query, kind: kind, date: date), limit: limit)
      .results.map(\.url)
  }
}

/// Three pages that differ in every field.
enum SamplePages {
  static let daily = SearchDocument(
    url: "daily/2016-01-04/", title: "Hedge write-up, Monday 4 January 2016", kind: "daily",
    date: "2016-01-04", headings: ["State of the hedge", "Scenarios"], terms: ["contango"],
    body: "The S&P 500 closed at 2,012.66; the VIX at 20.70. Losses are covered to 85 %.")
  static let term = SearchDocument(
    url: "glossary/contango/", title: "Contango", kind: "term",
    body: "A curve of futures that rises with time to expiration. The opposite is backwardation.")
  static let lesson = SearchDocument(
    url: "lessons/condor/", title: "What a condor pays", kind: "lesson", headings: ["Pay-off"],
    terms: ["iron condor", "break-even"],
    body: "An iron condor earns its credit when the index stays between the short strikes.")
  static let all = [daily, term, lesson]
}
