import Quant

/// Reads VX settlements by contract month: `Trade Date,2008_01,2008_02,…`.
///
/// A column is the monthly contract of its month; its expiration follows from the exchange's rule.
/// Whether the values are settlements or closes cannot be seen in such a file.
enum VXContractPanelReader: FileReader {
  static let kind = FileKind.vxContractPanel
  static let shape = "Trade Date,2008_01,2008_02,2008_03"

  static func recognises(_ sample: FileSample) -> Bool {
    guard let header = sample.cells.first, header.count > 1 else { return false }
    return ["trade date", "date"].contains(header[0].lowercased())
      && month(of: header[1]) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    let names = headerNames(of: bytes)
    let months = names.dropFirst().filter { month(of: $0) != nil }
    let layout = CSVLayout(
      required: [names.first == "Date" ? "Date" : "Trade Date"], optional: Array(Set(months)),
      origin: .vendor)
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let date = sheet.column(layout.required[0])
    guard date.position != nil else {
      return FuturesFileReaders.reading(
        kind, [], rowCount: 0, file: file, problems: sheet.problems)
    }
    let columns = months.compactMap { name in
      month(of: name).map { month in
        (sheet.column(name), context.contracts.vixExpiration(year: month.year, month: month.month))
      }
    }
    var panel = PanelRows(capacity: sheet.capacity)
    while sheet.advance() {
      guard let day = sheet.date(date) else { continue }
      panel.add(columns, on: day, column: date, in: &sheet)
    }
    return panel.reading(kind, file: file, sheet: &sheet)
  }

  /// The names of the first line, at most as many as a header may have, each once.
  private static func headerNames(of bytes: [UInt8]) -> [String] {
    let isLineEnd: (UInt8) -> Bool = { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
    let start = TextEncoding.byteOrderMarkLength(of: bytes)
    let line = bytes[start...].drop(while: isLineEnd).prefix { !isLineEnd($0) }
    var ignored: [Diagnostic] = []
    let table = CSVTable(parsing: Array(line), file: "", into: &ignored)
    guard table.rowCount > 0 else { return [] }
    var seen: Set<String> = []
    return (0..<min(512, table.fieldCount(ofRow: 0))).map { table.text(row: 0, field: $0) }
      .filter { seen.insert($0).inserted }
  }

  /// The year and month of a column named `YYYY_MM`, `nil` for any other name.
  private static func month(of name: String) -> (year: Int, month: Int)? {
    let bytes = Array(name.utf8)
    guard bytes.count == 7, bytes[4] == 0x5F, (bytes[0..<4] + bytes[5...]).allSatisfy(ASCII.isDigit)
    else { return nil }
    let number = { (digits: ArraySlice<UInt8>) in
      digits.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }
    let (year, month) = (number(bytes[0..<4]), number(bytes[5...]))
    return year > 0 && (1...12).contains(month) ? (year, month) : nil
  }
}
