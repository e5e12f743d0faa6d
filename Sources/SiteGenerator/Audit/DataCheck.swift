public import MarketData
import Quant

/// Everything that can be said about a site's data without building it.
public struct DataCheck {
  private let source: any FileSystem

  /// Creates a check of the site below a file system's root.
  public init(source: any FileSystem) {
    self.source = source
  }

  /// Every fault and finding, in the order of the catalogue and of places.
  ///
  /// Faults of the catalogue and of rows, the quality gates' findings, what does not fit together in
  /// option quotes, and the series that are stale at the last session. `count` is the number of
  /// sources with a file.
  ///
  /// - Returns: the number of sources and what was found.
  /// - Throws: errors of the file system.
  public func run() throws -> (count: Int, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    guard source.exists(SourcesFile.path) else {
      problems.append(
        .error(
          SourceLocation(file: SourcesFile.path), "the site has no list of data files",
          "Import a file, or create the list."))
      return (0, problems)
    }
    let entries = SourcesFile.read(try source.read(SourcesFile.path), into: &problems)
    let folder = "Content/data"
    let files = source
    let loader = MarketHistoryLoader(
      catalogue: SourceCatalogue(entries: entries), folder: folder
    ) { path in
      try files.readData("\(folder)/\(path)")
    }
    let history = loader.load(into: &problems)
    problems += try chains(history, entries: entries)
    problems += stale(history, entries: entries)
    return (entries.count { $0.file != nil }, problems)
  }

  /// Put–call parity and the order of prices in time, for every source of option quotes.
  private func chains(
    _ history: MarketHistory, entries: [SourceEntry]
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in entries {
      guard entry.format == .optionQuotes, let file = entry.file else { continue }
      let path = "Content/data/\(file)"
      let quotes: [CalendarDate: [OptionQuote]]
      switch MarketInput(rawValue: entry.id) {
      case .vixOptions: quotes = history.vixOptions
      case .indexOptions: quotes = history.indexOptions
      default: quotes = try referenceQuotes(entry, path, into: &found)
      }
      found += try ChainFindings(of: quotes).diagnostics(file: path)
    }
    return found
  }

  /// The quotes of a source that no computation reads, with the faults of its rows.
  private func referenceQuotes(
    _ entry: SourceEntry, _ path: String, into problems: inout [Diagnostic]
  ) throws -> [CalendarDate: [OptionQuote]] {
    guard source.exists(path) else {
      problems.append(
        .error(
          entry.location, "the file of source \"\(entry.id)\" does not exist: \(path)",
          "Add the file, correct its path, or remove the path to declare the source missing."))
      return [:]
    }
    let quotes = OptionQuoteReader.read(try source.read(path), file: path, into: &problems)
    return Dictionary(grouping: quotes, by: \.date)
  }

  /// Days after which an input's last value is stale at the last session: none for what every
  /// session has, a month and its lag for what comes monthly.
  private static let limits: [MarketInput: Int] = [
    .vix: 0, .futures: 0, .vixOptions: 0, .indexOptions: 0, .breadth: 0, .releases: 45,
    .realEffectiveExchangeRate: 100,
  ]

  private func stale(_ history: MarketHistory, entries: [SourceEntry]) -> [Diagnostic] {
    guard let session = history.bars.last?.date else { return [] }
    let newest: [MarketInput: CalendarDate?] = [
      .vix: history.vix.last?.date, .futures: history.futures.keys.max(),
      .vixOptions: history.vixOptions.keys.max(), .indexOptions: history.indexOptions.keys.max(),
      .breadth: history.breadth.last?.date,
      .releases: history.releases.last { $0.actual != nil }?.releaseDate,
      .realEffectiveExchangeRate: history.realEffectiveExchangeRate.last?.date,
    ]
    let gate = QualityGate()
    return MarketInput.allCases.compactMap { input in
      guard let limit = Self.limits[input],
        let entry = entries.first(where: { $0.id == input.rawValue }), let file = entry.file,
        let finding = gate.staleness(
          of: newest[input] ?? nil, name: entry.id, at: session, limit: limit)
      else { return nil }
      return finding.diagnostic(file: "Content/data/\(file)", lines: RowIndex([]))
    }
  }
}
