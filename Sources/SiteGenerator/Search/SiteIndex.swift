import SiteSearch

/// The search index of a site: pages are analysed where they are rendered, and merged at the end.
struct SiteIndex: Sendable {
  /// The folder of the index; `SearchPage` tells the script of it.
  static let folder = "search/index/"

  private let analyzer: SearchAnalyzer
  private let target: LinkTarget
  private let isWanted: Bool

  init(site: Site) {
    let isEnglish = site.content.configuration.language.lowercased().hasPrefix("en")
    analyzer = SearchAnalyzer(language: isEnglish ? .english : .neutral)
    target = site.target
    isWanted = site.hasSearch
  }

  /// The analysis of a page; `nil` for one that search does not find.
  func analysis(of page: Page) -> DocumentAnalysis? {
    guard isWanted, let text = page.search else { return nil }
    let url = target == .offline ? page.path.file : page.path.text
    return analyzer.analyze(text.document(url: url))
  }

  /// The files of the index; the same whatever the order of the analyses.
  ///
  /// - Throws: `SearchIndexError` when two pages have one address, which the plan of pages excludes.
  func files(for analyses: [DocumentAnalysis]) throws -> [OutputFile] {
    guard isWanted else { return [] }
    return try SearchIndexBuilder(analyzer: analyzer).files(for: analyses).map {
      OutputFile(path: Self.folder + $0.path, bytes: $0.bytes)
    }
  }
}
