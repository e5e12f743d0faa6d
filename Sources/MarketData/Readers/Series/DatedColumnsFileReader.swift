import Quant

/// Any other file of numbers by date: `[index,]date,<columns of numbers>`.
///
/// The last resort, for valuations, spreads and panels of indices. Each column of numbers becomes a
/// series of its name; an unnamed running index before the date is passed over. A column without a
/// single number is text and left out, which is said. An empty cell gives its series no value on
/// that date, a row without any value is skipped, and a row with a fault in one column is rejected,
/// so that its series stay aligned.
enum DatedColumnsFileReader: FileReader {
  static let kind = FileKind.datedColumns
  static let shape = "date,NUMBERS"

  private static let dateNames: Set<String> = ["date", "trade date", "trading date", "day"]

  static func recognises(_ sample: FileSample) -> Bool {
    let header = SeriesHeader(names: sample.cells.first ?? [], precedingLines: 0)
    guard let position = datePosition(header), header.names.count > position + 1 else {
      return false
    }
    let rows = sample.cells.dropFirst().filter { $0.count > position }
    guard let first = rows.first, isDate(first[position]) else { return false }
    return rows.contains { cells in
      cells.dropFirst(position + 1).contains { cell in
        let bytes = Array(cell.utf8)
        if case .success(_?) = VendorNumber.parse(bytes, from: 0, to: bytes.count) { return true }
        return false
      }
    }
  }

  /// The date comes first, or second after an unnamed index.
  private static func datePosition(_ header: SeriesHeader) -> Int? {
    let names = header.plainNames
    let position = names.first == "" ? 1 : 0
    return names.count > position && dateNames.contains(names[position]) ? position : nil
  }

  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if case .success = DateText.parse(bytes, from: 0, to: bytes.count, style: .isoOrAmerican) {
      return true
    }
    return VendorDate.parse(bytes[...]) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let header =
      SeriesHeader(bytes, where: { $0.precedingLines == 0 })
      ?? SeriesHeader(names: [], precedingLines: 0)
    let position = datePosition(header)
    let date = position.map { header.names[$0] } ?? "date"
    let names = Array(header.names.dropFirst((position ?? 0) + 1))
    let known = position == 1 ? [""] + names : names
    var sheet = CSVSheet(bytes, file: file, layout: .values(date: date, names: known))
    var columns: [ValueRows.Column] = []
    for name in names where !name.isEmpty {
      let column = sheet.column(name)
      // A name that the header could not place has been reported with the header.
      guard let place = column.position,
        !columns.contains(where: { $0.column.position == place })
      else { continue }
      if let problem = ColumnContent(of: column, in: sheet).problem(column, in: sheet) {
        sheet.warn(
          at: problem.location, problem.message, problem.remedy, code: .unknownColumn)
      } else {
        columns.append(ValueRows.Column(column))
      }
    }
    let (series, dates) = ValueRows(date: sheet.column(date), columns: columns).read(&sheet)
    return OwnFileReaders.reading(
      kind, .series(series), file: file, dates: dates, symbols: series.map(\.name),
      problems: sheet.problems)
  }
}

/// What the cells of a column are.
private enum ColumnContent {
  case numbers
  case text(row: Int)
  case nothing

  /// Looks down the column until it meets a number.
  ///
  /// Complexity: O(rows) for a column of text, one cell for most columns of numbers.
  init(of column: CSVColumn, in sheet: CSVSheet) {
    self = .nothing
    guard let position = column.position else { return }
    let table = sheet.table
    for row in (sheet.currentRow + 1)..<max(sheet.currentRow + 1, table.rowCount)
    where position < table.fieldCount(ofRow: row) {
      let field = table.fields[Int(table.rows[row].firstField) + position]
      switch VendorNumber.parse(table.bytes, from: Int(field.start), to: Int(field.end)) {
      case .success(nil): continue
      case .success:
        self = .numbers
        return
      case .failure: if case .nothing = self { self = .text(row: row) }
      }
    }
  }

  /// Why the column is left out, `nil` when it holds numbers.
  func problem(_ column: CSVColumn, in sheet: CSVSheet) -> Diagnostic? {
    let name = ShownText.quoted(column.name)
    switch self {
    case .numbers: return nil
    case .nothing:
      return Diagnostic(
        severity: .warning,
        location: sheet.table.location(row: sheet.currentRow, field: column.position ?? 0),
        message: "the column \(name) has no value and is left out",
        remedy: "Nothing needs to be done.")
    case .text(let row):
      let text = sheet.table.text(row: row, field: column.position ?? 0)
      return Diagnostic(
        severity: .warning,
        location: sheet.table.location(row: sheet.currentRow, field: column.position ?? 0),
        message: "the column \(name) has no number, only text such as \(ShownText.quoted(text)), "
          + "and is left out",
        remedy: "Check that the file is the one you meant.")
    }
  }
}
