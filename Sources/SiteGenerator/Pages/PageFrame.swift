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
}

/// Completes a page's values with those of every page: head, navigation, disclaimers, foot.
struct PageFrame {
  let site: Site

  func context(of page: Page) -> TemplateContext {
    let configuration = site.content.configuration
    var context = page.values
    context["language"] = configuration.language
    context["siteTitle"] = configuration.title
    context["title"] = page.title
    context["description"] = page.description.isEmpty ? configuration.title : page.description
    context.set("canonicalHref", configuration.baseURL.map { $0 + page.path.text })
    context["stylesheetHref"] = site.link(from: page.path, to: PagePath("assets/style.css"))
    context["feedHref"] = site.link(from: page.path, to: PagePath("feed.xml"))
    context["homeHref"] = site.link(from: page.path, to: .home)
    context["feedTitle"] = "\(configuration.title), daily write-ups"
    context["navigation"] = navigation(page)
    context["pageClass"] = page.pageClass
    context["disclaimers"] = PageTrait.blocks(for: page.traits).compactMap(disclaimer)
    context["buildLine"] = buildLine
    return context
  }

  private func navigation(_ page: Page) -> [TemplateContext] {
    let content = site.content
    var entries: [(String, PagePath)] = []
    if site.hasWriteUps { entries.append(("Daily", PagePath("daily/"))) }
    if !content.lessons.isEmpty { entries.append(("Lessons", PagePath("lessons/"))) }
    let pages = Set(content.pages.map(\.path))
    if pages.contains("method") { entries.append(("Method", PagePath("method/"))) }
    if !content.terms.isEmpty { entries.append(("Glossary", PagePath("glossary/"))) }
    if pages.contains("about/sources") { entries.append(("Sources", PagePath("about/sources/"))) }
    if pages.contains("about") { entries.append(("About", PagePath("about/"))) }
    return entries.map { label, path in
      Cells.link(
        label, site.link(from: page.path, to: path), isCurrent: (page.section ?? page.path) == path)
    }
  }

  private func disclaimer(_ id: String) -> TemplateContext? {
    guard let block = site.content.disclaimers[id], let body = site.disclaimerHTML[id] else {
      return nil
    }
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
