import DecisionArchive
import MarketData
import Quant

/// One import in progress: the catalogue and the stored tables as they will be.
struct ImportRun {
  let source: any FileSystem
  let options: DataImport.Options
  var plan = ImportPlan()
  private var entries: [SourceEntry] = []
  private var catalogue = SourcesText("")
  private var catalogueChanged = false
  /// Stored tables by source id, with what this run added.
  private var tables: [String: StoredTable] = [:]
  private var changed: Set<String> = []
  /// Files of books to write.
  var writes: [String: [UInt8]] = [:]
  private static let dataFolder = "Content/data"

  init(source: any FileSystem, options: DataImport.Options) {
    self.source = source
    self.options = options
  }

  /// Reads `sources.yml`; a file with faults must be mended first.
  mutating func readCatalogue() throws {
    guard source.exists(SourcesFile.path) else { return }
    let bytes = try source.read(SourcesFile.path)
    entries = SourcesFile.read(bytes, into: &plan.obstacles)
    catalogue = SourcesText(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads one file and merges it.
  mutating func take(_ file: DataImport.InputFile) throws {
    let reading: FileReading
    do {
      reading = try FileRecogniser.read(
        file.bytes, file: file.name, kind: options.kind, context: options.context)
    } catch {
      plan.reports.append(ImportReport(file: file.name, problem: error))
      plan.obstacles.append(error)
      return
    }
    var report = ImportReport(reading)
    try report.addChainFindings(of: reading)
    if let obstacle = Self.obstacle(of: reading) {
      report.isRefused = true
      plan.obstacles.append(obstacle)
    } else {
      try store(reading, file: file, report: &report)
    }
    plan.reports.append(report)
  }

  /// The plan with the files to write.
  func finished() -> ImportPlan {
    var plan = plan
    guard !plan.obstacles.contains(where: { $0.severity == .error }) else { return plan }
    for id in changed {
      guard let table = tables[id], let file = entries.first(where: { $0.id == id })?.file
      else { continue }
      plan.writes["\(Self.dataFolder)/\(file)"] = Array(table.text.utf8)
    }
    plan.writes.merge(writes) { _, book in book }
    if catalogueChanged { plan.writes[SourcesFile.path] = Array(catalogue.text.utf8) }
    return plan
  }

  /// Why nothing of the file should be stored: no row, or more rejected than accepted.
  private static func obstacle(of reading: FileReading) -> Diagnostic? {
    let rejected = reading.problems.filter { $0.action == .rejected }
    if reading.rowCount == 0, let first = rejected.first { return first }
    guard rejected.count > reading.rowCount, let first = rejected.first else { return nil }
    return Diagnostic(
      location: first.location,
      message: "\(rejected.count) faults reject more than the \(reading.rowCount) rows accepted; "
        + "the first: \(first.message)",
      remedy: "Check that the file is complete and of the kind \(reading.kind.rawValue).",
      code: first.code, action: .rejected)
  }

  private mutating func store(
    _ reading: FileReading, file: DataImport.InputFile, report: inout ImportReport
  ) throws {
    var record = ImportRecord(
      name: file.name.split(separator: "/").last.map(String.init) ?? file.name,
      sha256: FileDigest.sha256(file.bytes), rows: reading.rowCount, first: reading.first,
      last: reading.last, problems: [])
    record.problems = ImportTable.counts(report.problems)
    let targets = ImportTarget.targets(of: reading, id: options.id)
    for target in targets {
      try store(
        target, record: record, publisher: reading.kind.publisher, report: &report)
    }
    try storeBook(reading, report: &report)
    if report.actions.isEmpty { report.actions.append("nothing to store") }
  }

  private mutating func store(
    _ target: ImportTarget, record: ImportRecord, publisher: String,
    report: inout ImportReport
  ) throws {
    guard let index = entries.firstIndex(where: { $0.id == target.id }) else {
      return create(target, record: record, publisher: publisher, report: &report)
    }
    let entry = entries[index]
    if entry.imports.contains(where: { $0.sha256 == record.sha256 }) {
      report.actions.append("\(target.id): this file was imported before; nothing changes")
      return
    }
    if let obstacle = Self.obstacle(target, entry: entry, file: report.file) {
      return refuse(obstacle, report: &report)
    }
    guard let stored = try storedTable(entry, target: target),
      let new = target.table.conformed(to: stored.layout.format)
    else {
      let format = entry.format?.rawValue ?? "none"
      return refuse(
        Diagnostic(
          location: entry.location,
          message: "the source \"\(entry.id)\" is stored in the format \(format), which "
            + "\(target.table.layout.format.rawValue) cannot be merged into",
          remedy: "Import it under another id with --id, or remove the entry first."),
        report: &report)
    }
    merge(new, into: stored, index: index, target: target, record: record, report: &report)
  }

  /// Whether this run adds to a source.
  func hasChanged(_ id: String) -> Bool { changed.contains(id) }

  /// A source's rows as they will be, `nil` when there is none.
  func stored(_ id: String) throws -> StoredTable? {
    if let table = tables[id] { return table }
    guard let entry = entries.first(where: { $0.id == id }), let file = entry.file,
      let layout = entry.format.flatMap(StoredTable.Layout.init)
    else { return nil }
    let path = "\(Self.dataFolder)/\(file)"
    return StoredTable(layout: layout, bytes: try source.read(path), file: path)
  }

  /// Stores what was made of other sources; its digest is that of their rows.
  mutating func storeCombined(_ target: ImportTarget, parts: [String], into index: Int) throws {
    let record = ImportRecord(
      name: "made of " + parts.joined(separator: " and "),
      sha256: FileDigest.sha256(Array(target.table.text.utf8)), rows: target.table.rows.count,
      first: nil, last: nil, problems: [])
    if entries.contains(where: { $0.id == target.id && $0.kind == .modelled }) {
      plan.reports[index].actions.append(
        "\(target.id): not \(record.name), because the source holds modelled values")
      return
    }
    var report = plan.reports[index]
    try store(target, record: record, publisher: FileKind.nyseBreadth.publisher, report: &report)
    plan.reports[index] = report
  }

  private mutating func merge(
    _ new: StoredTable, into stored: StoredTable, index: Int, target: ImportTarget,
    record: ImportRecord, report: inout ImportReport
  ) {
    let merge = stored.merging(new, resolution: options.resolution.map(StoredTable.Resolution.init))
    describe(merge, id: target.id, report: &report)
    guard merge.differences.isEmpty || options.resolution != nil else { return }
    let path = entries[index].file ?? target.path
    tables[target.id] = merge.table
    changed.insert(target.id)
    entries[index].file = path
    entries[index].format = merge.table.layout.format
    entries[index].imports.append(record)
    catalogue.add(record, to: target.id, file: path, format: merge.table.layout.format)
    catalogueChanged = true
  }

  private mutating func create(
    _ target: ImportTarget, record: ImportRecord, publisher: String,
    report: inout ImportReport
  ) {
    let entry = SourceEntry(
      id: target.id, file: target.path, format: target.table.layout.format, kind: target.kind,
      units: target.units, title: target.title,
      publisher: publisher,
      licence: "Not stated in the file; ask the publisher before showing it",
      retrieved: options.today, isReference: target.isReference, imports: [record],
      location: SourceLocation(file: SourcesFile.path))
    entries.append(entry)
    catalogue.append(entry)
    catalogueChanged = true
    tables[target.id] = target.table
    changed.insert(target.id)
    let use = target.isReference ? "; no computation reads this source" : ""
    report.actions.append(
      "\(target.id): \(Self.rows(target.table.rows.count)) to \(Self.dataFolder)/\(target.path), "
        + "a new source\(use)")
  }

  mutating func refuse(_ obstacle: Diagnostic, report: inout ImportReport) {
    report.isRefused = true
    report.actions.append("nothing is stored: \(obstacle.message)")
    plan.obstacles.append(obstacle)
  }
}

extension ImportRun {
  /// Modelled and observed values must not share a source: one label covers all of its numbers.
  private static func obstacle(
    _ target: ImportTarget, entry: SourceEntry, file: String
  ) -> Diagnostic? {
    guard (entry.kind == .modelled) != (target.kind == .modelled) else { return nil }
    return Diagnostic(
      location: entry.location,
      message: "the source \"\(entry.id)\" holds \(entry.kind.rawValue) values, \(file) holds "
        + "\(target.kind.rawValue) ones",
      remedy:
        "Remove the \(entry.kind.rawValue) source first, or import under another id with --id.")
  }

  private mutating func storedTable(
    _ entry: SourceEntry, target: ImportTarget
  ) throws -> StoredTable? {
    if let table = tables[entry.id] { return table }
    guard let file = entry.file else {
      return StoredTable(layout: target.table.layout, rows: [])
    }
    guard let layout = entry.format.flatMap(StoredTable.Layout.init) else { return nil }
    let path = "\(Self.dataFolder)/\(file)"
    return StoredTable(layout: layout, bytes: try source.read(path), file: path)
  }

  private mutating func describe(
    _ merge: StoredTable.Merge, id: String, report: inout ImportReport
  ) {
    report.actions.append(
      "\(id): \(Self.rows(merge.added)) added, \(merge.unchanged) already stored"
        + (merge.differences.isEmpty
          ? "" : ", \(merge.differences.count) differ (\(verb))"))
    let limit = 20
    let texts = merge.differences.map {
      "\($0.key): \($0.column) is stored as \($0.stored.isEmpty ? "empty" : $0.stored), "
        + "the file has \($0.new)"
    }
    report.actions += texts.prefix(limit).map { "  \($0)" }
    if texts.count > limit { report.actions.append("  and \(texts.count - limit) more") }
    guard let first = texts.first, options.resolution == nil else { return }
    report.isRefused = true
    let count = texts.count == 1 ? "1 value disagrees" : "\(texts.count) values disagree"
    plan.obstacles.append(
      Diagnostic(
        location: SourceLocation(file: report.file),
        message: "\(count) with what is stored for \(id); the first: \(first)",
        remedy: "Import again with --replace to take the file's values or with --keep to leave the "
          + "stored ones.",
        code: .conflictingRow, action: .rejected))
  }

  private static func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(count) rows"
  }

  private var verb: String {
    switch options.resolution {
    case .replace: "the file's values replace them"
    case .keep: "the stored values stay"
    case nil: "say --replace or --keep"
    }
  }
}

extension StoredTable.Resolution {
  init(_ resolution: DataImport.Resolution) {
    self = resolution == .replace ? .replace : .keep
  }
}
