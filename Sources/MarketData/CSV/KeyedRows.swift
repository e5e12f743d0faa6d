/// Rows of a vendor's file under their keys: repeats are found and the order of dates is restored.
///
/// The first of two rows with one key is used. A row that repeats it exactly is skipped with a
/// warning, one with other values is rejected. Rows out of order are sorted, which is reported once.
struct KeyedRows<Key: Hashable & Comparable & Sendable, Row: Sendable> {
  private var entries: [(key: Key, row: Row)] = []
  private var sheetRows: [Key: Int] = [:]
  /// Rows so far came in ascending order; then a binary search replaces the dictionary.
  private var ascending: [(key: Key, sheetRow: Int32)] = []
  private var firstUnsorted: SourceLocation?

  /// The number of rows that were accepted.
  var count: Int { entries.count }

  mutating func reserveCapacity(_ capacity: Int) {
    entries.reserveCapacity(capacity)
    ascending.reserveCapacity(capacity)
  }

  /// Takes the sheet's current row, unless its key is already there; false when it was left out.
  @discardableResult
  mutating func add(
    _ row: Row, key: Key, column: CSVColumn, in sheet: inout CSVSheet,
    name: @autoclosure () -> String
  ) -> Bool {
    if let earlier = remember(key, sheetRow: sheet.currentRow) {
      reportRepeat(of: earlier, column: column, in: &sheet, name: name())
      return false
    }
    if let last = entries.last, key < last.key, firstUnsorted == nil {
      firstUnsorted = sheet.location(column)
    }
    entries.append((key, row))
    return true
  }

  /// The rows in ascending order of their keys.
  func finish(in sheet: inout CSVSheet) -> [Row] {
    guard let firstUnsorted else { return entries.map(\.row) }
    sheet.warn(
      at: firstUnsorted, "the rows are not in the order of their dates; they are read as sorted",
      "Nothing needs to be done.", code: .unsorted)
    return entries.sorted { $0.key < $1.key }.map(\.row)
  }

  private mutating func remember(_ key: Key, sheetRow: Int) -> Int? {
    guard let last = ascending.last, key <= last.key else {
      ascending.append((key, Int32(sheetRow)))
      return nil
    }
    var range = ascending.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if ascending[middle].key == key { return Int(ascending[middle].sheetRow) }
      range =
        ascending[middle].key < key ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    if let earlier = sheetRows[key] { return earlier }
    sheetRows[key] = sheetRow
    return nil
  }

  private func reportRepeat(
    of earlier: Int, column: CSVColumn, in sheet: inout CSVSheet, name: String
  ) {
    let line = sheet.table.line(ofRow: earlier)
    if sheet.isIdentical(earlier, sheet.currentRow) {
      sheet.warn(
        at: sheet.location(column), "the row for \(name) repeats line \(line) and is skipped",
        "Remove one of the two.", code: .duplicateRow, action: .skipped)
    } else {
      sheet.report(
        column, "the row for \(name) disagrees with line \(line), which is used",
        "Keep the right one of the two rows.", code: .conflictingRow)
    }
  }
}
