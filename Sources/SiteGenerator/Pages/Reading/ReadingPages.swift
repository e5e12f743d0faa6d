import ALVH
import MarketData
import ProseChecks
import Quant
import SVGCharts
import TextDistance

/// Lessons, glossary and pages of their own.
struct ReadingPages {
  let site: Site
  let places: Set<String>

  private func renderer(_ path: PagePath) -> ProseRenderer {
    ProseRenderer(site: site, places: places, page: path)
  }

  static func path(of lesson: Lesson) -> PagePath { PagePath("lessons/\(lesson.slug)/") }
  static func path(of term: GlossaryTerm) -> PagePath { PagePath("glossary/\(term.slug)/") }
  static func path(of page: StandalonePage) -> PagePath {
    PagePath(page.path == "index" ? "" : page.path + "/")
  }

  /// What obliges a page of prose about the method.
  var proseTraits: Set<PageTrait> {
    var traits: Set<PageTrait> = [.page, .options, .thirdPartyClaims]
    if !site.hasWriteUps { traits = [.page] }
    return traits
  }

  private var figureTraits: Set<PageTrait> {
    var traits = proseTraits.union([.simulatedResults])
    if site.hasModelledPrices { traits.insert(.modelledPrices) }
    if site.content.book?.mode == .example { traits.insert(.examplePositions) }
    return traits
  }

  /// What obliges a page, given whether a figure of a write-up stands in its prose.
  private func traits(of body: RenderedProse) -> Set<PageTrait> {
    body.showsResults ? figureTraits : proseTraits
  }

  func lesson(_ lesson: Lesson, into problems: inout [Diagnostic]) -> Page {
    let path = Self.path(of: lesson)
    var values: TemplateContext = [
      "number": String(lesson.order), "heading": lesson.title, "question": lesson.question,
      "caveatsHTML": "<p>\(Markup.escaped(lesson.couldBeWrong))</p>",
      "checks": lesson.checks.enumerated().map { index, check -> TemplateContext in
        [
          "number": String(index + 1), "questionHTML": Markup.escaped(check.question),
          "answerHTML": "<p>\(Markup.escaped(check.answer))</p>",
        ]
      },
    ]
    var named = ValueCatalogue()
    var marked: ValueCatalogue?
    if let session = lesson.session {
      if let decision = site.decision(session) {
        let sections = DailySections(site: site, decision: decision)
        named = sections.values()
        marked = sections.searchValues(named)
        values["computedFrom"] = "the write-up of \(NumberText.long(session))"
        values["computedFromHref"] = site.link(from: path, to: Site.path(of: session))
      } else {
        problems.append(
          .error(
            SourceLocation(file: lesson.prose.file, line: 1, column: 1),
            "`session` names \(session), which has no write-up",
            "Name a session between the first and the last write-up."))
      }
    }
    let body = renderer(path).render(lesson.prose, values: named, into: &problems)
    let words = renderer(path).searchWords(lesson.prose, body, marked: marked)
    values["bodyHTML"] = body.html
    let lessons = site.content.lessons
    if let index = lessons.firstIndex(where: { $0.slug == lesson.slug }) {
      if index > 0 { values["previous"] = lessonLink(lessons[index - 1], from: path) }
      if index + 1 < lessons.count { values["next"] = lessonLink(lessons[index + 1], from: path) }
    }
    for prerequisite in lesson.prerequisites
    where !lessons.contains(where: { $0.slug == prerequisite }) {
      problems.append(
        unknownReference(prerequisite, in: lesson.prose.file, kind: "lesson", lessons.map(\.slug)))
    }
    values.set("sourcesHTML", citations(lesson.sources))
    values.merge(site.relations(of: path)) { own, _ in own }
    return Page(
      path: path, template: "pages/lesson", title: lesson.title, description: lesson.summary,
      pageClass: "lesson", traits: figureTraits, values: values, section: PagePath("lessons/"),
      sourceFile: lesson.prose.file, files: body.files,
      search: Self.searchText(of: lesson, headings: body.headings, words: words))
  }

