import ALVH
import Markdown
import MarketData
import ParallelMap
import Quant
import SiteSearch

/// Renders every planned page, counts its words for search, and checks that each shows the
/// disclaimers it must.
struct PageRenderer {
  let site: Site
  let plan: PagePlan
  let jobs: Int
  /// What has changed in the content.
  var versions = ContentVersions()
  /// The pages of the last build; those that are still the same are not rendered again.
  ///
  /// `nil` for a build that no other follows.
  var memory: PageMemory?

  /// All pages, and what the search index needs of them.
  struct Rendering: Sendable {
    var files: [OutputFile] = []
    var analyses: [DocumentAnalysis] = []
  }

  func render(into problems: inout [Diagnostic]) throws -> Rendering {
    reportCollisions(into: &problems)
    var templates = site.templates
    var (pages, indexes) = try renderAll(with: templates)
    if let memory {
      if memory.losesEvidence(with: keyed(pages), indexes: indexes) {
        templates = memory.restart(templates)
        (pages, indexes) = try renderAll(with: templates)
      }
      memory.remember(keyed(pages), indexes: indexes)
    }
    var all = Rendering()
    var missing: [DisclaimerPolicy.Missing] = []
    for page in pages + [indexes] {
      problems += page.rendered.problems
      missing += page.rendered.missing
      all.files += page.rendered.files
      all.analyses += page.rendered.analyses
    }
    problems += DisclaimerPolicy.diagnostics(missing)
    problems += templates.diagnostics()
    return all
  }

  private func keyed(_ pages: [PageMemory.Entry]) -> [PageMemory.Key: PageMemory.Entry] {
    Dictionary(
      zip(plan.items, pages).map { (PageMemory.Key(path: $0.path, file: $0.file), $1) }
    ) { first, _ in first }
  }

  /// Every planned page in order, and the indexes of write-ups.
  private func renderAll(
    with templates: TemplateLibrary
  ) throws -> (pages: [PageMemory.Entry], indexes: PageMemory.Entry) {
    let (site, plan, versions) = (site, plan, versions)
    let known = memory?.pages ?? [:]
    let isKept = memory != nil
    let index = SiteIndex(site: site)
    let pages = try parallelMap(Array(plan.items.indices), jobs: jobs) { position in
      let (path, item, file) = plan.items[position]
      let sources = PageMemory.Sources(
        document: file.flatMap { versions.documents[$0] } ?? 0,
        listing: item.lists.flatMap { versions.listings[$0] } ?? [:],
        shown: item.shown(at: path, on: site))
      let key = PageMemory.Key(path: path, file: file)
      if let page = known[key], page.sources == sources { return page }
      return try Self.entry(sources, site, isKept ? templates : nil) { site, rendered in
        let page = try Self.page(item, site: site, plan: plan, into: &rendered.problems)
        Self.finish(page, site: site, index: index, into: &rendered)
      }
    }
    return (pages, indexes(with: templates, index))
  }

  /// The indexes of write-ups, which list reports, and the pages at old addresses.
  private func indexes(
    with templates: TemplateLibrary, _ index: SiteIndex
  ) -> PageMemory.Entry {
    let sources = PageMemory.Sources(
      listing: versions.listings[.report] ?? [:], aliases: versions.aliases)
    if let indexes = memory?.indexes, indexes.sources == sources { return indexes }
    return Self.entry(sources, site, memory == nil ? nil : templates) { site, rendered in
      let moved = plan.aliases.map { RedirectPage(alias: $0, site: site).page() }
      for page in CalendarPages(site: site).pages() + ArchivePages(site: site).pages() + moved {
        Self.finish(page, site: site, index: index, into: &rendered)
      }
    }
  }

  /// Renders a page; templates that are given write down how they are used.
  private static func entry(
    _ sources: PageMemory.Sources, _ site: Site, _ traced: TemplateLibrary?,
    _ render: (Site, inout RenderedPage) throws -> Void
  ) rethrows -> PageMemory.Entry {
    let trace = TemplateTrace()
    var site = site
    if let traced { site.templates = traced.traced(by: trace) }
    var rendered = RenderedPage()
    try render(site, &rendered)
    return PageMemory.Entry(sources: sources, rendered: rendered, evidence: trace.evidence)
  }

