/// The page on which readers search: a form for `assets/search.js`, and what to do without scripts.
struct SearchPage {
  let site: Site

  static let path = PagePath("search/")
  static let template = "pages/search"
  static let script = "assets/search.js"

  /// The page; `kinds` are those that the site has pages of.
  func page(kinds: Set<SearchText.Kind>) -> Page {
    // Results quote write-ups and lessons, so that what obliges those obliges the page.
    var traits = ReadingPages(site: site, places: []).proseTraits
    if site.hasModelledPrices { traits.insert(.modelledPrices) }
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    var values: TemplateContext = [
      "heading": "Search",
      "searchScriptHref": site.link(from: Self.path, to: PagePath(Self.script)),
      "indexHref": String(SiteIndex.folder.dropFirst(Self.path.text.count)),
      "rootHref": "../",
      "kinds": SearchText.Kind.allCases.filter(kinds.contains).map {
        ["value": $0.rawValue, "label": $0.label] as TemplateContext
      },
      "links": lists.map { Cells.link($0.label, site.link(from: Self.path, to: $0.path)) },
    ]
    if site.target == .web {
      values.set("searchScriptIntegrity", site.assets.integrity(of: Self.script))
    }
    return Page(
      path: Self.path, template: Self.template, title: "Search",
      description: "Search write-ups, lessons, terms and pages; works without a network.",
      pageClass: "search", traits: traits, values: values)
  }

  /// The pages that list all others, for those who cannot or would not search.
  private var lists: [(label: String, path: PagePath)] {
    [("Home", PagePath.home)]
      + site.navigation.filter { $0.path != Self.path }.map { ($0.label, $0.path) }
  }
}
