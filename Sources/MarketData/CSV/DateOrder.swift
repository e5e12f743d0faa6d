import Quant

/// Checks that the rows of a file come oldest first and that no row comes twice.
///
/// The key is what may appear once: the date alone, or the date with a contract or series. Keys that
/// ascend, as in a sorted file, are only compared with the last one.
struct DateOrder<Key: Hashable & Comparable> {
  /// What to do with a row that repeats an earlier one byte for byte.
  enum Repeats {
    case areErrors
    case areWarnedAbout
  }

  private let repeats: Repeats
  private var ascending: [(key: Key, row: Int32)] = []
  private var others: [Key: Int32] = [:]
  private var latest: CalendarDate?
  private var unsorted: [Diagnostic] = []
  private var checkedCount = 0

  /// Creates a check; vendors are known to repeat rows, the project's own files must not.
  init(repeats: Repeats = .areErrors) {
    self.repeats = repeats
  }

  /// Whether the current row may be used: its key is new and its date not before an earlier one.
  ///
  /// `name` says what the key is, for example `2016-01-04` or `2016-01-04 expiring 2016-02-17`.
  mutating func accept(
    _ key: Key, date: CalendarDate, column: CSVColumn, in sheet: inout CSVSheet,
    name: @autoclosure () -> String
  ) -> Bool {
    checkedCount += 1
    if let earlier = remember(key, row: Int32(sheet.currentRow)) {
      reportRepeat(of: Int(earlier), column: column, in: &sheet, name: name())
      return false
    }
    if let latest, date < latest {
      unsorted.append(
        Diagnostic(
          location: sheet.location(column), message: "\(column.name) \(date) comes after \(latest)",
          remedy: "Sort the rows by date, oldest first.", code: .unsorted, action: .rejected))
      return false
    }
    latest = date
    return true
  }

  /// Stores a new key; an old one keeps its row, which is returned.
  private mutating func remember(_ key: Key, row: Int32) -> Int32? {
    guard let last = ascending.last, key <= last.key else {
      ascending.append((key, row))
      return nil
    }
    var range = ascending.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if ascending[middle].key == key { return ascending[middle].row }
      range =
        ascending[middle].key < key
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    if let earlier = others[key] { return earlier }
    others[key] = row
    return nil
  }

  /// Hands the faults of order over to the sheet; a file that runs backwards is one fault.
  func finish(in sheet: inout CSVSheet) {
    guard checkedCount > 2, unsorted.count == checkedCount - 1, let first = unsorted.first else {
      for diagnostic in unsorted {
        sheet.report(
          at: diagnostic.location, diagnostic.message, diagnostic.remedy, code: .unsorted)
      }
      return
    }
    sheet.report(
      at: first.location, "the rows run from the newest date to the oldest",
      "Sort the rows by date, oldest first.", code: .unsorted)
  }

  private func reportRepeat(
    of earlier: Int, column: CSVColumn, in sheet: inout CSVSheet, name: String
  ) {
    let line = sheet.table.line(ofRow: earlier)
    guard repeats == .areWarnedAbout, sheet.isIdentical(earlier, sheet.currentRow) else {
      sheet.report(
        column, "duplicate row for \(name), which is already on line \(line)",
        "Keep one of the two rows.", code: .duplicateRow)
      return
    }
    sheet.warn(
      at: sheet.location(column), "the row for \(name) repeats line \(line) and is skipped",
      "Remove one of the two.", code: .duplicateRow, action: .skipped)
  }
}

extension DateOrder where Key == CalendarDate {
  /// Whether the current row may be used, for files with one row a date.
  mutating func accept(
    _ date: CalendarDate, column: CSVColumn, in sheet: inout CSVSheet
  ) -> Bool {
    accept(date, date: date, column: column, in: &sheet, name: date.description)
  }
}
