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
  /// The data files as they were read, by the id of their source.
  var dataFiles: [String: DataFile] = [:]
  var profiles = ProfileCatalogue()
  var history: MarketHistory?
  var book: BookFile?
  var wording = WordingCheck([])
  /// What is to be said about the wording of front matters; the build goes on, to find the rest.
  var remarks: [Diagnostic] = []
  /// Old addresses of the pages that are shown.
  var aliases: [PageAlias] = []
  /// Texts that are not public yet, by file.
  var held: [HeldText] = []
}

/// One parsed Markdown file, by the folder it was found in.
enum ParsedDocument: Sendable {
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
  /// What the last build read; parts whose files are the same are not parsed again.
  var memory = ContentMemory()

  private static let dataFolder = "Content/data"

  /// The content, or `nil` when `site.yml` itself cannot be read.
  func read(into problems: inout [Diagnostic]) throws -> SiteContent? {
    guard fileSystem.exists(SiteConfiguration.path) else {
      problems.append(
        .error(
          SourceLocation(file: SiteConfiguration.path),
          "the file is missing",
          "Go to the site’s folder or name it with --source; `hedgebook init DIR` makes a new site."
        ))
      return nil
    }
    let inputs = BuildInputs(site: fileSystem, product: product)
    let configuration = try memory.configuration.value(from: inputs, into: &problems) {
      SiteConfiguration(bytes: try $0.site.read(SiteConfiguration.path), into: &$1)
    }
    guard let configuration else { return nil }
    var content = SiteContent(configuration: configuration)
    content.wording = try memory.wording.value(from: inputs, into: &problems) {
      try WordingFile.read(site: $0.site, product: $0.product, into: &$1)
    }
    try readDocuments(into: &content, &problems)
    content.profiles = try memory.profiles.value(from: inputs, into: &problems) {
      try ProfileCatalogue.read(site: $0.site, product: $0.product, into: &$1)
    }
    let market = try memory.data.value(from: inputs, into: &problems) {
      try Self.marketInputs($0.site, into: &$1)
    }
    content.sources = market.sources
    content.dataFiles = market.files
    content.history = market.history
    content.book = try memory.book.value(
      from: inputs, versions: [memory.configuration.version], into: &problems
    ) { inputs, problems in
      guard let book = configuration.book else { return nil }
      return try BookFile(id: book, fileSystem: inputs.site, into: &problems)
    }
    return content
  }

  private func readDocuments(
    into content: inout SiteContent, _ problems: inout [Diagnostic]
  ) throws {
    var work: [(path: String, source: any FileSystem)] = []
    if let product {
      for path in try product.files(under: Self.disclaimerFolder) where !fileSystem.exists(path) {
        work.append((path, product))
      }
    }
    for folder in [Self.disclaimerFolder, "Content"] {
      work += try fileSystem.files(under: folder).map { ($0, fileSystem) }
    }
    let wording = content.wording
    let publication = publication
    let rules = ContentMemory.Rules(wording: memory.wording.version, publication: publication)
    let known = memory.knownDocuments(under: rules)
    let records = try parallelMap(
      work.filter { Self.isDocument($0.path) }, jobs: jobs
    ) { item in
      let bytes = try item.source.read(item.path)
      if let record = known[item.path], record.bytes == bytes { return record }
      return Self.parse(item.path, bytes, wording, publication)
    }
    memory.remember(records, under: rules)
    for record in records {
      problems += record.problems
      content.remarks += record.remarks
      content.aliases += record.aliases
      switch record.document {
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

  /// Whether a file is read as a document: Markdown in a folder of its own kind.
  private static func isDocument(_ path: String) -> Bool {
    path.hasSuffix(".md")
      && [
        "Content/reports", "Content/lessons", "Content/glossary", "Content/pages",
        disclaimerFolder,
      ].contains(folder(of: path))
  }

  private static let disclaimerFolder = "Templates/disclaimers"

  private static func folder(of path: String) -> String {
    path.split(separator: "/").prefix(2).joined(separator: "/")
  }

  private static func parse(
    _ path: String, _ bytes: [UInt8], _ wording: WordingCheck, _ publication: Publication
  ) -> DocumentRecord {
    var record = DocumentRecord(path: path, bytes: bytes, problems: [])
    guard var document = ContentDocument(bytes: bytes, path: path, into: &record.problems) else {
      return record
    }
    if let fault = ContentName.fault(of: path) {
      record.problems.append(
        .error(SourceLocation(file: path, line: 1, column: 1), fault.what, fault.remedy))
    }
    let folder = folder(of: path)
    if folder == disclaimerFolder {
      record.document = .disclaimer(DisclaimerBlock(document, into: &record.problems))
      return record
    }
    let header = PageHeader(&document, into: &record.problems)
    if let reason = publication.reasonToHold(header) {
      // A text that is not shown need not be finished: only its header is judged.
      record.document = .held(HeldText(file: path, reason: reason))
      return record
    }
    record.aliases = header.aliases
    record.remarks = ProseReview.problems(inFrontMatterOf: document, wording)
    record.document = parsed(document, in: folder, into: &record.problems)
    return record
  }

  private static func parsed(
    _ document: ContentDocument, in folder: String, into problems: inout [Diagnostic]
  ) -> ParsedDocument? {
    switch folder {
    case "Content/reports": Report(document, into: &problems).map { .report($0) }
    case "Content/lessons": .lesson(Lesson(document, into: &problems))
    case "Content/glossary": .term(GlossaryTerm(document, into: &problems))
    default: .page(StandalonePage(document, into: &problems))
    }
  }

  private static func marketInputs(
    _ source: any FileSystem, into problems: inout [Diagnostic]
  ) throws -> ContentMemory.MarketInputs {
    var inputs = ContentMemory.MarketInputs()
    guard source.exists(SourcesFile.path) else { return inputs }
    inputs.sources = SourcesFile.read(try source.read(SourcesFile.path), into: &problems)
    var contents: [String: [UInt8]] = [:]
    let loader = MarketHistoryLoader(
      catalogue: SourceCatalogue(entries: inputs.sources), folder: dataFolder
    ) { path in
      let bytes = try source.readData("\(dataFolder)/\(path)")
      contents[path] = bytes
      return bytes
    }
    inputs.history = loader.load(into: &problems)
    for entry in inputs.sources {
      guard let file = entry.file else { continue }
      let path = "\(dataFolder)/\(file)"
      // What the loader read; a source that is kept for reference alone it does not open.
      if let bytes = contents[file] {
        inputs.files[entry.id] = DataFile(path: path, bytes: bytes)
      } else if entry.isReference, source.exists(path) {
        inputs.files[entry.id] = DataFile(path: path, bytes: try source.read(path))
      }
    }
    return inputs
  }
}