  private func lessonLink(_ lesson: Lesson, from path: PagePath) -> TemplateContext {
    Cells.link(lesson.title, site.link(from: path, to: Self.path(of: lesson)))
  }

  private func unknownReference(
    _ slug: String, in file: String, kind: String, _ known: [String]
  ) -> Diagnostic {
    .error(
      SourceLocation(file: file, line: 1, column: 1), "there is no \(kind) `\(slug)`",
      Spelling.nearest(to: slug, among: known.sorted()).map { "Did you mean `\($0)`?" }
        ?? "Name an existing \(kind).")
  }

  func lessonIndex() -> Page {
    let path = PagePath("lessons/")
    let lessons = site.content.lessons.map { lesson -> TemplateContext in
      [
        "href": site.link(from: path, to: Self.path(of: lesson)), "number": String(lesson.order),
        "heading": lesson.title, "question": lesson.question,
      ]
    }
    return Page(
      path: path, template: "pages/lessons", title: "Lessons",
      description: "Short lessons with computed examples.", pageClass: "index",
      traits: proseTraits, values: ["heading": "Lessons", "lessons": lessons],
      search: SearchText(
        kind: .page, title: "Lessons", parts: ["Short lessons with computed examples."]))
  }

  func term(_ term: GlossaryTerm, into problems: inout [Diagnostic]) -> Page {
    let path = Self.path(of: term)
    let terms = site.content.terms
    let body = renderer(path).render(term.prose, into: &problems)
    var values: TemplateContext = [
      "heading": term.title, "role": term.role.rawValue, "roleClass": term.role.rawValue,
      "standardHTML": "<p>\(Markup.escaped(term.summary))</p>",
      "bodyHTML": body.html,
    ]
    if !term.aka.isEmpty { values["aliases"] = term.aka.joined(separator: ", ") }
    values.set("formulaHTML", TermFormula(term)?.markup(into: &problems))
    let related = term.see.compactMap { slug -> TemplateContext? in
      guard let other = terms.first(where: { $0.slug == slug }) else {
        problems.append(
          unknownReference(slug, in: term.prose.file, kind: "term", terms.map(\.slug)))
        return nil
      }
      return Cells.link(other.title, site.link(from: path, to: Self.path(of: other)))
    }
    if !related.isEmpty { values["seeAlso"] = related }
    values.set("sourcesHTML", citations(term.sources))
    values.merge(site.relations(of: path)) { own, _ in own }
    return Page(
      path: path, template: "pages/term", title: term.title, description: term.summary,
      pageClass: "term", traits: traits(of: body), values: values,
      section: PagePath("glossary/"), sourceFile: term.prose.file, files: body.files,
      search: Self.searchText(of: term, words: body.plainText))
  }

  func glossary() -> Page {
    let path = PagePath("glossary/")
    let groups = Dictionary(grouping: site.content.terms) { term in
      String(term.title.uppercased().first ?? "#")
    }
    let letters = groups.keys.sorted()
    let values: TemplateContext = [
      "heading": "Glossary",
      "letters": letters.map { Cells.link($0, "#letter-\($0.lowercased())") },
      "groups": letters.map { letter -> TemplateContext in
        [
          "letter": letter, "id": "letter-\(letter.lowercased())",
          "terms": (groups[letter] ?? []).map { term -> TemplateContext in
            [
              "href": site.link(from: path, to: Self.path(of: term)), "name": term.title,
              "short": term.summary, "role": term.role.rawValue, "roleClass": term.role.rawValue,
            ]
          },
        ]
      },
    ]
    return Page(
      path: path, template: "pages/glossary", title: "Glossary",
      description: "The terms of the method, and what each does in it.", pageClass: "index",
      traits: proseTraits, values: values,
      search: SearchText(
        kind: .page, title: "Glossary",
        parts: ["The terms of the method, and what each does in it."]))
  }

