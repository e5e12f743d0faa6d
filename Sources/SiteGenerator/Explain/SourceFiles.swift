import ALVH
import DecisionArchive
import MarketData
import Quant

/// Finds rows in the files of a site again; each file is read once.
final class SourceFiles {
  private let content: SiteContent
  private let source: any FileSystem
  private let product: (any FileSystem)?
  private let date: CalendarDate
  private var lookups: [String: SourceRowLookup] = [:]
  private var texts: [String: [UInt8]] = [:]
  private var found: [Evidence: (rows: [Explanation.Row], count: Int)] = [:]

  /// A view of a site's files as they were known on a date.
  init(
    _ content: SiteContent, source: any FileSystem, product: (any FileSystem)?,
    date: CalendarDate
  ) {
    self.content = content
    self.source = source
    self.product = product
    self.date = date
  }

  /// The rows of a piece of evidence, in file order; of a long series its first and last.
  ///
  /// - Throws: when a file cannot be read.
  func rows(_ evidence: Evidence) throws -> (rows: [Explanation.Row], count: Int) {
    // Legs and scenarios come back to the same rows again and again.
    if let known = found[evidence] { return known }
    let rows = try search(evidence)
    found[evidence] = rows
    return rows
  }

  private func search(_ evidence: Evidence) throws -> (rows: [Explanation.Row], count: Int) {
    let found: [Explanation.Row]
    switch evidence {
    case .rows(let input, let first, let last, let column, let conditions):
      found = try entries(of: input).flatMap { entry in
        try rows(of: entry, input, first, last, column, conditions)
      }
    case .position(let contract, let snapshot, let column):
      found = try positions(contract, snapshot, column)
    case .bookTerm(let key):
      guard let book = content.book else { return ([], 0) }
      found = try term(key, in: "Content/books/\(book.id)/book.yml", series: "book \(book.id)")
    case .parameter(let key): found = try parameter(key)
    }
    guard found.count > 2, let first = found.first, let last = found.last else {
      return (found, found.count)
    }
    return ([first, last], found.count)
  }

  private func entries(of input: MarketInput) -> [SourceEntry] {
    content.sources.filter { MarketInput(feeding: $0) == input && $0.file != nil }
  }

  private func rows(
    of entry: SourceEntry, _ input: MarketInput, _ first: CalendarDate?, _ last: CalendarDate,
    _ column: String, _ conditions: [SourceRowCondition]
  ) throws -> [Explanation.Row] {
    guard let path = Self.path(of: entry), let format = entry.format else { return [] }
    var conditions = conditions
    var name = column
    switch format {
    case .cfeContract:
      // The file holds one contract, which its name tells.
      let expiration = CFEContractReader.expiration(named: path)
      let isAskedFor = conditions.allSatisfy { condition in
        if case .date("expiration", let date) = condition { date == expiration } else { true }
      }
      guard isAskedFor else { return [] }
      conditions = []
      name = "Settle"
    case .cboeIndex,
      .yahooBars where column == "value":
      name = "Close"
    default: break
    }
    let lookup = try lookup(path, dateColumn: format.dateColumn, input)
    // The dates of policy events are public long before.
    let asOf = input == .policy ? max(date, last) : date
    let found =
      first == last
      ? lookup.row(on: last, column: name, where: conditions, asOf: asOf).map { [$0] } ?? []
      : lookup.rows(from: first, through: last, column: name, where: conditions, asOf: asOf)
    return found.map { row in
      Explanation.Row(
        series: entry.id, column: row.column, text: row.text, date: row.date,
        known: input == .policy ? nil : row.known,
        ageDays: input == .policy ? nil : row.date.days(until: date),
        place: row.location.description)
    }
  }

  private func positions(
    _ contract: OptionContract, _ snapshot: CalendarDate, _ column: String
  ) throws -> [Explanation.Row] {
    guard let book = content.book else { return [] }
    let path = "Content/books/\(book.id)/\(snapshot).csv"
    let rows = try lookup(path, dateColumn: nil, nil).rows(
      from: nil, through: nil, column: column, where: [.contract("symbol", contract)],
      asOf: snapshot)
    return rows.map { row in
      Explanation.Row(
        series: "book \(book.id)", column: row.column, text: row.text, date: snapshot,
        known: snapshot, ageDays: snapshot.days(until: date),
        place: row.location.description)
    }
  }

  private func parameter(_ key: String) throws -> [Explanation.Row] {
    guard
      let parameter = content.profiles[content.configuration.profile]?.parameters
        .first(where: { $0.key == key })
    else { return [] }
    let id = parameter.inheritedFrom ?? content.configuration.profile
    return try term(key, in: "\(ProfileFile.folder)/\(id).yml", series: "profile \(id)").map {
      var row = $0
      row.text = parameter.value
      return row
    }
  }

  /// The line of a YAML file that begins with a key, with what stands behind it.
  private func term(_ key: String, in path: String, series: String) throws -> [Explanation.Row] {
    let lines = String(decoding: try bytes(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      guard text.hasPrefix(key + ":") else { continue }
      let value = text.dropFirst(key.count + 1).drop { $0 == " " }
      return [
        Explanation.Row(
          series: series, column: key, text: String(value),
          place: "\(path):\(index + 1):\(line.count - text.count + 1)")
      ]
    }
    return []
  }

  private func lookup(
    _ path: String, dateColumn: String?, _ input: MarketInput?
  ) throws -> SourceRowLookup {
    if let known = lookups[path] { return known }
    let lookup = SourceRowLookup(
      try bytes(path), file: path, dateColumn: dateColumn,
      knownDefault: input == .realEffectiveExchangeRate
        ? .afterMonthEnd(days: 25) : .sameDay)
    lookups[path] = lookup
    return lookup
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    if let known = texts[path] { return known }
    let bytes: [UInt8]
    if source.exists(path) {
      bytes = try source.read(path)
    } else if let product {
      bytes = try product.read(path)
    } else {
      bytes = try source.read(path)
    }
    texts[path] = bytes
    return bytes
  }

  private static func path(of entry: SourceEntry) -> String? {
    entry.file.map { "Content/data/\($0)" }
  }

  /// What the catalogue says of the sources that rows come from, in its order.
  ///
  /// - Throws: when a file cannot be read.
  func sources(of rows: [Explanation.Row]) throws -> [Explanation.Source] {
    let used = Set(rows.map(\.series))
    return try content.sources.filter { used.contains($0.id) }.compactMap { entry in
      guard let path = Self.path(of: entry) else { return nil }
      return Explanation.Source(
        id: entry.id, title: entry.title, publisher: entry.publisher, licence: entry.licence,
        kind: entry.kind.rawValue, units: entry.units, file: path,
        sha256: FileDigest.sha256(try bytes(path)), retrieved: entry.retrieved?.description,
        url: entry.url)
    }
  }
}
