import ALVH
import Markdown
import MarketData

extension ReadingPages {
  static func searchText(
    of lesson: Lesson, headings: [MarkdownHeading], words: String
  ) -> SearchText {
    SearchText(
      kind: .lesson, title: lesson.title, headings: headings.map(\.text), terms: lesson.tags,
      parts: [lesson.question, lesson.summary, words, lesson.couldBeWrong]
        + lesson.checks.flatMap { [$0.question, $0.answer] })
  }

  /// A term; an abbreviation of it stands beside its name, because that is what readers type.
  static func searchText(of term: GlossaryTerm, words: String) -> SearchText {
    let abbreviation = term.aka.first(where: isAbbreviation).map { " (\($0))" } ?? ""
    return SearchText(
      kind: .term, title: term.title + abbreviation, terms: term.aka + term.tags,
      parts: [term.summary, words, term.units ?? ""])
  }

  /// Two to six capitals, as in OBV and P/E.
  private static func isAbbreviation(_ name: String) -> Bool {
    (2...6).contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2F || $0 == 0x26 }
  }

  /// A page of its own, with the names of what its table lists.
  func searchText(of page: StandalonePage, body: RenderedProse) -> SearchText {
    var text = SearchText(
      kind: page.kind == .profile ? .rule : .page, title: page.title,
      headings: body.headings.map(\.text), parts: [page.summary, body.plainText])
    switch page.kind {
    case .page, .corrections, .method, .contradictions: break
    case .sources:
      text.parts += site.content.sources.map { "\($0.title), \($0.publisher), \($0.licence)" }
    case .disclaimers:
      // The wording stands on every page; here its titles lead to it.
      text.headings += site.content.disclaimers.values.map(\.title).sorted()
    case .profile:
      let id = page.path.split(separator: "/").last.map(String.init) ?? ""
      if let profile = site.content.profiles.definitions.first(where: { $0.id == id }) {
        text.terms = [id]
        text.parts += [profile.summary, Self.ownParameters(profile)]
      }
    }
    return text
  }

  static func searchText(of profile: ProfileDefinition) -> SearchText {
    SearchText(
      kind: .rule, title: "Profile \(profile.id)", terms: [profile.id],
      parts: [profile.summary, profile.note, ownParameters(profile)])
  }

  /// The names of the parameters that a profile sets itself, with their values.
  private static func ownParameters(_ profile: ProfileDefinition) -> String {
    profile.parameters.filter { $0.inheritedFrom == nil }.map { parameter in
      let name = ProfileDefinition.caption(of: parameter.key)?.name ?? parameter.key
      return "\(name): \(parameter.value) \(parameter.unit)"
    }.joined(separator: "; ")
  }
}
