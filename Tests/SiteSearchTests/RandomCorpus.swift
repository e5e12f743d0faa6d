import SiteSearch
import TestSupport

/// Small collections of documents from a seed, over a vocabulary small enough to collide.
struct RandomCorpus {
  var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  private static let words = [
    "vix", "hedge", "hedging", "hedger", "put", "puts", "call", "condor", "roll", "theta", "vega",
    "vol", "volume", "volatility", "loss", "losses", "élan", "2016-01-04", "2016-01-05", "2015-12",
    "18.7", "1,940", "s&p", "the", "a", "日本",
  ]

  mutating func word() -> String {
    // The square favours the first words, as texts favour some.
    let unit = generator.uniform(0...1)
    return Self.words[min(Self.words.count - 1, Int(unit * unit * Double(Self.words.count)))]
  }

  mutating func text(upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in word() }.joined(separator: " ")
  }

  mutating func documents(upTo count: Int) -> [SearchDocument] {
    (0..<Int.random(in: 1...count, using: &generator)).map { index in
      SearchDocument(
        url: "p/\(index)/", title: text(upTo: 3), kind: ["daily", "term", "page"][index % 3],
        date: index % 4 == 0 ? "2016-01-0\(index % 9 + 1)" : "",
        headings: [text(upTo: 2)], terms: [text(upTo: 2)], body: text(upTo: 40))
    }
  }
}
