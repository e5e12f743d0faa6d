import SiteSearch
import Testing

/// The order of results against BM25 computed from the documents' words, without any index.
@Suite struct SearchOrderTests {
  /// Scores of all documents that hold one of the terms.
  private func bruteForce(
    _ terms: [String], _ documents: [SearchDocument], _ weights: FieldWeights
  ) -> [(url: String, score: Double)] {
    let tokenizer = SearchTokenizer(language: .english)
    let bags: [[String]] = documents.map { document in
      let fields =
        [(document.title, weights.title), (document.date, weights.title)]
        + document.headings.map { ($0, weights.headings) }
        + document.terms.map { ($0, weights.terms) } + [(document.body, weights.body)]
      return fields.flatMap { text, weight in
        repeatElement(tokenizer.documentTerms(in: text), count: weight).flatMap { $0 }
      }
    }
    let mean = Double(bags.reduce(0) { $0 + $1.count }) / Double(bags.count)
    let model = BM25(documents: bags.count, totalLength: bags.reduce(0) { $0 + $1.count })
    var scored: [(url: String, score: Double)] = []
    for (document, bag) in zip(documents, bags) {
      var score = 0.0
      for term in terms {
        let holders = bags.filter { $0.contains(term) }.count
        let frequency = Double(bag.filter { $0 == term }.count)
        let idf = model.inverseDocumentFrequency(holders: holders)
        let norm = 1.2 * (1 - 0.75 + 0.75 * Double(bag.count) / mean)
        if frequency > 0 { score += idf * frequency * 2.2 / (frequency + norm) }
      }
      if score > 0 { scored.append((document.url, score)) }
    }
    return scored.sorted { $0.score > $1.score }
  }

  private func shuffled(_ documents: [SearchDocument], _ corpus: inout RandomCorpus)
    -> [SearchDocument]
  {
    documents.shuffled(using: &corpus.generator)
  }

  @Test func builtIndexesOrderPagesLikeBruteForce() throws {
    let weights = [FieldWeights.standard, .equal]
    let tiny = SearchIndexLimits(
      termShardBytes: 256, pageShardBytes: 600, storedTextBytes: 256, answerBytes: 1 << 20)
    for seed in 0..<240 as Range<UInt64> {
      var corpus = RandomCorpus(seed: seed)
      let documents = corpus.documents(upTo: 18)
      let analyzer = SearchAnalyzer(
        weights: weights[Int(seed % 2)], limits: seed % 3 == 0 ? tiny : .standard)
      let index = try MemoryIndex(shuffled(documents, &corpus), analyzer: analyzer)
      let query = (0...Int(seed % 3)).map { _ in corpus.word() }.joined(separator: " ") + " "
      var terms: [String] = []
      for term in SearchTokenizer(language: .english).queryTerms(in: query)
      where !terms.contains(term) {
        terms.append(term)
      }
      // A month stands for its days too; that is another test.
      guard !terms.contains("2015-12") else { continue }
      let expected = bruteForce(terms, documents, analyzer.weights)
      let answer = try index.reader().answer(to: SearchQuery(query), limit: 100)
      #expect(answer.total == expected.count, "seed \(seed), \(query)")
      #expect(answer.omittedTerms.isEmpty)
      #expect(Set(answer.results.map(\.url)) == Set(expected.map(\.url)), "seed \(seed)")
      for (result, reference) in zip(answer.results, expected) {
        #expect(abs(result.score - reference.score) < 1e-12, "seed \(seed), \(query)")
      }
    }
  }

  @Test func equalScoresComeByAddress() throws {
    let pages = ["c/", "a/", "b/"].map {
      SearchDocument(url: $0, title: "", kind: "page", body: "vix curve")
    }
    #expect(try MemoryIndex(pages).urls("vix ") == ["a/", "b/", "c/"])
  }
}
