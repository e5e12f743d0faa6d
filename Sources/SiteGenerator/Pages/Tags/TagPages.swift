/// The pages of tags: a list of all, and one page for each.
struct TagPages {
  let site: Site

  static let path = PagePath("tags/")
  static let template = "pages/tag"
  static let listTemplate = "pages/tags"

  static func path(of tag: String) -> PagePath { PagePath("tags/\(tag)/") }

  /// Whether a site has the pages: some text has tags, and the templates can show them.
  static func exist(on site: Site) -> Bool {
    !site.tags.pages.isEmpty && site.templates.has(template) && site.templates.has(listTemplate)
  }

  private var traits: Set<PageTrait> { ReadingPages(site: site, places: []).proseTraits }

  func list() -> Page {
    let summary = "Words under which lessons, terms and write-ups are found."
    return Page(
      path: Self.path, template: Self.listTemplate, title: "Tags", description: summary,
      pageClass: "index", traits: traits,
      values: [
        "heading": "Tags", "introHTML": "<p>\(Markup.escaped(summary))</p>",
        "tags": site.tags.names.map { tag in
          Cells.link(
            ContentSlug.title(of: tag), site.link(from: Self.path, to: Self.path(of: tag))
          ).merging(["count": Self.count(site.tags.pages[tag] ?? [])]) { own, _ in own }
        },
      ], search: SearchText(kind: .page, title: "Tags", parts: [summary]))
  }

  func page(_ tag: String) -> Page {
    let path = Self.path(of: tag)
    let pages = site.tags.pages[tag] ?? []
    let name = ContentSlug.title(of: tag)
    let summary = "Tag “\(name)”: \(Self.count(pages))."
    let groups = Dictionary(grouping: pages, by: \.kind)
    return Page(
      path: path, template: Self.template, title: "Tag: \(name)", description: summary,
      pageClass: "index", traits: traits,
      values: [
        "heading": name, "introHTML": "<p>\(Markup.escaped(Self.count(pages))).</p>",
        "breadcrumbs": [Cells.link("Tags", site.link(from: path, to: Self.path))],
        "groups": groups.keys.sorted().map { kind -> TemplateContext in
          [
            "id": kind.heading.lowercased(), "heading": kind.heading,
            "links": (groups[kind] ?? []).map { listed in
              site.listLink(listed, from: path)
            },
          ]
        },
      ], search: SearchText(kind: .page, title: name, terms: [tag], parts: [summary]))
  }

  /// What each list of pages shows of others, for the next build: it is made anew when that changes.
  static func shown(on site: Site, tag: String?) -> [ListedPage] {
    if let tag { return site.tags.pages[tag] ?? [] }
    return site.tags.names.flatMap { site.tags.pages[$0] ?? [] }
  }

  private static func count(_ pages: [ListedPage]) -> String {
    "\(pages.count) page\(pages.count == 1 ? "" : "s")"
  }
}

extension Site {
  /// A link to a page of a list; a write-up with its day.
  func listLink(_ listed: ListedPage, from page: PagePath) -> TemplateContext {
    var link = Cells.link(listed.title, link(from: page, to: listed.path))
    if listed.kind == .writeUp {
      link["title"] = listed.path.text.split(separator: "/").dropFirst().joined(separator: "-")
    }
    return link
  }

  /// A page's tags and the pages related to it; nothing for a page that has neither.
  func relations(of page: PagePath) -> TemplateContext {
    var values: TemplateContext = [:]
    if let own = tags.tags[page], TagPages.exist(on: self) {
      values["tags"] = own.map {
        Cells.link(ContentSlug.title(of: $0), link(from: page, to: TagPages.path(of: $0)))
      }
    }
    if let near = tags.related[page] {
      values["related"] = near.map { listed in
        Cells.link(listed.title, link(from: page, to: listed.path))
          .merging(["kind": listed.kind.word]) { own, _ in own }
      }
    }
    return values
  }
}
