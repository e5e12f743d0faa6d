import ALVH
import Quant
import SVGCharts

/// One page before rendering: where it goes, its template, its values and what obliges it.
struct Page {
  var path: PagePath
  var template: String
  var title: String
  var description: String
  var pageClass: String
  var traits: Set<PageTrait>
  var values: TemplateContext
  /// Which entry of the navigation it belongs to.
  var section: PagePath?
  /// The content file, for diagnostics.
  var sourceFile: String?
  /// The day an article stands for; `nil` for pages that are none.
  var published: CalendarDate?
  /// The day on which the page was last changed; `nil` for pages whose text has no date of its own.
  var modified: CalendarDate?
  /// The words of the picture that previews the page; `nil` for none.
  var card: TextCard?
  /// The address that search engines are told; the page's own when `nil`.
  var canonical: PagePath?
  /// Files that go with the page, such as the data of its figures.
  var files: [OutputFile] = []
  /// What search is told of the page; `nil` for pages that search does not find.
  var search: SearchText?
  /// Disclaimer blocks whose wording stands in the text, in an element with the block's name as its
  /// id; the foot points there instead of repeating it.
  var blocksInText: Set<String> = []
}

extension Page {
  /// Where the preview picture lies.
  var cardPath: PagePath { PagePath(path.text + "card.svg") }

  /// The page's files, its preview picture included.
  var allFiles: [OutputFile] {
    files + (card.map { [OutputFile(path: cardPath.text, text: $0.svg())] } ?? [])
  }
}

/// Completes a page's values with those of every page: head, navigation, disclaimers, foot.
struct PageFrame {
  let site: Site

  func context(of page: Page) -> TemplateContext {
    let configuration = site.content.configuration
    var context = page.values
    context.reserveCapacity(context.count + 16)
    context["language"] = configuration.language
    context["siteTitle"] = configuration.title
    context["title"] = page.title
    context["description"] = page.description.isEmpty ? configuration.title : page.description
    let canonical = page.canonical ?? page.path
    context.set("canonicalHref", configuration.baseURL.map { $0 + canonical.text })
    context["stylesheetHref"] = site.link(from: page.path, to: PagePath("assets/style.css"))
    context.set("stylesheetIntegrity", integrity(of: "assets/style.css"))
    context.set("scriptIntegrity", integrity(of: "assets/figures.js"))
    context["iconHref"] = site.link(from: page.path, to: PagePath("assets/favicon.svg"))
    context["scriptHref"] = site.link(from: page.path, to: PagePath("assets/figures.js"))
    if let published = page.published {
      context["published"] = published.description
      context["structuredDataHTML"] = structuredData(page, published)
    }
    if page.card != nil {
      context.set("cardHref", configuration.baseURL.map { $0 + page.cardPath.text })
    }
    feeds(from: page.path, into: &context)
    context["homeHref"] = site.link(from: page.path, to: .home)
    context["feedTitle"] = "\(configuration.title), daily write-ups"
    context.set("navigationHTML", navigation(page))
    context["pageClass"] = page.pageClass
    let blocks = PageTrait.blocks(for: page.traits)
    context.set(
      "disclaimersHTML",
      site.templates.shared(
        "partials/disclaimers",
        key: blocks.map { page.blocksInText.contains($0) ? "#\($0)" : $0 }.joined(separator: ",")
      ) {
        ["disclaimers": blocks.compactMap { disclaimer($0, of: page) }]
      })
    // What the page has to show, for a check that has only the finished page.
    context["disclaimerNames"] = blocks.compactMap { id in
      site.content.disclaimers[id].map { "\(id)@\($0.version)" }
    }.joined(separator: " ")
    context["buildLine"] = buildLine
    return context
  }

  /// Only a server's files can be held to their hashes: browsers refuse the attribute from disk.
  private func integrity(of asset: String) -> String? {
    site.target == .web ? site.assets.integrity(of: asset) : nil
  }

  /// Links to the feeds; a feed reader is told the full address where there is one.
  private func feeds(from page: PagePath, into context: inout TemplateContext) {
    let base = site.target == .web ? site.content.configuration.baseURL : nil
    for (name, file) in [("feed", "feed.xml"), ("jsonFeed", "feed.json")] {
      let link = site.link(from: page, to: PagePath(file))
      context[name + "Href"] = link
      context[name + "Address"] = base.map { $0 + file } ?? link
    }
  }

  private func structuredData(_ page: Page, _ published: CalendarDate) -> String {
    let configuration = site.content.configuration
    return StructuredData(
      headline: page.title, published: published, modified: page.modified ?? published,
      language: configuration.language, author: configuration.author, site: configuration.title,
      address: configuration.baseURL.map { $0 + page.path.text }
    ).html
  }

  /// The sections at the head; the same for all pages of one depth in one section.
  private func navigation(_ page: Page) -> String? {
    let current = page.section ?? page.path
    let isSection = site.navigation.contains { $0.path == current }
    let key = "\(page.path.depth)|\(isSection ? current.text : "-")"
    return site.templates.shared("partials/navigation", key: key) {
      [
        "navigation": site.navigation.map { entry in
          Cells.link(
            entry.label, page.path.linkFromRoot(to: entry.path, target: site.target),
            isCurrent: current == entry.path)
        }
      ]
    }
  }

  private func disclaimer(_ id: String, of page: Page) -> TemplateContext? {
    guard let block = site.content.disclaimers[id], let body = site.disclaimerHTML[id] else {
      return nil
    }
    if page.blocksInText.contains(id) { return ["title": block.title, "inTextHref": "#\(id)"] }
    return ["id": id, "version": String(block.version), "title": block.title, "bodyHTML": body]
  }

  private var buildLine: String {
    var parts = ["Hedgebook \(site.version)"]
    if let last = site.decisions.last {
      parts += ["profile \(site.profile.reference)", "data to \(NumberText.long(last.date))"]
    }
    return parts.joined(separator: " · ")
  }
}
