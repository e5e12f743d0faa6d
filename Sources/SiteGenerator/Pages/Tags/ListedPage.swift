/// What lists by tag and lists of related pages show of a page.
struct ListedPage: Hashable, Sendable {
  /// The kinds of pages that carry tags, in the order in which a list has them.
  enum Kind: Int, Sendable, CaseIterable, Comparable {
    case lesson, term, writeUp

    /// The heading over several.
    var heading: String {
      switch self {
      case .lesson: "Lessons"
      case .term: "Terms"
      case .writeUp: "Write-ups"
      }
    }

    /// The word beside one.
    var word: String {
      switch self {
      case .lesson: "lesson"
      case .term: "term"
      case .writeUp: "write-up"
      }
    }

    static func < (lhs: Kind, rhs: Kind) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  var kind: Kind
  var path: PagePath
  var title: String
}

/// A page with what relates it to others.
struct TaggedPage: Sendable {
  var page: ListedPage
  var tags: [String]
  /// Slugs of the glossary terms it is about or links to.
  var terms: [String]
}

extension SiteContent {
  /// Every page that may carry tags: lessons, terms and write-ups, each in their order.
  var taggedPages: [TaggedPage] {
    lessons.map { lesson in
      TaggedPage(
        page: ListedPage(
          kind: .lesson, path: ReadingPages.path(of: lesson), title: lesson.title),
        tags: lesson.tags, terms: lesson.prose.linkedTerms)
    }
      + terms.map { term in
        TaggedPage(
          page: ListedPage(kind: .term, path: ReadingPages.path(of: term), title: term.title),
          tags: term.tags, terms: [term.slug] + term.see + term.prose.linkedTerms)
      }
      + reports.sorted { $0.key > $1.key }.map { date, report in
        TaggedPage(
          page: ListedPage(kind: .writeUp, path: Site.path(of: date), title: report.title),
          tags: report.tags, terms: report.prose.linkedTerms)
      }
  }
}
