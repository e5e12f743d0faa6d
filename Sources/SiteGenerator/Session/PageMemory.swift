import MarketData

/// The pages of the last build.
///
/// A page is made from what all pages share, from its own document, and from what its kind lists of
/// others (`PagePlan.Item.lists` by kind, `shown` one by one). It is kept while these are the same. A page may therefore show no
/// more of another document than `ParsedDocument.identity` and, of the kind it lists, `listing`.
final class PageMemory {
  /// What every page depends on.
  struct Basis: Equatable {
    var parts: [Int]
    var wording: Int
    var identities: [String: Int]
    var templates: Int
    var assets: Int
    var target: LinkTarget
    var version: String
  }

  /// A planned page and the file it is made from.
  struct Key: Hashable, Sendable {
    var path: PagePath
    var file: String?
  }

  /// Versions of what one page is made from, beside the basis.
  struct Sources: Equatable, Sendable {
    var document = 0
    var listing: [String: Int] = [:]
    /// What the page shows of pages of other kinds.
    var shown: [ListedPage] = []
    var aliases: [String: Int] = [:]
  }

  /// A page, and what its making told about the templates.
  struct Entry: Sendable {
    var sources: Sources
    var rendered: RenderedPage
    var evidence: TemplateTrace.Evidence
  }

  private var basis: Basis?
  private var library: TemplateLibrary?
  private(set) var pages: [Key: Entry] = [:]
  private(set) var indexes: Entry?
  /// How many pages the last build rendered, without indexes.
  private(set) var renderedCount = 0

  /// The templates to render with; all pages are forgotten when the basis is another.
  func templates(for basis: Basis, parsed: TemplateLibrary) -> TemplateLibrary {
    if let library, self.basis == basis { return library }
    self.basis = basis
    return restart(parsed)
  }

  /// Forgets all pages and what rendering them told about the templates.
  func restart(_ parsed: TemplateLibrary) -> TemplateLibrary {
    pages = [:]
    indexes = nil
    let renewed = parsed.renewed()
    library = renewed
    return renewed
  }

  /// Keeps the pages of this build in place of those of the last.
  func remember(_ pages: [Key: Entry], indexes: Entry) {
    renderedCount = pages.count { self.pages[$0.key]?.sources != $0.value.sources }
    self.pages = pages
    self.indexes = indexes
  }

  /// Whether something that the last build's pages told about the templates is told by none now.
  ///
  /// A name in a template counts as known because some page provides it. When the last page that
  /// did so has changed its values, all pages have to be asked again.
  func losesEvidence(with pages: [Key: Entry], indexes: Entry) -> Bool {
    var dropped: Set<Int> = []
    let olds =
      self.pages.map { ($0.value, pages[$0.key]) } + (self.indexes.map { [($0, indexes)] } ?? [])
    for (old, new) in olds {
      guard let new, new.sources != old.sources else { continue }
      if old.evidence.isIncomplete { return true }
      dropped.formUnion(old.evidence.groups.subtracting(new.evidence.groups))
    }
    guard !dropped.isEmpty else { return false }
    for entry in [indexes] + Array(pages.values) { dropped.subtract(entry.evidence.groups) }
    return !dropped.isEmpty
  }
}
