import Foundation
import MarketData
import Quant

/// Where rows of an imported file go: one source of the site.
struct ImportTarget: Sendable {
  /// The id of the source.
  var id: String
  var table: StoredTable
  var kind: SourceKind
  var units: String
  var title: String

  /// Whether no computation reads the source.
  var isReference: Bool { MarketInput(rawValue: id) == nil }

  /// The path of a new source, relative to the data folder.
  var path: String {
    let folder = ["releases", "fomc", "fundamentals"].contains(id) ? "macro" : "market"
    return "\(folder)/\(id).csv"
  }

  /// The targets of what was read, without the holdings of a book.
  ///
  /// - Parameters:
  ///   - reading: what was read.
  ///   - id: the id the publisher asked for; used when the file holds one series.
  /// - Returns: one target for each source; none for statements of holdings.
  static func targets(of reading: FileReading, id: String?) -> [ImportTarget] {
    let named = { (name: String, isOnly: Bool) -> String in
      if isOnly, let id { return id }
      return SourceName.id(series: name, file: reading.file, kind: reading.kind)
    }
    switch reading.records {
    case .bars(let series):
      return series.compactMap { item in
        target(
          named(item.name, series.count == 1), StoredRows.bars(item.rows), .published,
          "points; volume as the vendor counts it", "Daily prices of ", item.name)
      }
    case .series(let series):
      return series.compactMap { item in
        target(
          named(item.name, series.count == 1), StoredRows.series(item.rows), .published,
          "as published", "Series ", item.name)
      }
    case .futures(let rows):
      return [
        target(id ?? "vx", StoredRows.settlements(rows), .settled, "VIX points", "VX settlements")
      ].compactMap { $0 }
    case .quotes(let quotes):
      return quoteTargets(quotes.map(\.quote))
    case .breadth(let rows):
      return [
        target(
          id ?? "breadth", StoredRows.breadth(rows), .published, "issues",
          "Advances and declines")
      ].compactMap { $0 }
    case .policy(let rows):
      return [
        target(id ?? "fomc", StoredRows.policy(rows), .published, "dates", "Policy calendar")
      ].compactMap { $0 }
    case .fundamentals(let rows):
      return [
        target(
          id ?? "fundamentals", StoredRows.fundamentals(rows), .published,
          "dollars and shares", "Fundamentals as filed")
      ].compactMap { $0 }
    case .releases, .holdings, .positions: return []
    }
  }

  private static func quoteTargets(_ quotes: [OptionQuote]) -> [ImportTarget] {
    let vix = quotes.filter { $0.contract.root == .vix }
    let index = quotes.filter { $0.contract.root != .vix }
    return [
      vix.isEmpty
        ? nil
        : target("vix-options", StoredRows.quotes(vix), .quoted, "VIX points", "VIX options"),
      index.isEmpty
        ? nil
        : target("index-options", StoredRows.quotes(index), .quoted, "index points", "SPX options"),
    ].compactMap { $0 }
  }

  private static func target(
    _ id: String, _ table: StoredTable?, _ kind: SourceKind, _ units: String, _ title: String,
    _ name: String = ""
  ) -> ImportTarget? {
    table.map {
      let shown = name.isEmpty ? (title.hasSuffix(" ") ? id.uppercased() : "") : name
      return ImportTarget(id: id, table: $0, kind: kind, units: units, title: title + shown)
    }
  }
}

/// The id of the source that a series belongs to.
public enum SourceName {
  /// Names under which vendors publish the inputs of the method.
  private static let inputs: [String: String] = [
    "gspc": "spx", "spx": "spx", "sp500": "spx", "vix": "vix", "vixcls": "vix",
    "rbusbis": "reer", "reer": "reer",
  ]

  /// The id told by the series' own name or, when it has none, by the file's.
  ///
  /// A series that has a name is never taken for an input because of the file's name.
  static func id(series: String, file: String, kind: FileKind) -> String {
    if kind == .nyseBreadth { return "nyse-" + slug(series.isEmpty ? stem(file) : series) }
    if series.lowercased() == "volume" { return slug(stem(file) + " volume") }
    let generic = ["", "value", "close"]
    let name = generic.contains(series.lowercased()) ? stem(file) : series
    let words = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let known = Set(words.compactMap { inputs[String($0)] })
    if words.count <= 4, known.count == 1, let only = known.first { return only }
    return slug(name)
  }

  /// The file's name without folder and endings.
  static func stem(_ file: String) -> String {
    var name = file.split(separator: "/").last.map(String.init) ?? file
    for ending in [".gz", ".csv", ".txt", ".xml"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return name
  }

  /// Lowercase ASCII letters, digits and hyphens, at most 64; `unnamed` when nothing is left.
  public static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let slug = words.joined(separator: "-")
    return slug.isEmpty ? "unnamed" : String(slug.prefix(64))
  }
}
