@testable import SiteGenerator

extension ValueCatalogue {
  /// A catalogue of words by name, sorted by name.
  init(texts: [String: String]) {
    self.init(
      texts.sorted { $0.key < $1.key }.map { name, text in
        NamedValue(
          name: name, title: name, text: text, quantity: .words(text), previous: nil, unit: .none,
          decimals: 0, origin: .published, formula: .session)
      })
  }
}
