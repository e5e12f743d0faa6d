import Foundation
import SiteSearch
import TestSupport
import Testing

/// The order of results against PyPI's rank-bm25 (`Benchmarks/Search/oracle.py`), over the documents of
/// the worked example as they were when the fixtures were recorded.
@Suite struct SearchOracleTests {
  private struct Expected: Decodable {
    var query: String
    /// Addresses and scores, the best first.
    var best: [Result]

    struct Result: Decodable {
      var url: String
      var score: Double

      init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        url = try pair.decode(String.self)
        score = try pair.decode(Double.self)
      }
    }
  }

  private func fixture<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
    let file = try Repository.root().appendingPathComponent("Tests/Fixtures/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  @Test func theFirstTenOfEveryQueryHaveTheScoresOfTheReference() throws {
    let documents = try fixture("SearchCorpus", [SearchDocument].self)
    let expected = try fixture("SearchOracle", [Expected].self)
    #expect(documents.count > 250 && expected.count == 60)
    let reader = try MemoryIndex(documents).reader()
    for query in expected {
      // The space ends the last word: the reference knows no beginnings of words.
      let found = try reader.answer(to: SearchQuery(query.query + " ")).results
      try #require(found.count == query.best.count, "\(query.query)")
      for (own, reference) in zip(found, query.best) {
        #expect(abs(own.score - reference.score) < 1e-6, "\(query.query): \(own) \(reference)")
      }
      // Equal scores come by address in both; rounding may part what is equal.
      let ties = Set(query.best.map { ($0.score * 1e6).rounded() }).count < query.best.count
      if !ties { #expect(found.map(\.url) == query.best.map(\.url), "\(query.query)") }
    }
  }

  @Test func theQueriesAreThoseOfTheTable() throws {
    let table = try fixture("SearchQueries", [[String]].self)
    #expect(try fixture("SearchOracle", [Expected].self).map(\.query) == table.map { $0[0] })
  }
}