  /// Two contents that claim one address.
  private func reportCollisions(into problems: inout [Diagnostic]) {
    var owners: [String: String] = [:]
    for path in plan.calendarPages { owners[path] = "the write-ups" }
    for (path, item, file) in plan.items {
      // Case and Unicode form must not tell two addresses apart: many disks do not.
      let key = path.text.lowercased()
      let own = file ?? item.maker
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
    reportAliasCollisions(with: owners, into: &problems)
  }

  /// Aliases that are the address of a page, or of another alias.
  private func reportAliasCollisions(
    with pages: [String: String], into problems: inout [Diagnostic]
  ) {
    var owners: [String: String] = [:]
    for (path, owner) in pages { owners[PagePath(path).file] = owner }
    for alias in plan.aliases {
      let key = alias.path.file.lowercased()
      if let other = owners[key] {
        problems.append(
          .error(
            alias.location, "the alias /\(alias.path.text) is also the address of \(other)",
            "Remove the alias, or give it an address that nothing else has."))
      } else {
        owners[key] = "an alias in \(alias.location.file)"
      }
    }
  }

  /// One page before it is finished.
  static func page(
    _ item: PagePlan.Item, site: Site, plan: PagePlan, into problems: inout [Diagnostic]
  ) throws -> Page {
    let reading = ReadingPages(site: site, places: plan.places)
    switch item {
    case .home(let index):
      let body = index.map { page in
        ProseRenderer(site: site, places: plan.places, page: .home)
          .render(page.prose, into: &problems)
      }
      return HomePage(site: site, body: body, title: index?.title).page()
    case .day(let decision):
      return try dailyPage(decision, site: site, plan: plan, into: &problems)
    case .lesson(let lesson): return reading.lesson(lesson, into: &problems)
    case .lessonIndex: return reading.lessonIndex()
    case .term(let term): return reading.term(term, into: &problems)
    case .glossary: return reading.glossary()
    case .page(let page): return reading.page(page, into: &problems)
    case .profile(let profile): return reading.profile(profile)
    case .corrections:
      return CorrectionsPage(site: site).generated(traits: reading.proseTraits)
    case .rules: return RulePages(site: site).list()
    case .rule(let rule): return RulePages(site: site).page(rule)
    case .snapshots: return SnapshotsPage(site: site).page()
    case .tags: return TagPages(site: site).list()
    case .tag(let tag): return TagPages(site: site).page(tag)
    case .search: return SearchPage(site: site).page(kinds: plan.kinds)
    }
  }

  private static func dailyPage(
    _ decision: DailyDecision, site: Site, plan: PagePlan, into problems: inout [Diagnostic]
  ) throws -> Page {
    let sections = DailySections(site: site, decision: decision)
    let values = sections.values()
    let record = try DayRecord(sections: sections, values: values).file()
    guard var report = site.content.reports[decision.date] else {
      return DailyPage(
        sections: sections, report: nil, commentary: nil, record: record,
        search: sections.searchText()
      ).page()
    }
    let renderer = ProseRenderer(site: site, places: plan.places, page: sections.path)
    let commentary = renderer.render(report.prose, values: values, into: &problems)
    let search = searchText(sections, report, commentary, renderer, values)
    report.expandValues(values, into: &problems)
    return DailyPage(
      sections: sections, report: report, commentary: commentary, record: record, search: search
    ).page()
  }

  /// The write-up in the words of search; its faults have been reported by the page.
  private static func searchText(
    _ sections: DailySections, _ report: Report, _ commentary: RenderedProse,
    _ renderer: ProseRenderer, _ values: ValueCatalogue
  ) -> SearchText {
    let marked = sections.searchValues(values)
    var report = report
    var reported: [Diagnostic] = []
    report.expandValues(marked ?? values, into: &reported)
    return sections.searchText(
      report: report, headings: commentary.headings.map(\.text),
      commentary: renderer.searchWords(report.prose, commentary, marked: marked))
  }

  private static func finish(
    _ page: Page, site: Site, index: SiteIndex, into rendered: inout RenderedPage
  ) {
    if let analysis = index.analysis(of: page) { rendered.analyses.append(analysis) }
    let template = "Templates/\(page.template).mustache"
    guard
      let bytes = site.templates.page(
        PageFrame(site: site).context(of: page), template: page.template)
    else {
      rendered.problems.append(
        .error(
          SourceLocation(file: template), "the template is missing",
          "Install Hedgebook again with make install, or name the product’s folder with --product.")
      )
      return
    }
    for id in DisclaimerPolicy.missingBlocks(
      in: bytes, traits: page.traits, blocks: site.content.disclaimers)
    {
      rendered.missing.append(.init(block: id, template: template, page: page.path))
    }
    rendered.files += [OutputFile(path: page.path.file, bytes: bytes)] + page.allFiles
  }
}

/// One page's files, and what is wrong with them.
struct RenderedPage: Sendable {
  var files: [OutputFile] = []
  var problems: [Diagnostic] = []
  /// Disclaimer blocks that the templates did not print.
  var missing: [DisclaimerPolicy.Missing] = []
  /// What search is told of the pages.
  var analyses: [DocumentAnalysis] = []
}
