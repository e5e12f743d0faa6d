import Quant

/// A broker's statement as rows of text, with a place for everything that is noticed.
///
/// Statements have several sections with headers of their own, so that their rows are read one by
/// one and not through one `CSVLayout`.
struct StatementSheet {
  let table: CSVTable
  private(set) var problems: [Diagnostic] = []

  init(_ bytes: [UInt8], file: String) {
    table = CSVTable(parsing: bytes, file: file, into: &problems)
  }

  /// The rows that are not blank.
  var rows: Range<Int> { 0..<table.rowCount }

  /// The cells of a row, without blanks around them.
  func cells(_ row: Int) -> [String] {
    (0..<table.fieldCount(ofRow: row)).map { table.text(row: row, field: $0) }
  }

  /// Reports a row that is no holding: a title, a total, a note.
  mutating func skip(_ row: Int, _ what: String) {
    problems.append(
      Diagnostic(
        severity: .warning, location: table.location(row: row, field: 0),
        message: "the row is \(what), not a holding", remedy: "Nothing needs to be done.",
        code: .notARow, action: .skipped))
  }

  /// Reports a row that cannot be used.
  mutating func reject(
    _ row: Int, field: Int, _ message: String, _ remedy: String, code: ProblemCode = .invalidValue
  ) {
    problems.append(
      Diagnostic(
        location: table.location(row: row, field: field), message: message, remedy: remedy,
        code: code, action: .rejected))
  }

  /// Reports a fault of the file as a whole.
  mutating func refuse(_ message: String, _ remedy: String, code: ProblemCode) {
    problems.append(
      Diagnostic(
        location: SourceLocation(file: table.file), message: message, remedy: remedy, code: code,
        action: .rejected))
  }
}

/// The names of a section's header with their positions.
struct StatementColumns {
  private let positions: [String: Int]

  init(_ cells: [String]) {
    positions = Dictionary(
      cells.enumerated().map { ($0.element.lowercased(), $0.offset) }
    ) { first, _ in first }
  }

  /// The position of the first of these names that the header has.
  func position(_ names: String...) -> Int? {
    names.lazy.compactMap { positions[$0] }.first
  }

  /// Whether the header has every name.
  func has(_ names: String...) -> Bool { names.allSatisfy { positions[$0] != nil } }
}

extension [String] {
  /// The cell at a position, empty where there is none.
  func cell(_ position: Int?) -> String {
    position.flatMap { $0 < count ? self[$0] : nil } ?? ""
  }
}
