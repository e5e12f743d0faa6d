import Quant

/// Reads the exchange's daily volume and open interest by product: a disclaimer line, then
/// `Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI,…`.
///
/// Every column becomes a series under the name it has in the file; of two columns with one name
/// both are kept, the second with ` (2)` after it. Values are contracts. A row may be shorter than
/// the header, because products were added over the years; empty cells have no value.
enum CFEVolumeReader: FileReader {
  static let kind = FileKind.cfeVolume
  static let shape = "Date,VOLATILITY INDEX VOLUME,VOLATILITY INDEX OI"

  private static let required = ["Date", "VOLATILITY INDEX VOLUME", "VOLATILITY INDEX OI"]

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: required, within: 5) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = VolumeSheet(bytes, file: file)
    sheet.read()
    return sheet.reading()
  }
}

/// The rows of a volume file, which may have fewer fields than the header.
private struct VolumeSheet {
  private let table: CSVTable
  private let file: String
  private var problems: [Diagnostic] = []
  private var names: [String] = []
  private var timesNamed: [String: Int] = [:]
  private var headerRow = 0
  private var values: [[DatedValue]] = []
  private var rowsByDate: [CalendarDate: Int] = [:]

  private static let columnLimit = 512

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    table = CSVTable(parsing: bytes, file: file, into: &problems)
    guard let row = (0..<min(5, table.rowCount)).first(where: isHeader) else { return }
    headerRow = row
    let count = min(Self.columnLimit, table.fieldCount(ofRow: row))
    for column in 1..<max(1, count) { addName(table.text(row: row, field: column), column) }
    values = Array(repeating: [], count: names.count)
  }

  private func isHeader(_ row: Int) -> Bool {
    table.text(row: row, field: 0).lowercased() == "date"
  }

  private mutating func addName(_ text: String, _ column: Int) {
    let name = text.split(separator: " ").joined(separator: " ")
    let count = (timesNamed[name] ?? 0) + 1
    timesNamed[name] = count
    names.append(name.isEmpty ? "column \(column + 1)" : count == 1 ? name : "\(name) (\(count))")
    guard count > 1, !name.isEmpty else { return }
    problems.append(
      Diagnostic(
        severity: .warning, location: table.location(row: headerRow, field: column),
        message: "the column \(ShownText.quoted(name)) appears again and is read as "
          + "\"(\(count))\" of that name",
        remedy: "Nothing needs to be done.", code: .repeatedColumn, action: .kept))
  }

  mutating func read() {
    guard !names.isEmpty else { return reportHeader() }
    guard headerRow + 1 < table.rowCount else {
      problems.append(
        Diagnostic(
          location: table.location(row: headerRow, field: 0),
          message: "the file has a header but no rows",
          remedy: "Add the rows, or remove the file from the sources.", code: .emptyFile,
          action: .rejected))
      return
    }
    for row in (headerRow + 1)..<max(headerRow + 1, table.rowCount) { read(row) }
  }

  private mutating func reportHeader() {
    guard table.rowCount > 0 else { return }
    problems.append(
      Diagnostic(
        location: table.location(row: 0, field: 0),
        message: "the header lacks \"Date\" and the columns of the products",
        remedy: "Download the exchange's file of volume and open interest again.",
        code: .missingColumn, action: .rejected))
  }

  private mutating func read(_ row: Int) {
    guard let date = date(row) else { return }
    guard table.fieldCount(ofRow: row) <= names.count + 1 else {
      return reject(
        row, names.count + 1, "the row has more fields than the header",
        "Remove the extra fields.", .fieldCount)
    }
    var found: [(column: Int, value: Double)] = []
    var isSound = true
    for column in 0..<(table.fieldCount(ofRow: row) - 1) {
      switch count(row, column) {
      case .success(let value?): found.append((column, value))
      case .success(nil): continue
      case .failure: isSound = false
      }
    }
    guard isSound else { return }
    guard !found.isEmpty else {
      return warn(row, "the row for \(date) has no values and is skipped", .missingValue)
    }
    guard isFirst(date, row) else { return }
    for (column, value) in found { values[column].append(DatedValue(date: date, value: value)) }
  }

  private mutating func date(_ row: Int) -> CalendarDate? {
    let field = table.fields[table.fieldRange(ofRow: row).lowerBound]
    let parsed = DateText.parse(
      table.bytes, from: Int(field.start), to: Int(field.end), style: .isoOrAmerican)
    if case .success(let date) = parsed { return date }
    reject(
      row, 0, "Date is not a date: \(ShownText.quoted(table.text(of: field)))",
      "Write it as YYYY-MM-DD or MM/DD/YYYY.", .invalidDate)
    return nil
  }

  private struct Rejected: Error {}

  private mutating func count(_ row: Int, _ column: Int) -> Result<Double?, Rejected> {
    let field = table.fields[table.fieldRange(ofRow: row).lowerBound + column + 1]
    let parsed = VendorNumber.parse(table.bytes, from: Int(field.start), to: Int(field.end))
    if case .success(let value) = parsed, value ?? 0 >= 0 { return .success(value) }
    reject(
      row, column + 1,
      "\(ShownText.quoted(names[column])) is not a count: \(ShownText.quoted(table.text(of: field)))",
      "Write a number of contracts, zero or above.", .invalidNumber)
    return .failure(Rejected())
  }

  private mutating func isFirst(_ date: CalendarDate, _ row: Int) -> Bool {
    guard let earlier = rowsByDate[date] else {
      rowsByDate[date] = row
      return true
    }
    let line = table.line(ofRow: earlier)
    if text(row) == text(earlier) {
      warn(row, "the row for \(date) repeats line \(line) and is skipped", .duplicateRow)
    } else {
      reject(
        row, 0, "the row for \(date) disagrees with line \(line), which is used",
        "Keep the right one of the two rows.", .conflictingRow)
    }
    return false
  }

  private func text(_ row: Int) -> [String] {
    table.fieldRange(ofRow: row).map { table.text(of: table.fields[$0]) }
  }

  private mutating func reject(
    _ row: Int, _ field: Int, _ message: String, _ remedy: String, _ code: ProblemCode
  ) {
    problems.append(
      Diagnostic(
        location: table.location(row: row, field: field), message: message, remedy: remedy,
        code: code, action: .rejected))
  }

  private mutating func warn(_ row: Int, _ message: String, _ code: ProblemCode) {
    problems.append(
      Diagnostic(
        severity: .warning, location: table.location(row: row, field: 0), message: message,
        remedy: "Nothing needs to be done.", code: code, action: .skipped))
  }

  func reading() -> FileReading {
    let series = zip(names, values).filter { !$0.1.isEmpty }.map {
      NamedSeries(name: $0.0, rows: $0.1.sorted { $0.date < $1.date })
    }
    var span: (first: CalendarDate, last: CalendarDate)?
    if let first = rowsByDate.keys.min(), let last = rowsByDate.keys.max() { span = (first, last) }
    return FileReading(
      file: file, kind: .cfeVolume, records: .series(series), rowCount: rowsByDate.count,
      dates: span, symbols: series.map(\.name), problems: problems)
  }
}
