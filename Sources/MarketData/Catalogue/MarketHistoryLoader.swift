public import Quant

/// Reads every declared file with the reader of its format and gathers one market history.
///
/// The loader touches no file system: bytes come from the function it is given. All faults of all
/// files are collected; a source without a file leaves its input empty.
public struct MarketHistoryLoader {
  /// Why a file has no bytes; the function that reads files throws it.
  public enum FileFailure: Error, Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The file is there and cannot be read, with a reason such as "permission denied".
    case unreadable(reason: String)
  }

  /// Months after which a monthly series without known dates counts as known (methodology 1.12).
  private static let monthlyLag = DatedSeriesReader.KnownDateDefault.afterMonthEnd(days: 25)

  private let catalogue: SourceCatalogue
  private let folder: String
  private let contracts: ContractCalendar
  private let readFile: (String) throws -> [UInt8]

  /// Creates a loader.
  ///
  /// - Parameters:
  ///   - catalogue: the declared sources.
  ///   - folder: the data folder as the publisher knows it; it precedes paths in messages.
  ///   - contracts: the calendar that dates contract files named only by their month.
  ///   - readFile: returns the bytes of a file named relative to the data folder; it throws
  ///     `FileFailure`, and any other error counts as unreadable.
  public init(
    catalogue: SourceCatalogue, folder: String = "", contracts: ContractCalendar = .cboe,
    readFile: @escaping (String) throws -> [UInt8]
  ) {
    self.catalogue = catalogue
    self.folder = folder
    self.contracts = contracts
    self.readFile = readFile
  }

  /// Reads every file and returns the history; every fault is appended to `problems`.
  ///
  /// Futures and options are grouped by date and sorted by expiration or contract. The provenance
  /// of an input is the worst of its sources.
  public func load(into problems: inout [Diagnostic]) -> MarketHistory {
    problems += catalogue.diagnostics
    var history = MarketHistory()
    var fed: Set<MarketInput> = []
    for entry in catalogue.entries {
      guard let input = MarketInput(feeding: entry), let file = entry.file,
        let format = entry.format, input.formats.contains(format),
        !entry.diagnostics.contains(where: { $0.severity == .error }),
        fed.insert(input).inserted || format == .cfeContract,
        let bytes = bytes(of: entry, file: file, into: &problems)
      else { continue }
      let source = OpenSource(
        entry: entry, input: input, format: format, bytes: bytes,
        path: folder.isEmpty ? file : "\(folder)/\(file)")
      read(source, into: &history, problems: &problems)
      history.provenance.lower(input, to: entry.kind.provenance)
    }
    history.sortGroups()
    return history
  }

  private struct OpenSource {
    let entry: SourceEntry
    let input: MarketInput
    let format: SourceFormat
    let bytes: [UInt8]
    let path: String
  }

  private func bytes(
    of entry: SourceEntry, file: String, into problems: inout [Diagnostic]
  ) -> [UInt8]? {
    let reason: String
    do {
      return try readFile(file)
    } catch FileFailure.missing {
      reason = "does not exist"
    } catch FileFailure.unreadable(let detail) {
      reason = "cannot be read: \(detail)"
    } catch {
      reason = "cannot be read: \(error)"
    }
    problems.append(
      Diagnostic(
        location: entry.location,
        message: "the file \(ShownText.quoted(file)) of source \"\(entry.id)\" \(reason)",
        remedy: "Add the file, correct its path, or remove the path to declare the source missing."
      ))
    return nil
  }

  private func read(
    _ source: OpenSource, into history: inout MarketHistory, problems: inout [Diagnostic]
  ) {
    let (bytes, path) = (source.bytes, source.path)
    let gate = HistoryGate(file: path, bytes: bytes, id: source.entry.id)
    switch source.input {
    case .indexBars:
      history.bars = bars(source, into: &problems)
      gate.clean(&history.bars, into: &problems)
    case .vix:
      history.vix =
        source.format == .series
        ? DatedSeriesReader.read(bytes, file: path, bound: .price, into: &problems)
        : bars(source, into: &problems).map { DatedValue(date: $0.date, value: $0.close) }
      gate.clean(&history.vix, bounds: .volatilityIndex, isDaily: true, into: &problems)
    case .futures:
      var rows = settlements(source, into: &problems)
      gate.clean(&rows, into: &problems)
      for settlement in rows {
        history.futures[settlement.date, default: []].append(settlement)
      }
    case .vixOptions:
      let quotes = OptionQuoteReader.read(bytes, file: path, roots: [.vix], into: &problems)
      history.vixOptions = Self.grouped(quotes)
    case .indexOptions:
      let quotes = OptionQuoteReader.read(
        bytes, file: path, roots: [.spx, .spxw], into: &problems)
      history.indexOptions = Self.grouped(quotes)
    case .breadth:
      history.breadth = BreadthReader.read(bytes, file: path, into: &problems)
      gate.clean(&history.breadth, into: &problems)
    case .releases:
      history.releases = MacroReleaseReader.read(bytes, file: path, into: &problems)
    case .policy: history.policy = PolicyEventReader.read(bytes, file: path, into: &problems)
    case .realEffectiveExchangeRate:
      history.realEffectiveExchangeRate = DatedSeriesReader.read(
        bytes, file: path, bound: .price, knownDefault: Self.monthlyLag, into: &problems)
      gate.clean(
        &history.realEffectiveExchangeRate, bounds: .exchangeRate, isDaily: false,
        into: &problems)
    }
  }

  private func bars(_ source: OpenSource, into problems: inout [Diagnostic]) -> [DailyBar] {
    source.format == .cboeIndex
      ? CboeIndexReader.read(source.bytes, file: source.path, into: &problems)
      : YahooBarsReader.read(source.bytes, file: source.path, into: &problems)
  }

  private func settlements(
    _ source: OpenSource, into problems: inout [Diagnostic]
  ) -> [FuturesSettlement] {
    guard source.format == .cfeContract else {
      return FuturesSettlementReader.read(source.bytes, file: source.path, into: &problems)
    }
    guard
      let expiration = CFEContractReader.expiration(named: source.path, calendar: contracts)
    else {
      problems.append(
        Diagnostic(
          location: source.entry.location,
          message: "the name \(ShownText.quoted(source.path)) does not tell the expiration",
          remedy: "Keep the exchange's file name, such as VX_2016-02-17.csv or CFE_G16_VX.csv."))
      return []
    }
    return CFEContractReader.read(
      source.bytes, file: source.path, expiration: expiration, into: &problems)
  }

  /// The quotes of each date; the rows of one date stand together because files are sorted.
  private static func grouped(_ quotes: [OptionQuote]) -> [CalendarDate: [OptionQuote]] {
    var groups: [CalendarDate: [OptionQuote]] = [:]
    var start = 0
    for index in quotes.indices
    where index + 1 == quotes.count
      || quotes[index + 1].date != quotes[index].date
    {
      groups[quotes[index].date] = Array(quotes[start...index])
      start = index + 1
    }
    return groups
  }
}
