import TextDistance

/// The terms of a glossary, made ready for finding them in texts.
public struct TermIndex: Sendable {
  let terms: [DefinedTerm]
  /// All forms, longer ones before shorter ones.
  let forms: [TermForm]
  let index: FirstWordIndex
  let slugs: [String: Int]

  /// Makes terms ready; the first of two terms with the same form has it.
  public init(_ terms: [DefinedTerm]) {
    self.terms = terms
    slugs = Dictionary(zip(terms.map(\.slug), terms.indices)) { first, _ in first }
    var forms: [TermForm] = []
    var known: Set<String> = []
    for (position, term) in terms.enumerated() {
      for text in term.forms where known.insert(text.lowercased()).inserted {
        forms.append(TermForm(term: position, text: text))
      }
    }
    for form in forms where form.text.contains("-") {
      let joined = form.text.filter { $0 != "-" }
      guard known.insert(joined.lowercased()).inserted else { continue }
      forms.append(TermForm(term: form.term, text: form.text, spelling: joined))
    }
    forms.sort { one, other in
      (other.words.count, other.bytes.count, one.text)
        < (one.words.count, one.bytes.count, other.text)
    }
    self.forms = forms
    index = FirstWordIndex(
      forms.enumerated().compactMap { entry, form in
        form.words.first.map { (hash: $0, entry: entry) }
      })
  }

  /// The slug nearest to one that is no term.
  public func nearestSlug(to slug: String) -> String? {
    Spelling.nearest(to: slug, among: terms.map(\.slug).sorted())
  }
}
