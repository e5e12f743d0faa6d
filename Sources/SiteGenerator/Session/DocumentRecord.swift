import MarketData
import Quant

/// One Markdown file as it was parsed last.
struct DocumentRecord: Sendable {
  var path: String
  var bytes: [UInt8]
  var document: ParsedDocument?
  var problems: [Diagnostic]
  /// What is to be said about the wording of the front matter.
  var remarks: [Diagnostic] = []
  /// Old addresses that the document gives.
  var aliases: [PageAlias] = []
  /// Changes with the bytes; 0 until the record is numbered.
  var version = 0
  /// Changes with what every page may depend on.
  var identityVersion = 0
  /// Changes with what lists and neighbours show.
  var listingVersion = 0
}

extension ParsedDocument {
  /// The kinds of documents that are listed together.
  enum Kind: Hashable, Sendable {
    case report, lesson, term, page, disclaimer, held
  }

  var kind: Kind {
    switch self {
    case .report: .report
    case .lesson: .lesson
    case .term: .term
    case .page: .page
    case .disclaimer: .disclaimer
    case .held: .held
    }
  }

  /// What any page may depend on: that the document exists, and where; its tags, which have pages; of
  /// a term also its names, which become links.
  ///
  /// `nil` for what stands on many pages as a whole: nothing of it may change unnoticed.
  var identity: [String]? {
    switch self {
    case .report(let report): [report.date.description] + report.tags
    case .lesson(let lesson): [lesson.slug] + lesson.tags
    case .term(let term): [term.slug, term.title] + term.tags.map { "#" + $0 } + term.aka
    case .page(let page): [page.path, page.kind.rawValue]
    case .disclaimer: nil
    case .held(let text): [text.file, text.explanation]
    }
  }

  /// What lists and neighbours may show beside that: all that a page of another document uses.
  var listing: [String]? {
    switch self {
    case .report(let report): [report.title] + report.corrections.map(\.sentence)
    case .lesson(let lesson):
      [lesson.title, lesson.summary, lesson.question, String(lesson.order)]
    case .term(let term): [term.title, term.summary, term.role.rawValue] + term.aka
    case .page(let page): [page.title, page.summary]
    case .disclaimer: nil
    case .held: []
    }
  }
}
