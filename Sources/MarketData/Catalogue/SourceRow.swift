public import Quant

/// One field of one row of a data file, found again to show where a number comes from.
public struct SourceRow: Sendable, Hashable, Codable {
  /// Where the field stands.
  public var location: SourceLocation
  /// The column as the file's header names it.
  public var column: String
  /// The field as written.
  public var text: String
  /// The date the row refers to.
  public var date: CalendarDate
  /// The date from which it could be used.
  public var known: CalendarDate
}

/// What a row must say in one of its columns to be the one looked for.
public enum SourceRowCondition: Sendable, Hashable {
  /// The column holds this text, in any case.
  case text(String, String)
  /// The column holds this date.
  case date(String, CalendarDate)
  /// The column holds this number.
  case number(String, Double)
  /// The column holds the symbol of this contract.
  case contract(String, OptionContract)
}

/// Finds rows of a data file by date.
///
/// The readers keep no line numbers, because a build needs none; whoever asks for one number reads
/// the file once more. The header is found as the readers find it: among the first five rows, names
/// in any case.
public struct SourceRowLookup {
  private let table: CSVTable
  private let header: Int
  private let columns: [String: Int]
  private let dateColumn: Int?
  private let knownDefault: DatedSeriesReader.KnownDateDefault

  /// Cuts a file that a reader has accepted; of a file at fault, rows may be missing.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name as messages show it.
  ///   - dateColumn: the column of the row's date; `nil` for files whose rows have none.
  ///   - knownDefault: when a value became known if the file has no `known_date`.
  public init(
    _ bytes: [UInt8], file: String, dateColumn: String?,
    knownDefault: DatedSeriesReader.KnownDateDefault = .sameDay
  ) {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &problems)
    let marker = dateColumn?.lowercased()
    let header = Self.headerRow(of: table, marker: marker)
    var columns: [String: Int] = [:]
    if table.rowCount > header {
      for field in 0..<table.fieldCount(ofRow: header) {
        let name = table.text(row: header, field: field).lowercased()
        if columns[name] == nil { columns[name] = field }
      }
    }
    self.table = table
    self.header = header
    self.columns = columns
    self.dateColumn = marker.flatMap { columns[$0] }
    self.knownDefault = knownDefault
  }

  private static func headerRow(of table: CSVTable, marker: String?) -> Int {
    guard let marker else { return 0 }
    return (0..<min(5, table.rowCount)).first { row in
      (0..<table.fieldCount(ofRow: row)).contains {
        table.text(row: row, field: $0).lowercased() == marker
      }
    } ?? 0
  }

  /// The field of the row of a date that meets every condition.
  ///
  /// Of several vintages the last that was known by `asOf` counts; of several rows of one vintage the
  /// first. `nil` when there is no such row or column. Complexity: O(rows).
  public func row(
    on date: CalendarDate?, column: String, where conditions: [SourceRowCondition] = [],
    asOf: CalendarDate
  ) -> SourceRow? {
    rows(from: date, through: date, column: column, where: conditions, asOf: asOf)
      .max { $0.known < $1.known }
  }

  /// The fields of the rows from one date through another that were known by `asOf`, in file order.
  public func rows(
    from first: CalendarDate?, through last: CalendarDate?, column: String,
    where conditions: [SourceRowCondition] = [], asOf: CalendarDate
  ) -> [SourceRow] {
    guard let field = columns[column.lowercased()], table.rowCount > header + 1 else { return [] }
    var rows: [SourceRow] = []
    for row in (header + 1)..<table.rowCount where field < table.fieldCount(ofRow: row) {
      let date = dateColumn.flatMap { self.date(row, $0) }
      if dateColumn != nil {
        guard let date, first.map({ date >= $0 }) ?? true, last.map({ date <= $0 }) ?? true else {
          continue
        }
      }
      let known = known(row, date) ?? asOf
      guard known <= asOf, conditions.allSatisfy({ holds($0, row) }) else { continue }
      rows.append(
        SourceRow(
          location: table.location(row: row, field: field),
          column: table.text(row: header, field: field), text: table.text(row: row, field: field),
          date: date ?? asOf, known: known))
    }
    return rows
  }

  private func known(_ row: Int, _ date: CalendarDate?) -> CalendarDate? {
    if let field = columns["known_date"], let known = self.date(row, field) { return known }
    return date.map(knownDefault.known(for:))
  }

  private func date(_ row: Int, _ field: Int) -> CalendarDate? {
    guard field < table.fieldCount(ofRow: row) else { return nil }
    let bytes = Array(table.text(row: row, field: field).utf8)
    switch DateText.parse(bytes, from: 0, to: bytes.count, style: .isoOrAmerican) {
    case .success(let date): return date
    case .failure: return nil
    }
  }

  private func holds(_ condition: SourceRowCondition, _ row: Int) -> Bool {
    func text(_ column: String) -> String? {
      guard let field = columns[column.lowercased()], field < table.fieldCount(ofRow: row) else {
        return nil
      }
      return table.text(row: row, field: field)
    }
    switch condition {
    case .text(let column, let wanted): return text(column)?.lowercased() == wanted.lowercased()
    case .date(let column, let wanted):
      return columns[column.lowercased()].flatMap { date(row, $0) } == wanted
    case .number(let column, let wanted): return text(column).flatMap(Double.init) == wanted
    case .contract(let column, let wanted):
      guard let symbol = text(column) else { return false }
      do {
        return try OptionSymbol.parse(symbol) == wanted
      } catch {
        return false
      }
    }
  }
}

extension SourceFormat {
  /// The column that dates a row; `nil` for a format whose columns are not fixed.
  public var dateColumn: String? {
    switch self {
    case .cfeContract: "Trade Date"
    case .releases: "release_date"
    case .fundamentals: "known_date"
    default: "date"
    }
  }
}
