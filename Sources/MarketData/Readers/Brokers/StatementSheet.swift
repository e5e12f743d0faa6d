import Quant

/// A broker's statement as rows of text, with a place for everything that is noticed.
///
/// Statements have several sections with headers of their own, so that their rows are read one by
/// one and not through one `CSVLayout`. Every row that is no header is a holding or has a problem.
///
/// Cells such as `="123"`, which thinkorswim writes for reference numbers, are faults of CSV. Such a
/// fault rejects a holding and says nothing about a row that is skipped.
struct StatementSheet {
  let table: CSVTable
  private(set) var problems: [Diagnostic] = []
  /// Faults of the cutting into fields, by the row they are in.
  private var damage: [Int: [Diagnostic]] = [:]
  /// The line on which each instrument of an account was first held.
  private var lines: [String: [BrokerHolding.Instrument: Int]] = [:]

  init(_ bytes: [UInt8], file: String) {
    var faults: [Diagnostic] = []
    let whole = CSVTable(parsing: bytes, file: file, into: &faults)
    guard whole.rowCount <= BrokerFault.rowLimit else {
      var ignored: [Diagnostic] = []
      table = CSVTable(parsing: [], file: file, into: &ignored)
      reportFile(.tooManyRows)
      return
    }
    table = whole
    for fault in faults {
      if let row = row(of: fault) {
        damage[row, default: []].append(fault)
      } else {
        problems.append(Self.coded(fault))
      }
    }
  }

  /// The row a fault is in; `nil` for the file as a whole and for rows that were left out.
  private func row(of fault: Diagnostic) -> Int? {
    guard let line = fault.location.line, table.rowCount > 0 else { return nil }
    var range = 0..<table.rowCount
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        table.line(ofRow: middle) <= line ? middle..<range.upperBound : range.lowerBound..<middle
    }
    let row = range.lowerBound
    let end = table.location(row: row, field: table.fieldCount(ofRow: row)).line ?? 0
    return (table.line(ofRow: row)...max(end, table.line(ofRow: row))).contains(line) ? row : nil
  }

  private static func coded(_ fault: Diagnostic) -> Diagnostic {
    var fault = fault
    fault.code = fault.code ?? .malformed
    fault.action = fault.action ?? .rejected
    return fault
  }

  /// Whether a row is damaged; then its faults are reported and reject it.
  private mutating func isDamaged(_ row: Int) -> Bool {
    guard let faults = damage.removeValue(forKey: row) else { return false }
    problems += faults.map(Self.coded)
    return true
  }

  /// The rows that are not blank.
  var rows: Range<Int> { 0..<table.rowCount }

  /// The cells of a row.
  func cells(_ row: Int) -> [String] {
    (0..<table.fieldCount(ofRow: row)).map { table.text(row: row, field: $0) }
  }

  /// Reports a fault of a row at the cell it is about.
  mutating func report(_ fault: BrokerFault, row: Int, field: Int = 0) {
    problems.append(fault.diagnostic(at: table.location(row: row, field: field)))
  }

  /// Reports a fault of a row at the cell of the column it names, else at `column`.
  mutating func report(
    _ fault: BrokerFault, row: Int, columns: StatementColumns, else column: String
  ) {
    let position = fault.column.flatMap { columns.position($0.lowercased()) }
    report(fault, row: row, field: position ?? columns.position(column.lowercased()) ?? 0)
  }

  /// Reports a row that is no holding: a title, a heading, a total, a row of another section.
  mutating func skip(_ row: Int, _ what: String) {
    damage[row] = nil
    report(
      BrokerFault(
        message: "the row is \(what), not a holding", remedy: "Nothing needs to be done.",
        code: .notARow, action: .skipped), row: row)
  }

  /// Says when an account holds an instrument on two rows, such as in two groups: both count.
  mutating func noteRepeat(_ holding: BrokerHolding, row: Int) {
    let line = table.line(ofRow: row)
    guard let first = lines[holding.account]?[holding.instrument] else {
      lines[holding.account, default: [:]][holding.instrument] = line
      return
    }
    report(
      BrokerFault(
        message: "the same \(ShownText.quoted(holding.symbol)) is held on line \(first); both rows "
          + "count", remedy: "Remove one of the two if they are the same position.",
        code: .duplicateRow, action: .kept), row: row)
  }

  /// Reports a fault of the file as a whole.
  mutating func reportFile(_ fault: BrokerFault) {
    problems.append(fault.diagnostic(at: SourceLocation(file: table.file)))
  }

  /// Whether a row is sound and has the fields of its header, which is reported when not.
  ///
  /// Empty fields may follow the last.
  mutating func fits(_ row: Int, _ cells: [String], header: Int) -> Bool {
    guard !isDamaged(row) else { return false }
    guard cells.count < header || cells.dropFirst(header).contains(where: { !$0.isEmpty }) else {
      return true
    }
    let fields = cells.count == 1 ? "1 field" : "\(cells.count) fields"
    report(
      BrokerFault(
        message: "the row has \(fields), the header has \(header)",
        remedy: "Export the statement again; a field that contains a comma must be quoted.",
        code: .fieldCount), row: row, field: min(cells.count, header))
    return false
  }

  /// The report of the statement, with the damage of rows that were neither read nor skipped.
  func reading(_ kind: FileKind, _ holdings: [BrokerHolding]) -> FileReading {
    let problems = problems + damage.values.flatMap { $0.map(Self.coded) }
    return OwnFileReaders.reading(
      kind, .holdings(holdings), file: table.file, dates: holdings.map(\.date),
      symbols: holdings.map(\.symbol), problems: problems)
  }
}

/// The header of a section: its names with their positions.
struct StatementColumns {
  private let positions: [String: Int]
  /// The number of fields up to the last name.
  let width: Int

  /// Takes a header; of two columns with one name the first counts.
  init(_ cells: [String]) {
    width = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    positions = Dictionary(
      cells.prefix(width).enumerated().map { ($0.element.lowercased(), $0.offset) }
    ) { first, _ in first }
  }

  /// The position of the first of these lowercased names that the header has.
  func position(_ names: String...) -> Int? {
    names.lazy.compactMap { positions[$0] }.first
  }

  /// Whether the header has every one of these lowercased names.
  func has(_ names: String...) -> Bool { names.allSatisfy { positions[$0] != nil } }
}

extension StatementSheet {
  /// A price in the first of these columns that the header has; a fault counts as not told.
  mutating func price(
    _ names: String..., row: Int, cells: [String], columns: StatementColumns
  ) -> Double? {
    guard let name = names.first(where: { columns.has($0.lowercased()) }) else { return nil }
    var faults: [BrokerFault] = []
    let text = cells.cell(columns.position(name.lowercased()))
    let price = BrokerValue.price(text, name) { faults.append($0) }
    for fault in faults { report(fault, row: row, columns: columns, else: name) }
    return price
  }
}

extension [String] {
  /// The cell at a position, empty where there is none.
  func cell(_ position: Int?) -> String {
    position.flatMap { $0 < count ? self[$0] : nil } ?? ""
  }
}
