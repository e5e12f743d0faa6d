import Foundation
import SiteSearch

/// Builds the index of 10,000 made-up pages and writes what the measurements in Python read.
private let arguments = CommandLine.arguments
private let count = arguments.count > 2 ? Int(arguments[2]) ?? 10_000 : 10_000
guard arguments.count > 1 else {
  print("usage: search-benchmark FOLDER [PAGES]")
  exit(64)
}
private let root = URL(fileURLWithPath: arguments[1], isDirectory: true)

private func write(_ bytes: [UInt8], _ path: String) throws {
  let url = root.appendingPathComponent(path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: url)
}

private func timed<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try work()
  let seconds = (clock.now - start) / .seconds(1)
  print("\(name): \((seconds * 100).rounded() / 100) s")
  return value
}

/// The best ten pages of each query in an index, with the largest sum of bytes that one loads.
private func answers(
  _ files: [SearchIndexFile], _ queries: [String]
) throws -> (urls: [[String]], largest: Int) {
  let index = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  let reader = try SearchIndexReader { index[$0] }
  let answers = try queries.map { try reader.answer(to: SearchQuery($0)) }
  return (answers.map { $0.results.map(\.url) }, answers.map(\.bytesLoaded).max() ?? 0)
}

private var corpus = ZipfCorpus()
private let pages = corpus.pages(count)
private let queries = corpus.queries(60)
private let analyzer = SearchAnalyzer()
private let analyses = timed("analyse \(count) pages") { pages.map(analyzer.analyze) }
private let files = try timed("merge into an index") {
  try SearchIndexBuilder(analyzer: analyzer).files(for: analyses)
}
for file in files { try write(file.bytes, "search/index/" + file.path) }
private let bytes = files.reduce(0) { $0 + $1.bytes.count }
print("\(files.count) files, \(bytes / 1000) kB, manifest \(files[0].bytes.count / 1000) kB")

// One field only, for the comparison with another implementation of BM25.
private let single = SearchAnalyzer(
  weights: FieldWeights(title: 0, headings: 0, terms: 0, body: 1))
private let singleFiles = try SearchIndexBuilder(analyzer: single)
  .files(for: pages.map(single.analyze))
// A space at the end: no completion of the last word, which the other implementation does not know.
private let found = try answers(singleFiles, queries.map { $0 + " " })
private let asked = try answers(files, queries)
// More of the commonest words than an answer may load.
private let common = (0..<40).map(ZipfCorpus.word).joined(separator: " ")
private let commonAnswer = try answers(files, [common])
print("largest answer of 60 queries: \(asked.largest / 1000) kB")
print("answer to the 40 commonest words: \(commonAnswer.largest / 1000) kB")
private let tokenizer = SearchTokenizer(language: .english)
private let comparison: [String: Any] = [
  "urls": pages.map(\.url), "queries": queries, "found": found.urls, "asked": asked.urls,
  "common": common, "commonFound": commonAnswer.urls,
  "documents": pages.map { tokenizer.documentTerms(in: $0.body) },
]
try write(Array(try JSONSerialization.data(withJSONObject: comparison)), "comparison.json")
exit(max(asked.largest, commonAnswer.largest) <= 300_000 ? 0 : 1)
