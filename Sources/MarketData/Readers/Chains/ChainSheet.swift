import Quant

/// The rows of a chain's file below its header, read by position and without making text.
///
/// Rows of nothing but commas, which spreadsheets leave behind, are blank lines.
struct ChainSheet {
  /// What a field holds where a number can stand.
  enum Number: Equatable {
    case value(Double)
    case missing
    case unreadable
  }

  let table: CSVTable
  private(set) var problems: [Diagnostic]
  /// The row the accessors read.
  private(set) var row: Int
  private let width: Int
  private var firstField = 0
  private var fieldCount = 0

  /// Starts above the first data row; `width` is the number of columns of the header.
  init(_ table: CSVTable, headerRow: Int, width: Int, problems: [Diagnostic]) {
    self.table = table
    self.problems = problems
    self.width = width
    row = headerRow
  }

  /// The number of rows that can at most follow the header.
  var capacity: Int { max(0, table.rowCount - row - 1) }

  /// Moves to the next row with the right number of fields; a row with another is reported.
  mutating func advance() -> Bool {
    while row + 1 < table.rowCount {
      row += 1
      let range = table.fieldRange(ofRow: row)
      (firstField, fieldCount) = (range.lowerBound, range.count)
      if !Self.isBlank(table, row: row), hasRightWidth() { return true }
    }
    return false
  }

  /// Whether every field of a row is empty.
  static func isBlank(_ table: CSVTable, row: Int) -> Bool {
    table.fields[table.fieldRange(ofRow: row)].allSatisfy { $0.start == $0.end }
  }

  private mutating func hasRightWidth() -> Bool {
    let extra = table.fields[(firstField + min(width, fieldCount))..<(firstField + fieldCount)]
    if fieldCount >= width, extra.allSatisfy({ $0.start == $0.end }) { return true }
    reject(
      at: table.location(row: row, field: 0),
      "the row has \(fieldCount) \(fieldCount == 1 ? "field" : "fields"), the header has \(width)",
      "Download the file again; a row was cut or its fields have moved.", code: .fieldCount)
    return false
  }

  /// The bytes' range of the current row's field, `nil` when the header lacks the column.
  func field(_ column: CSVColumn) -> CSVTable.Field? {
    guard let position = column.position, position < fieldCount else { return nil }
    return table.fields[firstField + position]
  }

  /// The number in a field; vendors' marks and absent columns are missing.
  func number(_ column: CSVColumn) -> Number {
    guard let field = field(column) else { return .missing }
    let (start, end) = (Int(field.start), Int(field.end))
    switch DecimalNumber.parse(table.bytes, from: start, to: end) {
    case .success(let value): return .value(value)
    case .failure(.empty): return .missing
    case .failure: break
    }
    switch VendorNumber.parse(table.bytes, from: start, to: end) {
    case .success(let value): return value.map(Number.value) ?? .missing
    case .failure: return .unreadable
    }
  }

  /// The text of the current row's field; empty when there is none.
  func text(_ column: CSVColumn) -> String { field(column).map(table.text(of:)) ?? "" }

  /// The field as messages show it, in quotes.
  func shown(_ column: CSVColumn) -> String { ShownText.quoted(text(column)) }

  /// The place of the current row's field.
  func location(_ column: CSVColumn) -> SourceLocation {
    table.location(row: row, field: column.position ?? 0)
  }

  /// Reports an error; the row is rejected.
  mutating func reject(
    at location: SourceLocation, _ message: String, _ remedy: String, code: ProblemCode
  ) {
    problems.append(
      Diagnostic(
        location: location, message: message, remedy: remedy, code: code, action: .rejected))
  }

  /// Adds a fault.
  mutating func append(_ problem: Diagnostic) { problems.append(problem) }

  /// Reports an error of the file as a whole.
  mutating func fail(
    at location: SourceLocation, _ message: String, _ remedy: String, code: ProblemCode
  ) {
    append(
      Diagnostic(
        location: location, message: message, remedy: remedy, code: code, action: .rejected))
  }

  /// Reports something that was dealt with.
  mutating func warn(
    at location: SourceLocation, _ message: String, _ remedy: String, code: ProblemCode,
    action: RowAction
  ) {
    problems.append(
      Diagnostic(
        severity: .warning, location: location, message: message, remedy: remedy, code: code,
        action: action))
  }
}
