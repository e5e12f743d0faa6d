import MarketData

/// A data file of the project's own as rows of text: what an import merges into.
///
/// Text and not numbers, so that columns which the analytics do not read (a source, a note) survive.
struct StoredTable: Sendable, Equatable {
  /// The layout of a stored file: its columns and how many of the first make a row's key.
  struct Layout: Sendable, Equatable {
    let format: SourceFormat
    let columns: [String]
    let keyColumns: [String]
  }

  let layout: Layout
  /// Rows in the order of the layout's columns, ascending by key.
  private(set) var rows: [[String]]

  /// One value of a new row that disagrees with a stored one.
  struct Difference: Sendable, Equatable {
    let key: String
    let column: String
    let stored: String
    let new: String
  }

  /// What to do with new values that disagree with stored ones.
  enum Resolution: Sendable { case replace, keep }

  /// What a merge did.
  struct Merge: Sendable {
    var table: StoredTable
    var added = 0
    var unchanged = 0
    var differences: [Difference] = []
  }

  /// Sorts the rows; fields beyond the layout do not exist.
  init(layout: Layout, rows: [[String]]) {
    self.layout = layout
    self.rows = Self.sorted(rows, layout: layout)
  }

  /// Reads the text of a stored file whose faults have been reported by its reader.
  init(layout: Layout, bytes: [UInt8], file: String) {
    var ignored: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &ignored)
    self.layout = layout
    guard table.rowCount > 0 else {
      rows = []
      return
    }
    let header = (0..<table.fieldCount(ofRow: 0)).map {
      table.text(row: 0, field: $0).lowercased()
    }
    let positions = layout.columns.map { header.firstIndex(of: $0.lowercased()) }
    let texts = (1..<max(1, table.rowCount)).map { row in
      positions.map { position in
        position.map { $0 < table.fieldCount(ofRow: row) ? table.text(row: row, field: $0) : "" }
          ?? ""
      }
    }
    rows = Self.sorted(texts, layout: layout)
  }

  /// Adds rows; differing values are listed, and resolved as told.
  func merging(_ other: StoredTable, resolution: Resolution?) -> Merge {
    var byKey: [[String]: Int] = [:]
    for (index, row) in rows.enumerated() { byKey[key(of: row)] = index }
    var merged = rows
    var result = Merge(table: self)
    for row in other.rows {
      guard let index = byKey[key(of: row)] else {
        merged.append(row)
        result.added += 1
        continue
      }
      let differences = differences(of: row, from: rows[index])
      if differences.isEmpty {
        result.unchanged += 1
      } else {
        result.differences += differences
        if resolution == .replace {
          for (column, value) in row.enumerated() where !value.isEmpty {
            merged[index][column] = value
          }
        }
      }
    }
    result.table = StoredTable(layout: layout, rows: merged)
    return result
  }

  /// The file's text: a header and the rows, with optional columns only when a row fills them.
  var text: String {
    let used = layout.columns.indices.filter { column in
      layout.isRequired(layout.columns[column]) || rows.contains { !$0[column].isEmpty }
    }
    let lines = [used.map { layout.columns[$0] }] + rows.map { row in used.map { row[$0] } }
    return lines.map { $0.map(CSVText.field).joined(separator: ",") + "\n" }.joined()
  }

  /// A new value counts as different when both are there and are not the same number or text.
  private func differences(of row: [String], from stored: [String]) -> [Difference] {
    layout.columns.indices.compactMap { column in
      let (new, old) = (row[column], stored[column])
      guard new != old, !new.isEmpty, !old.isEmpty || layout.isRequired(layout.columns[column])
      else { return nil }
      if let first = Double(new), let second = Double(old), first == second { return nil }
      return Difference(
        key: key(of: row).filter { !$0.isEmpty }.joined(separator: " "),
        column: layout.columns[column], stored: old,
        new: new)
    }
  }

  private func key(of row: [String]) -> [String] {
    layout.keyPositions.map { row[$0] }
  }

  private static func sorted(_ rows: [[String]], layout: Layout) -> [[String]] {
    let positions = layout.keyPositions
    let keyed = rows.map { row in (key: positions.map { SortField(row[$0]) }, row: row) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
  }

  /// A key field in order: numbers by size before other texts.
  private struct SortField: Comparable {
    let number: Double?
    let text: String

    init(_ text: String) {
      number = Double(text)
      self.text = text
    }

    static func < (lhs: SortField, rhs: SortField) -> Bool {
      switch (lhs.number, rhs.number) {
      case (let first?, let second?): first < second
      case (nil, nil): lhs.text < rhs.text
      case (let first, _): first != nil
      }
    }
  }
}

extension StoredTable.Layout {
  /// The layout in which an import stores a format, `nil` for formats that only vendors write.
  init?(_ format: SourceFormat) {
    let (columns, key): ([String], [String])
    switch format {
    case .yahooBars:
      (columns, key) = (["Date", "Open", "High", "Low", "Close", "Volume"], ["Date"])
    case .series: (columns, key) = (["date", "value", "known_date"], ["date", "known_date"])
    case .futuresSettlements:
      (columns, key) = (["date", "expiration", "settle"], ["date", "expiration"])
    case .optionQuotes:
      (columns, key) = (
        ["date", "root", "expiration", "strike", "right", "bid", "ask"],
        ["date", "root", "expiration", "strike", "right"]
      )
    case .breadth: (columns, key) = (["date", "advances", "declines", "unchanged"], ["date"])
    case .releases:
      (columns, key) = (
        [
          "release_date", "release_time_et", "series", "period", "actual", "consensus", "previous",
          "source",
        ], ["release_date", "series", "period"]
      )
    case .policyEvents: (columns, key) = (["date", "event", "source"], ["date", "event"])
    case .fundamentals:
      (columns, key) = (
        [
          "known_date", "ticker", "sector", "price", "shares", "operating_cash_flow",
          "price_to_earnings",
        ], ["known_date", "ticker"]
      )
    case .cboeIndex, .cfeContract: return nil
    }
    self.init(format: format, columns: columns, keyColumns: key)
  }

  fileprivate var keyPositions: [Int] {
    keyColumns.compactMap { columns.firstIndex(of: $0) }
  }

  /// Whether the column is written even when no row fills it.
  fileprivate func isRequired(_ column: String) -> Bool {
    !["Volume", "known_date", "unchanged", "source"].contains(column)
      || (format == .fundamentals && column == "known_date")
  }
}

extension StoredTable {
  /// The rows in another format: bars become their closes where dated values are stored.
  func conformed(to format: SourceFormat) -> StoredTable? {
    if layout.format == format { return self }
    guard layout.format == .yahooBars, format == .series,
      let series = StoredTable.Layout(.series),
      let date = layout.columns.firstIndex(of: "Date"),
      let close = layout.columns.firstIndex(of: "Close")
    else { return nil }
    return StoredTable(layout: series, rows: rows.map { [$0[date], $0[close], ""] })
  }
}
