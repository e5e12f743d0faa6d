import ALVH
import Markdown
import MarketData
import Quant
import SiteSearch

/// Renders every planned page, counts its words for search, and checks that each shows the disclaimers it must.
struct PageRenderer {
  let site: Site
  let plan: PagePlan
  let jobs: Int

  private struct Rendered: Sendable {
    var files: [OutputFile]
    var problems: [Diagnostic]
    var missing: [DisclaimerPolicy.Missing]
    var analysis: DocumentAnalysis?
  }

  /// All pages, and what the search index needs of them.
  struct Rendering: Sendable {
    var files: [OutputFile] = []
    var analyses: [DocumentAnalysis] = []
  }

  func render(into problems: inout [Diagnostic]) throws -> Rendering {
    reportCollisions(into: &problems)
    let site = site
    let plan = plan
    let index = SiteIndex(site: site)
    let rendered = try parallelMap(Array(plan.items.indices), jobs: jobs) { item in
      var problems: [Diagnostic] = []
      let page = Self.page(plan.items[item].item, site: site, plan: plan, into: &problems)
      var missing: [DisclaimerPolicy.Missing] = []
      let files = Self.finish(page, site: site, missing: &missing, into: &problems)
      return Rendered(
        files: files, problems: problems, missing: missing, analysis: index.analysis(of: page))
    }
    var all = Rendering()
    var missing: [DisclaimerPolicy.Missing] = []
    for result in rendered {
      problems += result.problems
      missing += result.missing
      all.files += result.files
      if let analysis = result.analysis { all.analyses.append(analysis) }
    }
    for page in CalendarPages(site: site).pages() {
      all.files += Self.finish(page, site: site, missing: &missing, into: &problems)
      if let analysis = index.analysis(of: page) { all.analyses.append(analysis) }
    }
    problems += DisclaimerPolicy.diagnostics(missing)
    return all
  }

  /// Two contents that claim one address.
  private func reportCollisions(into problems: inout [Diagnostic]) {
    var owners: [String: String] = [:]
    for path in plan.calendarPages { owners[path] = "the write-ups" }
    for (path, _, file) in plan.items {
      // Case and Unicode form must not tell two addresses apart: many disks do not.
      let key = path.text.lowercased()
      let own = file ?? "the build itself"
      if let other = owners[key] {
        problems.append(
          .error(
            SourceLocation(file: file ?? other, line: 1, column: 1),
            "the page /\(path.text) is also made from \(file == nil ? own : other)",
            "Rename one of the two."))
      } else {
        owners[key] = own
      }
    }
  }

  /// One page before it is finished.
  static func page(
    _ item: PagePlan.Item, site: Site, plan: PagePlan, into problems: inout [Diagnostic]
  ) -> Page {
    let reading = ReadingPages(site: site, places: plan.places)
    switch item {
    case .home(let index):
      let body = index.map { page in
        ProseRenderer(site: site, places: plan.places, page: .home)
          .render(page.prose, into: &problems)
      }
      return HomePage(site: site, body: body, title: index?.title).page()
    case .day(let decision):
      return dailyPage(decision, site: site, plan: plan, into: &problems)
    case .lesson(let lesson): return reading.lesson(lesson, into: &problems)
    case .lessonIndex: return reading.lessonIndex()
    case .term(let term): return reading.term(term, into: &problems)
    case .glossary: return reading.glossary()
    case .page(let page): return reading.page(page, into: &problems)
    case .profile(let profile): return reading.profile(profile)
    case .corrections:
      return CorrectionsPage(site: site).generated(traits: reading.proseTraits)
    case .search: return SearchPage(site: site).page(kinds: plan.kinds)
    }
  }

  private static func dailyPage(
    _ decision: DailyDecision, site: Site, plan: PagePlan, into problems: inout [Diagnostic]
  ) -> Page {
    let sections = DailySections(site: site, decision: decision)
    guard var report = site.content.reports[decision.date] else {
      return DailyPage(
        sections: sections, report: nil, commentary: nil, search: sections.searchText()
      ).page()
    }
    let values = sections.namedValues()
    let renderer = ProseRenderer(site: site, places: plan.places, page: sections.path)
    let commentary = renderer.render(report.prose, values: values, into: &problems)
    let search = searchText(sections, report, commentary, renderer, values)
    report.expandValues(values, into: &problems)
    return DailyPage(
      sections: sections, report: report, commentary: commentary, search: search
    ).page()
  }

  /// The write-up in the words of search; its faults have been reported by the page.
  private static func searchText(
    _ sections: DailySections, _ report: Report, _ commentary: RenderedProse,
    _ renderer: ProseRenderer, _ values: [String: String]
  ) -> SearchText {
    let marked = sections.searchValues(values)
    var report = report
    var reported: [Diagnostic] = []
    report.expandValues(marked, into: &reported)
    return sections.searchText(
      report: report, headings: commentary.headings.map(\.text),
      commentary: renderer.searchWords(
        report.prose, commentary, values: values, marked: marked))
  }

  private static func finish(
    _ page: Page, site: Site, missing: inout [DisclaimerPolicy.Missing],
    into problems: inout [Diagnostic]
  ) -> [OutputFile] {
    let template = "Templates/\(page.template).mustache"
    guard
      let bytes = site.templates.page(
        PageFrame(site: site).context(of: page), template: page.template)
    else {
      problems.append(
        .error(
          SourceLocation(file: template), "the template is missing",
          "Create it, or remove the site’s Templates folder to use the product’s."))
      return []
    }
    for id in DisclaimerPolicy.missingBlocks(
      in: bytes, traits: page.traits, blocks: site.content.disclaimers)
    {
      missing.append(.init(block: id, template: template, page: page.path))
    }
    return [OutputFile(path: page.path.file, bytes: bytes)] + page.allFiles
  }
}
