/// A table read row by row through the columns of its format.
///
/// Every accessor reports its own fault and returns `nil`; it returns `nil` in silence when the
/// header lacks the column, because that is reported once for the whole file.
struct CSVSheet {
  let table: CSVTable
  let layout: CSVLayout
  private(set) var problems: [Diagnostic] = []
  private let header: CSVHeader
  private var row: Int
  private var firstField = 0

  /// Cuts the bytes and matches the header.
  init(_ bytes: [UInt8], file: String, layout: CSVLayout) {
    self.layout = layout
    table = CSVTable(parsing: bytes, file: file, into: &problems)
    header = CSVHeader(of: table, layout: layout, into: &problems)
    row = header.row
    if table.rowCount == header.row + 1, !layout.allowsNoRows {
      problems.append(
        Diagnostic(
          location: table.location(row: row, field: 0),
          message: "the file has a header but no rows",
          remedy: "Add the rows, or remove the file from the sources.", code: .emptyFile,
          action: .rejected))
    }
  }

  /// The column with this name.
  func column(_ name: String) -> CSVColumn {
    CSVColumn(name: name, position: header.positions[name])
  }

  /// The number of rows the records of the file can at most fill.
  var capacity: Int { max(0, table.rowCount - header.row - 1) }

  /// The row the accessors read.
  var currentRow: Int { row }

  /// Moves to the next row with the right number of fields; false at the end.
  mutating func advance() -> Bool {
    while row + 1 < table.rowCount {
      guard problems.count < CSVLimits.problems else {
        reportTooManyProblems()
        return false
      }
      row += 1
      firstField = Int(table.rows[row].firstField)
      if hasRightWidth() { return true }
    }
    return false
  }

  /// A file with so many faults is of another kind, or garbage; listing all would help no one.
  private mutating func reportTooManyProblems() {
    problems.append(
      Diagnostic(
        location: table.location(row: row + 1, field: 0),
        message: "\(CSVLimits.problems) faults were found above this row; the rest is not read",
        remedy: "Check that the file is of the kind it is read as.", code: .limitExceeded,
        action: .rejected))
    row = table.rowCount
  }

  private mutating func hasRightWidth() -> Bool {
    let range = table.fieldRange(ofRow: row)
    if range.count == header.width { return true }
    guard header.width > 0 else { return false }
    guard range.count > header.width else {
      report(
        at: table.location(row: row, field: 0),
        "the row has \(Self.fields(range.count)), the header has \(header.width)",
        "Add the missing fields or remove the row.", code: .fieldCount)
      return false
    }
    let extra = table.fields[(range.lowerBound + header.width)..<range.upperBound]
    if layout.origin == .vendor, extra.allSatisfy({ $0.start == $0.end }) { return true }
    report(
      at: table.location(row: row, field: header.width),
      "the row has \(Self.fields(range.count)), the header has \(header.width)",
      "Remove the extra fields, or quote a field that contains a comma.", code: .fieldCount)
    return false
  }

  private static func fields(_ count: Int) -> String {
    count == 1 ? "1 field" : "\(count) fields"
  }

  /// The bytes' range of the current row's field, `nil` when the header lacks the column.
  func field(_ column: CSVColumn) -> CSVTable.Field? {
    column.position.map { table.fields[firstField + $0] }
  }

  /// The text of the current row's field, `nil` when the header lacks the column.
  func text(_ column: CSVColumn) -> String? {
    field(column).map(table.text(of:))
  }

  /// Whether the current row's field is empty or the column absent.
  func isEmpty(_ column: CSVColumn) -> Bool {
    field(column).map { $0.start == $0.end } ?? true
  }

  /// Whether two rows hold the same bytes in every field.
  func isIdentical(_ first: Int, _ second: Int) -> Bool {
    table.fieldRange(ofRow: first).count == table.fieldRange(ofRow: second).count
      && zip(table.fieldRange(ofRow: first), table.fieldRange(ofRow: second)).allSatisfy {
        let (left, right) = (table.fields[$0], table.fields[$1])
        return table.bytes[Int(left.start)..<Int(left.end)]
          .elementsEqual(table.bytes[Int(right.start)..<Int(right.end)])
      }
  }

  /// The place of the current row's field.
  func location(_ column: CSVColumn) -> SourceLocation {
    table.location(row: row, field: column.position ?? 0)
  }

  /// Reports an error about the current row's field; the row is rejected.
  mutating func report(
    _ column: CSVColumn, _ message: String, _ remedy: String, code: ProblemCode = .invalidValue
  ) {
    report(at: location(column), message, remedy, code: code)
  }

  /// Reports an error at a place; the row is rejected.
  mutating func report(
    at location: SourceLocation, _ message: String, _ remedy: String,
    code: ProblemCode = .invalidValue
  ) {
    problems.append(
      Diagnostic(
        location: location, message: message, remedy: remedy, code: code, action: .rejected))
  }

  /// Reports something that was dealt with.
  mutating func warn(
    at location: SourceLocation, _ message: String, _ remedy: String,
    code: ProblemCode = .oddValue, action: RowAction = .kept
  ) {
    problems.append(
      Diagnostic(
        severity: .warning, location: location, message: message, remedy: remedy, code: code,
        action: action))
  }
}
