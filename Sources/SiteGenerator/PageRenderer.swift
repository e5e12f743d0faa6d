import ALVH
import MarketData
import Quant

/// Renders every planned page and checks that each shows the disclaimers it must.
struct PageRenderer {
  let site: Site
  let plan: PagePlan
  let jobs: Int

  private struct Rendered: Sendable {
    var files: [OutputFile]
    var problems: [Diagnostic]
    var missing: [DisclaimerPolicy.Missing]
  }

  func render(into problems: inout [Diagnostic]) throws -> [OutputFile] {
    reportCollisions(into: &problems)
    let site = site
    let plan = plan
    let rendered = try parallelMap(Array(plan.items.indices), jobs: jobs) { index in
      var problems: [Diagnostic] = []
      let page = Self.page(plan.items[index].item, site: site, plan: plan, into: &problems)
      var missing: [DisclaimerPolicy.Missing] = []
      let files = Self.finish(page, site: site, missing: &missing, into: &problems)
      return Rendered(files: files, problems: problems, missing: missing)
    }
    var files: [OutputFile] = []
    var missing: [DisclaimerPolicy.Missing] = []
    for result in rendered {
      problems += result.problems
      missing += result.missing
      files += result.files
    }
    let moved = plan.aliases.map { RedirectPage(alias: $0, site: site).page() }
    for page in CalendarPages(site: site).pages() + moved {
      files += Self.finish(page, site: site, missing: &missing, into: &problems)
    }
    problems += DisclaimerPolicy.diagnostics(missing)
    return files
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

  private static func page(
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
    }
  }

  private static func dailyPage(
    _ decision: DailyDecision, site: Site, plan: PagePlan, into problems: inout [Diagnostic]
  ) -> Page {
    let sections = DailySections(site: site, decision: decision)
    guard var report = site.content.reports[decision.date] else {
      return DailyPage(sections: sections, report: nil, commentary: nil).page()
    }
    let values = sections.namedValues()
    let commentary = ProseRenderer(site: site, places: plan.places, page: sections.path)
      .render(report.prose, values: values, into: &problems)
    report.expandValues(values, into: &problems)
    return DailyPage(sections: sections, report: report, commentary: commentary).page()
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
