import ALVH
import Quant
import SVGCharts

/// The archive: every write-up with its state, a page for each year and one over all.
struct ArchivePages {
  let site: Site

  static let path = PagePath("archive/")
  static let template = "pages/archive"
  static let yearTemplate = "pages/archive-year"

  static func path(year: Int) -> PagePath { PagePath("archive/\(year)/") }

  /// Whether a site has the archive: it has write-ups, and its templates can show it.
  static func exist(on site: Site) -> Bool {
    site.hasWriteUps && site.templates.has(template) && site.templates.has(yearTemplate)
  }

  func pages() -> [Page] {
    guard Self.exist(on: site) else { return [] }
    let years = Dictionary(grouping: site.decisions, by: \.date.year)
    return [overview(years)] + years.keys.sorted().map { year($0, years[$0] ?? [], years) }
  }

  private func page(
    _ path: PagePath, _ template: String, _ heading: String, _ description: String,
    date: String = "", _ values: TemplateContext
  ) -> Page {
    var traits: Set<PageTrait> = [.page, .options]
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    if site.hasModelledPrices { traits.insert(.modelledPrices) }
    var values = values
    values["heading"] = heading
    return Page(
      path: path, template: template, title: heading, description: description,
      pageClass: "year", traits: traits, values: values, section: PagePath("daily/"),
      search: SearchText(kind: .page, title: heading, date: date, parts: [description]))
  }

  private func overview(_ years: [Int: [DailyDecision]]) -> Page {
    let path = Self.path
    let list = years.keys.sorted(by: >).map { year -> TemplateContext in
      let months = Dictionary(grouping: years[year] ?? [], by: \.date.month)
      return [
        "year": String(year), "id": "y\(year)",
        "href": site.link(from: path, to: Self.path(year: year)),
        "months": months.keys.sorted().map { month in
          self.month(year, month, months[month] ?? [], from: path)
        },
      ]
    }
    return page(
      path, Self.template, "Archive",
      "Every write-up by year and month: with commentary or computed alone, corrected, withdrawn.",
      ["introHTML": "<p>\(introduction(from: path))</p>", "years": list])
  }

  private func introduction(from path: PagePath) -> String {
    var links: [String] = []
    if site.hasCorrectionsPage {
      links.append(
        Markup.link("corrections", to: site.link(from: path, to: CorrectionsPage.path)))
    }
    if SnapshotsPage.exists(on: site) {
      links.append(
        Markup.link(
          "data that each was computed from", to: site.link(from: path, to: SnapshotsPage.path)))
    }
    let others =
      links.isEmpty ? "" : " See also the \(links.joined(separator: " and the "))."
    return
      "\(site.decisions.count) write-ups. A write-up without commentary is computed alone. One "
      + "that was changed after it appeared says so, and how.\(others)"
  }

  private func month(
    _ year: Int, _ month: Int, _ decisions: [DailyDecision], from path: PagePath
  ) -> TemplateContext {
    func count(_ isCounted: (WriteUpState) -> Bool) -> String {
      String(decisions.count { isCounted(WriteUpState(site: site, decision: $0)) })
    }
    return [
      "href": site.link(from: path, to: Self.path(year: year), fragment: Self.anchor(month)),
      "name": NumberText.monthName(month), "sessions": String(decisions.count),
      "written": count(\.isWritten), "corrected": count(\.isCorrected),
      "withdrawn": count(\.isWithdrawn), "incomplete": count(\.isIncomplete),
    ]
  }

  private static func anchor(_ month: Int) -> String { "m\(month < 10 ? "0" : "")\(month)" }

  private func year(
    _ year: Int, _ decisions: [DailyDecision], _ years: [Int: [DailyDecision]]
  ) -> Page {
    let path = Self.path(year: year)
    let months = Dictionary(grouping: decisions, by: \.date.month)
    let sections = months.keys.sorted().map { month -> TemplateContext in
      [
        "id": Self.anchor(month), "name": NumberText.monthName(month),
        "entries": (months[month] ?? []).map { entry($0, from: path) },
      ]
    }
    var days: TemplateContext = [
      "month": Cells.link("Archive", site.link(from: path, to: Self.path))
    ]
    func neighbour(_ year: Int) -> TemplateContext {
      Cells.link(String(year), site.link(from: path, to: Self.path(year: year)))
    }
    days.set("previous", years.keys.filter { $0 < year }.max().map(neighbour))
    days.set("next", years.keys.filter { $0 > year }.min().map(neighbour))
    return page(
      path, Self.yearTemplate, "Archive of \(year)",
      "Every write-up of \(year) with its stage and its state.", date: String(year),
      ["days": days, "months": sections])
  }

  private func entry(_ decision: DailyDecision, from path: PagePath) -> TemplateContext {
    [
      "href": site.link(from: path, to: Site.path(of: decision.date)),
      "date": NumberText.weekdayShort(decision.date), "dateISO": decision.date.description,
      "headline": DailySections(site: site, decision: decision).headline,
      "stage": decision.step.stageAfter.words, "stageClass": decision.step.stageAfter.styleClass,
      "states": WriteUpState(site: site, decision: decision).badges,
    ]
  }
}
