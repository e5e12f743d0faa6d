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
  /// Faults of the catalogue and of rows, the quality gates' findings, and the series that are stale
  /// at the last session. `count` is the number of sources with a file.
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
      let full = "\(folder)/\(path)"
      guard files.exists(full) else { throw MarketHistoryLoader.FileFailure.missing }
      return try files.read(full)
    }
    let history = loader.load(into: &problems)
    problems += stale(history, entries: entries)
    return (entries.count { $0.file != nil }, problems)
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
