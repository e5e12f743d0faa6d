import MarketData

/// The small page at an old address: it links to the new one and opens it without a script.
struct RedirectPage {
  let alias: PageAlias
  let site: Site

  func page() -> Page {
    let href = site.link(from: alias.path, to: alias.target)
    let title = alias.title.isEmpty ? "/\(alias.target.text)" : alias.title
    return Page(
      path: alias.path, template: "pages/redirect",
      title: "Moved from /\(alias.path.text): \(title)",
      description: "This page has moved.", pageClass: "prose", traits: [.page],
      values: [
        "heading": "This page has moved", "refreshHref": href, "movedHref": href,
        "movedTitle": title,
      ],
      sourceFile: alias.location.file, canonical: alias.target)
  }
}