  func page(_ page: StandalonePage, into problems: inout [Diagnostic]) -> Page {
    let path = Self.path(of: page)
    let body = renderer(path).render(page.prose, into: &problems)
    var values: TemplateContext = ["heading": page.title]
    let template: String
    switch page.kind {
    case .page:
      template = "pages/page"
      values["bodyHTML"] = body.html
    case .sources:
      template = "pages/sources"
      values["introHTML"] = body.html
      values["sources"] = SourceList(site: site).rows()
    case .disclaimers:
      template = "pages/disclaimers"
      values["introHTML"] = body.html
      values["catalogue"] = disclaimerCatalogue()
    case .corrections:
      template = "pages/corrections"
      values["bodyHTML"] = body.html
      values.merge(CorrectionsPage(site: site, page: path).values) { own, _ in own }
    case .method:
      template = "pages/method"
      values["bodyHTML"] = body.html
      values["profiles"] = ProfilePages(site: site).links(from: path)
      if RulePages.exist(on: site) {
        values["pages"] = [
          Cells.link("Rules", site.link(from: path, to: RulePages.path))
            .merging(["title": "formula, parameters and where each fired"]) { own, _ in own }
        ]
      }
    case .contradictions:
      template = ContradictionsPage.template
      values["bodyHTML"] = body.html
      let page = ContradictionsPage(site: site, page: page, path: path)
      values.merge(page.values(headings: body.headings, into: &problems)) { own, _ in own }
    case .profile:
      template = "pages/profile"
      values["introHTML"] = body.html
      if let profile = profile(of: page, into: &problems) {
        values.merge(ProfileView(profile: profile).values) { own, _ in own }
      }
    }
    return Page(
      path: path, template: template, title: page.title,
      description: page.summary.isEmpty ? PageSummary.beginning(of: body.html) : page.summary,
      pageClass: Self.styleClass(page.kind), traits: traits(of: body), values: values,
      section: Self.section(of: path), sourceFile: page.prose.file, files: body.files,
      search: searchText(of: page, body: body))
  }

  private static func styleClass(_ kind: StandalonePage.Kind) -> String {
    switch kind {
    case .page, .disclaimers, .corrections: "prose"
    case .sources: "sources"
    case .method, .profile, .contradictions: "method"
    }
  }

  /// The navigation entry that a page belongs to.
  private static func section(of path: PagePath) -> PagePath {
    if path.text.hasPrefix("method/") { return PagePath("method/") }
    if path.text == "about/sources/" { return path }
    if path.text.hasPrefix("about/") { return PagePath("about/") }
    return path
  }

  private func profile(
    of page: StandalonePage, into problems: inout [Diagnostic]
  ) -> ProfileDefinition? {
    let id = page.path.split(separator: "/").last.map(String.init) ?? ""
    return site.content.profile(
      id, at: SourceLocation(file: page.prose.file, line: 1, column: 1), into: &problems)
  }

  private func disclaimerCatalogue() -> [TemplateContext] {
    PageTrait.allCases.flatMap { trait in
      trait.requiredBlocks.compactMap { id -> TemplateContext? in
        guard let block = site.content.disclaimers[id], let body = site.disclaimerHTML[id] else {
          return nil
        }
        return [
          "id": id, "version": String(block.version), "title": block.title,
          "requirement": trait.requirement, "bodyHTML": body,
        ]
      }
    }
  }

  private func citations(_ sources: [Citation]) -> String? {
    guard !sources.isEmpty else { return nil }
    let items = sources.map { source in
      "<li>\(source.url.map { Markup.link(source.title, to: $0) } ?? Markup.escaped(source.title))</li>"
    }
    return "<ul class=\"sources\">\(items.joined())</ul>"
  }
}
