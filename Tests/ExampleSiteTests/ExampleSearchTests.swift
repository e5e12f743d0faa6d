import Foundation
import MarketData
import SiteSearch
import TestSupport
import Testing

@testable import SiteGenerator

/// What a reader who asks the worked example gets to see first.
@Suite("Search over the example", .serialized)
struct ExampleSearchTests {
  /// `Tests/Fixtures/SearchQueries.json`: what a reader types, and the page meant by it.
  private func queries() throws -> [(text: String, page: String)] {
    let file = try Repository.root().appendingPathComponent("Tests/Fixtures/SearchQueries.json")
    return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: file)).map { row in
      try #require(row.count == 2)
      return (row[0], row[1])
    }
  }

  private func reader() throws -> SearchIndexReader {
    let files = Dictionary(
      uniqueKeysWithValues: Example.site.files.map { ($0.path, $0.bytes) })
    return try SearchIndexReader { files["search/index/" + $0] }
  }

  @Test("at least 57 of 60 queries find their page among the first three")
  func firstThree() throws {
    let queries = try queries()
    let reader = try reader()
    var missed: [String] = []
    for query in queries {
      #expect(Example.page(query.page + "index.html") != nil, "\(query.page) is no page")
      let found = try reader.answer(to: SearchQuery(query.text), limit: 8).results.map(\.url)
      if !found.prefix(3).contains(query.page + "index.html") {
        missed.append("\(query.text) → \(query.page): \(found)")
      }
    }
    #expect(queries.count == 60)
    #expect(missed.count <= 3, "\(missed.joined(separator: "\n"))")
  }

  @Test("an answer loads at most 300 kB")
  func weight() throws {
    let reader = try reader()
    for query in try queries() {
      let answer = try reader.answer(to: SearchQuery(query.text))
      #expect(answer.bytesLoaded <= 300_000, "\(query.text): \(answer.bytesLoaded)")
    }
  }

  /// The documents behind `Tests/Fixtures/SearchCorpus.json`, which is recorded with
  /// `HEDGEBOOK_RECORD=search`; `Benchmarks/Search/oracle.py` then computes the reference.
  @Test("the example's documents can be recorded for the reference ranking")
  func documents() throws {
    let documents = try Self.documents()
    #expect(documents.count == Set(documents.map(\.url)).count)
    #expect(documents.count { $0.kind == "daily" } == Example.decisions.count)
    guard ProcessInfo.processInfo.environment["HEDGEBOOK_RECORD"] == "search" else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try documents.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    let file = try Repository.root().appendingPathComponent("Tests/Fixtures/SearchCorpus.json")
    try Data("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8).write(to: file)
  }

  private static func documents() throws -> [SearchDocument] {
    var problems: [Diagnostic] = []
    let site = try SiteAssembly(
      content: Example.content,
      templates: TemplateLibrary(site: Example.root, product: nil, into: &problems),
      assets: SiteAssets(site: Example.root, product: nil), target: .web, version: "test"
    ).site(into: &problems)
    let plan = PagePlan(site: site)
    let pages =
      try plan.items.map { try PageRenderer.page($0.item, site: site, plan: plan, into: &problems) }
      + CalendarPages(site: site).pages()
    return pages.compactMap { page in page.search?.document(url: page.path.text) }
      .sorted { $0.url < $1.url }
  }
}
