import Foundation
import SiteSearch
import Testing

@Suite struct DocumentAnalysisTests {
  @Test func fieldsCountWithTheirWeights() {
    let document = SearchDocument(
      url: "a/", title: "Puts", kind: "page", date: "2016", headings: ["Put"], terms: ["put"],
      body: "put call")
    let analysis = SearchAnalyzer().analyze(document)
    #expect(analysis.terms == ["put", "2016", "call"])
    #expect(analysis.frequencies == [13, 5, 1])
    #expect(analysis.length == 19)
    let bodyOnly = FieldWeights(title: 0, headings: -1, terms: 0, body: 1)
    #expect(SearchAnalyzer(weights: bodyOnly).analyze(document).terms == ["put", "call"])
  }

  @Test func anAnalysisSurvivesACache() throws {
    let analyzer = SearchAnalyzer()
    let analyses = SamplePages.all.map(analyzer.analyze)
    let cached = try JSONDecoder().decode(
      [DocumentAnalysis].self, from: JSONEncoder().encode(analyses))
    let builder = SearchIndexBuilder(analyzer: analyzer)
    #expect(try builder.files(for: cached) == builder.files(for: analyses))
  }

  @Test func anAnalysisOfOtherRulesIsRefused() throws {
    let other = SearchAnalyzer(language: .neutral).analyze(SamplePages.term)
    #expect(throws: SearchIndexError.otherAnalyzer(url: "glossary/contango/")) {
      try SearchIndexBuilder(analyzer: SearchAnalyzer()).files(for: [other])
    }
  }

  @Test(
    "a damaged analysis is refused",
    arguments: [
      (#""frequencies":[1"#, #""frequencies":[0"#), (#""frequencies":[1"#, #""frequencies":[-1"#),
      (#""frequencies":[1"#, #""frequencies":[1,1"#), (#""words":"a"#, #""words":"c"#),
      (#""words":"a"#, #""words":"a b"#), (#""words":"a"#, #""words":""#),
      (#""words":"a"#, #""words":"a "#), (#""words":"a c"#, #""words":"a c "#),
      (#""words":"a"#, #""words":"a\""#), (#""words":"a"#, #""words":"a\u0001"#),
      (#""words":"a"#, #""words":"@2016"#), (#""length":2"#, #""length":-2"#),
    ])
  func damage(part: String, replacement: String) throws {
    let analyzer = SearchAnalyzer()
    let document = SearchDocument(url: "u/", title: "", kind: "page", body: "a c")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let sound = String(decoding: try encoder.encode(analyzer.analyze(document)), as: UTF8.self)
    #expect(sound.contains(part))
    let json = sound.replacingOccurrences(of: part, with: replacement)
    let damaged = try JSONDecoder().decode(DocumentAnalysis.self, from: Data(json.utf8))
    #expect(throws: SearchIndexError.damagedAnalysis(url: "u/")) {
      try SearchIndexBuilder(analyzer: analyzer).files(for: [damaged])
    }
  }

  @Test func storedTextIsOneLineOfWholeWords() {
    let limits = SearchIndexLimits(
      termShardBytes: 512, pageShardBytes: 512, storedTextBytes: 256, answerBytes: 4096)
    let analyzer = SearchAnalyzer(limits: limits)
    func stored(_ body: String) -> String {
      analyzer.analyze(SearchDocument(url: "", title: "", kind: "page", body: body)).text
    }
    #expect(stored("") == "")
    #expect(stored("  a\n\n\tb\u{0}c  ") == "a b c")
    let words = String(repeating: "word ", count: 100)
    #expect(stored(words) == String(repeating: "word ", count: 50) + "word…")
    #expect(stored(String(repeating: "é", count: 300)) == String(repeating: "é", count: 128) + "…")
    #expect(stored(String(repeating: "x", count: 256)).utf8.count == 256)
  }

  @Test func oddTextIsIndexedWithoutTrapping() throws {
    let texts = [
      String(repeating: "\u{301}", count: 10_000), String(repeating: "1,", count: 10_000),
      String(repeating: "1.1", count: 10_000), String(repeating: "2016-", count: 10_000),
      String(repeating: "&", count: 10_000), "a&", "'", "1'", "2016-01-", "\u{FEFF}\u{FFFF}",
      "jan 2016 2016", String(repeating: "9", count: 10_000), "👩‍👩‍👧", "\u{1F1E9}\u{1F1EA}",
    ]
    for text in texts {
      let page = SearchDocument(url: "a", title: text, kind: text, headings: [text], body: text)
      let index = try MemoryIndex([page])
      _ = try index.urls(text)
      _ = try index.urls(text, kind: text, date: text)
    }
  }
}
