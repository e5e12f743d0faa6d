import ALVH
import DecisionArchive
import MarketData
import Quant
import SVGCharts

/// What the write-ups were computed from: every input file with its hash, and the digest of each session.
struct SnapshotsPage {
  let site: Site

  static let path = PagePath("data/snapshots/")
  static let template = "pages/snapshots"

  /// Whether a site has the page: it has write-ups, and its templates can show it.
  static func exists(on site: Site) -> Bool {
    site.hasWriteUps && site.templates.has(template)
  }

  func page() -> Page {
    let summary =
      "Every input file with its hash, rows, dates, source and licence, and the digest of each session."
    var traits: Set<PageTrait> = [.page]
    if site.hasModelledPrices { traits.insert(.modelledPrices) }
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    var values: TemplateContext = [
      "heading": "Data snapshots", "introHTML": "<p>\(introduction)</p>",
      "files": site.content.sources.map(sourceRow),
      "sessions": site.decisions.map(sessionRow),
    ]
    if let book = site.content.book {
      values["book"] =
        ["caption": "The book: \(book.title)", "rows": book.files.map(fileRow)] as TemplateContext
    }
    return Page(
      path: Self.path, template: Self.template, title: "Data snapshots", description: summary,
      pageClass: "sources", traits: traits, values: values, section: PagePath("about/sources/"),
      search: SearchText(
        kind: .page, title: "Data snapshots",
        headings: ["Input files", "Positions", "Digest of each session"],
        parts: [summary] + site.content.sources.map { "\($0.title), \($0.kind.rawValue)" }))
  }

  private var introduction: String {
    let sources = PagePath("about/sources/")
    let link =
      site.content.pages.contains { ReadingPages.path(of: $0) == sources }
      ? " \(Markup.link("The sources", to: site.link(from: Self.path, to: sources))) have the notes."
      : ""
    return "Files as this build read them. A hash is the SHA-256 of a file’s bytes: "
      + "<span class=\"code\">sha256sum</span> of the same file gives the same digits. Values of the "
      + "kind <i>modelled</i> were computed from assumptions and are marked wherever they are used."
      + link
  }

  private func sourceRow(_ entry: SourceEntry) -> TemplateContext {
    var row: TemplateContext = [
      "title": entry.title, "kind": entry.kind.rawValue, "kindClass": entry.kind.rawValue,
      "publisher": entry.publisher, "licence": entry.licence,
    ]
    row.set("href", entry.url)
    guard let file = site.content.dataFiles[entry.id] else {
      row["kind"] = "missing"
      row["kindClass"] = "missing"
      row["missing"] = "declared, not supplied"
      return row
    }
    row.merge(fileRow(file)) { own, _ in own }
    return row
  }

  private func fileRow(_ file: DataFile) -> TemplateContext {
    var row: TemplateContext = ["file": file.path, "hash": file.sha256]
    guard let extent = file.extent else { return row }
    row["rows"] = NumberText.fixed(Double(extent.rows), decimals: 0)
    row.set("first", extent.first?.description)
    row.set("last", extent.last?.description)
    return row
  }

  private func sessionRow(_ decision: DailyDecision) -> TemplateContext {
    var row = Cells.link(
      decision.date.description, site.link(from: Self.path, to: Site.path(of: decision.date)))
    row["hash"] = site.snapshots[decision.date]?.hexadecimal ?? NumberText.missing
    return row
  }
}
