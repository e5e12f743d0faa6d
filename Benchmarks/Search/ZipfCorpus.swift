import SiteSearch
import TestSupport

/// Made-up pages whose words are as unevenly distributed as those of real texts.
///
/// The r-th commonest of 60,000 words has a frequency proportional to 1 / (r + 2.7) (Zipf's law with
/// Mandelbrot's offset). The same seed gives the same pages on every machine.
struct ZipfCorpus {
  static let seed: UInt64 = 2016
  static let vocabulary = 60_000
  private var generator = SplitMix64(seed: ZipfCorpus.seed)
  private let cumulative: [Double]

  init() {
    var sum = 0.0
    cumulative = (0..<Self.vocabulary).map { rank in
      sum += 1 / (Double(rank) + 2.7)
      return sum
    }
  }

  /// The word of a rank: syllables of a consonant and a vowel, the commonest words short.
  static func word(_ rank: Int) -> String {
    let consonants = Array("bcdfghklmnprtvwz")
    let vowels = Array("aeiou")
    var rest = rank
    var word = ""
    repeat {
      word.append(consonants[rest % 16])
      word.append(vowels[rest / 16 % 5])
      rest /= 80
    } while rest > 0
    return word
  }

  private mutating func rank() -> Int {
    let drawn = generator.uniform(0...(cumulative.last ?? 0))
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < drawn { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in Self.word(rank()) }.joined(separator: " ")
  }

  /// Pages of 400 to 600 words; seven of ten are write-ups with a date.
  mutating func pages(_ count: Int) -> [SearchDocument] {
    (0..<count).map { index in
      let isDaily = index % 10 < 7
      let date = isDaily ? Self.date(index) : ""
      let kind = isDaily ? "daily" : ["lesson", "term", "page"][index % 3]
      return SearchDocument(
        url: isDaily ? "daily/\(date)-\(index)/" : "\(kind)/\(index)/", title: text(6), kind: kind,
        date: date, headings: (0..<4).map { _ in text(3) }, terms: [text(1), text(1)],
        body: text(Int.random(in: 400...600, using: &generator))
          + (isDaily ? " \(date) \(Self.date(index + 11))" : ""))
    }
  }

  private static func date(_ index: Int) -> String {
    let month = 1 + index / 28 % 12
    let day = 1 + index % 28
    return "\(1990 + index / 336)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Queries of one to four words, common and rare.
  mutating func queries(_ count: Int) -> [String] {
    (0..<count).map { index in
      (0...(index % 4)).map { word in
        Self.word(
          Int.random(in: 0..<[30, 300, 3_000, 20_000][(index / 4 + word) % 4], using: &generator))
      }.joined(separator: " ")
    }
  }
}
