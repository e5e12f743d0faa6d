import MarketData
import ParallelMap
import ProseChecks
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
  var wording = WordingCheck([])
  /// What is to be said about the wording of front matters; the build goes on, to find the rest.
  var remarks: [Diagnostic] = []
}

/// One parsed Markdown file, by the folder it was found in.
private enum ParsedDocument: Sendable {
  case report(Report)
  case lesson(Lesson)
  case term(GlossaryTerm)
  case page(StandalonePage)
  case disclaimer(DisclaimerBlock)
}

/// Reads a site's `Content` folder; faults are collected, not thrown.
struct ContentReader {
  let fileSystem: any FileSystem
  /// The product's own templates and disclaimer blocks, used where the site has none.
  let product: (any FileSystem)?
  let jobs: Int

  private static let dataFolder = "Content/data"

  /// The content, or `nil` when `site.yml` itself cannot be read.
  func read(into problems: inout [Diagnostic]) throws -> SiteContent? {
    guard fileSystem.exists(SiteConfiguration.path) else {
      problems.append(
        .error(
          SourceLocation(file: SiteConfiguration.path),
          "the file is missing", "Create it with at least a line `title: My notes`."))
      return nil
    }
    guard
      let configuration = SiteConfiguration(
        bytes: try fileSystem.read(SiteConfiguration.path), into: &problems)
    else { return nil }
    var content = SiteContent(configuration: configuration)
    content.wording = try WordingFile.read(site: fileSystem, product: product, into: &problems)
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
    let wording = content.wording
    let parsed = try parallelMap(work.filter { $0.path.hasSuffix(".md") }, jobs: jobs) { item in
      var problems: [Diagnostic] = []
      var remarks: [Diagnostic] = []
      let document = try Self.parse(item.path, item.source, wording, &problems, &remarks)
      return (document, problems, remarks)
    }
    for (document, found, remarks) in parsed {
      problems += found
      content.remarks += remarks
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
      case nil: break
      }
    }
    content.lessons.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
    content.terms.sort { ($0.title.lowercased(), $0.slug) < ($1.title.lowercased(), $1.slug) }
  }

  private static func parse(
    _ path: String, _ source: any FileSystem, _ wording: WordingCheck,
    _ problems: inout [Diagnostic], _ remarks: inout [Diagnostic]
  ) throws -> ParsedDocument? {
    let folder = path.split(separator: "/").prefix(2).joined(separator: "/")
    guard
      [
        "Content/reports", "Content/lessons", "Content/glossary", "Content/pages",
        "Templates/disclaimers",
      ].contains(folder),
      let document = ContentDocument(bytes: try source.read(path), path: path, into: &problems)
    else { return nil }
    if folder != "Templates/disclaimers" {
      remarks += ProseReview.problems(inFrontMatterOf: document, wording)
    }
    switch folder {
    case "Content/reports": return Report(document, into: &problems).map { .report($0) }
    case "Content/lessons": return .lesson(Lesson(document, into: &problems))
    case "Content/glossary": return .term(GlossaryTerm(document, into: &problems))
    case "Content/pages": return .page(StandalonePage(document, into: &problems))
    default: return .disclaimer(DisclaimerBlock(document, into: &problems))
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
