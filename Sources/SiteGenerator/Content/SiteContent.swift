import MarketData
import Quant

/// Everything a publisher edits, read and checked: the input of a build.
struct SiteContent: Sendable {
  var configuration: SiteConfiguration
  var reports: [CalendarDate: Report] = [:]
  var lessons: [Lesson] = []
  var terms: [GlossaryTerm] = []
  var pages: [StandalonePage] = []
  var disclaimers: [String: DisclaimerBlock] = [:]
  var sources: [SourceEntry] = []
  var profiles = ProfileCatalogue()
  var history: MarketHistory?
  var book: BookFile?
  /// Old addresses of the pages that are shown.
  var aliases: [PageAlias] = []
  /// Texts that are not public yet, by file.
  var held: [HeldText] = []
}

/// One parsed Markdown file, by the folder it was found in.
private enum ParsedDocument: Sendable {
  case report(Report)
  case lesson(Lesson)
  case term(GlossaryTerm)
  case page(StandalonePage)
  case disclaimer(DisclaimerBlock)
  case held(HeldText)
}

/// Reads a site's `Content` folder; faults are collected, not thrown.
struct ContentReader {
  let fileSystem: any FileSystem
  /// The product's own templates and disclaimer blocks, used where the site has none.
  let product: (any FileSystem)?
  let jobs: Int
  var publication = Publication()

  private static let dataFolder = "Content/data"

  /// The content, or `nil` when `site.yml` itself cannot be read.
  func read(into problems: inout [Diagnostic]) throws -> SiteContent? {
    guard fileSystem.exists(SiteConfiguration.path) else {
      problems.append(
        .error(
          SourceLocation(file: SiteConfiguration.path),
          "the file is missing",
          "Create it with at least a line `title: My notes`, or make a new site with "
            + "`hedgebook init DIR`."))
      return nil
    }
    guard
      let configuration = SiteConfiguration(
        bytes: try fileSystem.read(SiteConfiguration.path), into: &problems)
    else { return nil }
    var content = SiteContent(configuration: configuration)
    try readDocuments(into: &content, &problems)
    content.profiles = try ProfileCatalogue.read(
      site: fileSystem, product: product, into: &problems)
    try readData(into: &content, &problems)
    return content
  }

  private func readDocuments(
    into content: inout SiteContent, _ problems: inout [Diagnostic]
  ) throws {
    var work: [(path: String, source: any FileSystem)] = []
    if let product {
      for path in try product.files(under: "Templates/disclaimers") where !fileSystem.exists(path) {
        work.append((path, product))
      }
    }
    for folder in ["Templates/disclaimers", "Content"] {
      work += try fileSystem.files(under: folder).map { ($0, fileSystem) }
    }
    let publication = publication
    let parsed = try parallelMap(work.filter { $0.path.hasSuffix(".md") }, jobs: jobs) { item in
      var problems: [Diagnostic] = []
      var aliases: [PageAlias] = []
      let document = try Self.parse(item.path, item.source, publication, &aliases, &problems)
      return (document, aliases, problems)
    }
    for (document, aliases, found) in parsed {
      problems += found
      content.aliases += aliases
      switch document {
      case .report(let report)?:
        content.reports[report.date] = report
      case .lesson(let lesson)?:
        content.lessons.append(lesson)
      case .term(let term)?:
        content.terms.append(term)
      case .page(let page)?:
        content.pages.append(page)
      case .disclaimer(let block)?:
        content.disclaimers[block.id] = block
      case .held(let text)?:
        content.held.append(text)
      case nil: break
      }
    }
    content.lessons.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
    content.terms.sort { ($0.title.lowercased(), $0.slug) < ($1.title.lowercased(), $1.slug) }
  }

  private static func parse(
    _ path: String, _ source: any FileSystem, _ publication: Publication,
    _ aliases: inout [PageAlias], _ problems: inout [Diagnostic]
  ) throws -> ParsedDocument? {
    let folder = path.split(separator: "/").prefix(2).joined(separator: "/")
    guard
      [
        "Content/reports", "Content/lessons", "Content/glossary", "Content/pages",
        "Templates/disclaimers",
      ].contains(folder),
      var document = ContentDocument(bytes: try source.read(path), path: path, into: &problems)
    else { return nil }
    if folder == "Templates/disclaimers" {
      return .disclaimer(DisclaimerBlock(document, into: &problems))
    }
    let header = PageHeader(&document, into: &problems)
    if let reason = publication.reasonToHold(header) {
      // A text that is not shown need not be finished: only its header is judged.
      return .held(HeldText(file: path, reason: reason))
    }
    aliases = header.aliases
    switch folder {
    case "Content/reports": return Report(document, into: &problems).map { .report($0) }
    case "Content/lessons": return .lesson(Lesson(document, into: &problems))
    case "Content/glossary": return .term(GlossaryTerm(document, into: &problems))
    default: return .page(StandalonePage(document, into: &problems))
    }
  }

  private func readData(into content: inout SiteContent, _ problems: inout [Diagnostic]) throws {
    if fileSystem.exists(SourcesFile.path) {
      content.sources = SourcesFile.read(try fileSystem.read(SourcesFile.path), into: &problems)
      let source = fileSystem
      let loader = MarketHistoryLoader(
        catalogue: SourceCatalogue(entries: content.sources), folder: Self.dataFolder
      ) { path in
        let full = "\(Self.dataFolder)/\(path)"
        guard source.exists(full) else { throw MarketHistoryLoader.FileFailure.missing }
        return try source.read(full)
      }
      content.history = loader.load(into: &problems)
    }
    if let book = content.configuration.book {
      content.book = try BookFile(id: book, fileSystem: fileSystem, into: &problems)
    }
  }
}
