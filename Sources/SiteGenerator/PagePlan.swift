import ALVH
import Quant

/// Every page a build will write, before any is rendered; links are checked against it.
struct PagePlan: Sendable {
  /// What a planned page is made from.
  enum Item: Sendable {
    case home(StandalonePage?)
    case day(DailyDecision)
    case lesson(Lesson)
    case lessonIndex
    case term(GlossaryTerm)
    case glossary
    case page(StandalonePage)
    case profile(ProfileDefinition)
    case corrections
    case rules
    case rule(MethodRule)
    case snapshots
    case tags
    case tag(String)
    case search
  }

  /// The items of the site by path, with the file that each is made from.
  let items: [(path: PagePath, item: Item, file: String?)]
  /// Paths of all pages and files, as written in content links.
  let places: Set<String>
  /// Paths of the indexes of write-ups, which no content file may claim.
  let calendarPages: Set<String>
  /// Old addresses that lead to pages; no link of the site names them.
  let aliases: [PageAlias]

  /// The kinds of pages that search finds.
  var kinds: Set<SearchText.Kind> {
    Set(
      items.compactMap { item -> SearchText.Kind? in
        switch item.item {
        case .day: .daily
        case .lesson: .lesson
        case .term: .term
        case .profile, .rules, .rule: .rule
        case .page(let page): page.kind == .profile ? .rule : .page
        case .home, .lessonIndex, .glossary, .corrections, .snapshots, .tags,
          .tag:
          .page
        case .search: nil
        }
      })
  }

  init(site: Site) {
    let content = site.content
    aliases = content.aliases
    var items: [(PagePath, Item, String?)] = []
    let index = content.pages.first { $0.path == "index" }
    items.append((.home, .home(index), index?.prose.file))
    for decision in site.decisions {
      items.append(
        (Site.path(of: decision.date), .day(decision), content.reports[decision.date]?.prose.file))
    }
    for lesson in content.lessons {
      items.append((ReadingPages.path(of: lesson), .lesson(lesson), lesson.prose.file))
    }
    if !content.lessons.isEmpty { items.append((PagePath("lessons/"), .lessonIndex, nil)) }
    for term in content.terms {
      items.append((ReadingPages.path(of: term), .term(term), term.prose.file))
    }
    if !content.terms.isEmpty { items.append((PagePath("glossary/"), .glossary, nil)) }
    for page in content.pages where page.path != "index" {
      items.append((ReadingPages.path(of: page), .page(page), page.prose.file))
    }
    if site.hasWriteUps {
      // A profile without a page of its own still has its parameters shown.
      let written = Set(items.map(\.0))
      for profile in content.profiles.definitions {
        let path = ReadingPages.path(ofProfile: profile.id)
        if !written.contains(path) { items.append((path, .profile(profile), nil)) }
      }
      if !written.contains(CorrectionsPage.path), site.hasCorrectionsPage {
        items.append((CorrectionsPage.path, .corrections, nil))
      }
      var made: [(PagePath, Item)] = []
      if RulePages.exist(on: site) {
        made.append((RulePages.path, .rules))
        made += MethodRule.all.map { ($0.path, .rule($0)) }
      }
      if SnapshotsPage.exists(on: site) { made.append((SnapshotsPage.path, .snapshots)) }
      // A site may write one of them itself.
      for (path, item) in made where !written.contains(path) { items.append((path, item, nil)) }
    }
    if TagPages.exist(on: site) {
      items.append((TagPages.path, .tags, nil))
      items += site.tags.names.map { (TagPages.path(of: $0), .tag($0), nil) }
    }
    if site.hasSearch { items.append((SearchPage.path, .search, nil)) }
    self.items = items
    var calendarPages: Set<String> = []
    if site.hasWriteUps {
      calendarPages.insert("daily/")
      let hasArchive = ArchivePages.exist(on: site)
      if hasArchive { calendarPages.insert(ArchivePages.path.text) }
      for decision in site.decisions {
        calendarPages.insert(Site.path(year: decision.date.year).text)
        if hasArchive { calendarPages.insert(ArchivePages.path(year: decision.date.year).text) }
        calendarPages.insert(Site.path(year: decision.date.year, month: decision.date.month).text)
      }
    }
    self.calendarPages = calendarPages
    places = Set(items.map(\.0.text)).union(calendarPages).union(["feed.xml", "feed.json"])
  }
}

extension PagePlan.Item {
  /// The kind of other documents that the page lists or names; `nil` when it shows none.
  var lists: ParsedDocument.Kind? {
    switch self {
    case .home: .report
    case .lesson, .lessonIndex: .lesson
    case .term, .glossary: .term
    case .page(let page): page.kind == .corrections ? .report : .page
    case .corrections: .report
    case .day, .profile, .rules, .rule, .snapshots, .tags, .tag, .search: nil
    }
  }

  /// What the page shows of pages that it does not list by their kind: those of a tag, or related ones.
  func shown(at path: PagePath, on site: Site) -> [ListedPage] {
    switch self {
    case .day, .lesson, .term: site.tags.related[path] ?? []
    case .tags: TagPages.shown(on: site, tag: nil)
    case .tag(let tag): TagPages.shown(on: site, tag: tag)
    default: []
    }
  }

  /// What makes the page, for a fault of a page that no file makes.
  var maker: String {
    if case .tag(let tag) = self { "the tag `\(tag)`" } else { "the build itself" }
  }
}
