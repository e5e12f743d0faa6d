import Foundation
import SiteSearch
import TestSupport
import Testing

/// `Tests/Fixtures/SearchTerms.json`: queries and their terms, which the script of the pages must give
/// too (`Benchmarks/Search/measure.py` runs it on the same file).
@Suite struct SharedTermsTests {
  @Test func queriesHaveTheTermsThatTheScriptGives() throws {
    let file = try Repository.root().appendingPathComponent("Tests/Fixtures/SearchTerms.json")
    let cases = try JSONDecoder().decode([[String]].self, from: Data(contentsOf: file))
    #expect(cases.count > 80)
    let tokenizer = SearchTokenizer(language: .english)
    for pair in cases {
      try #require(pair.count == 2)
      #expect(tokenizer.queryTerms(in: pair[0]).joined(separator: " ") == pair[1], "\(pair[0])")
    }
  }
}
