/// One entry of the list of sections at the head of every page.
struct NavigationEntry: Sendable {
  var label: String
  var path: PagePath

  /// The sections that a site has, in reading order; computed once, not once a page.
  static func entries(
    of content: SiteContent, hasWriteUps: Bool, hasSearch: Bool
  ) -> [NavigationEntry] {
    let pages = Set(content.pages.map(\.path))
    let sections = [
      ("Daily", "daily/", hasWriteUps),
      ("Lessons", "lessons/", !content.lessons.isEmpty),
      ("Method", "method/", pages.contains("method")),
      ("Glossary", "glossary/", !content.terms.isEmpty),
      ("Sources", "about/sources/", pages.contains("about/sources")),
      ("About", "about/", pages.contains("about")),
      ("Search", SearchPage.path.text, hasSearch),
    ]
    return sections.filter(\.2).map { NavigationEntry(label: $0.0, path: PagePath($0.1)) }
  }
}
