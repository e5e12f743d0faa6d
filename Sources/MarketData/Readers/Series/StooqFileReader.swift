import Quant

/// Stooq's daily bars: bulk files of one or more symbols,
/// `<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>`, and downloads of one
/// symbol, `Date,Open,High,Low,Close,Volume`.
///
/// The bulk header is Stooq's alone. The header of a download is also Yahoo's without `Adj Close`;
/// what tells them apart is the volume, which Stooq divides by later splits and writes with a
/// fraction. A download without such a volume among its first rows is taken for a Yahoo-style file,
/// which reads the same prices. Bulk dates are `YYYYMMDD`; rows of another period than `D` (daily)
/// are rejected, and the time and open interest are not read.
enum StooqFileReader: FileReader {
  static let kind = FileKind.stooqBars
  static let shape = "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>"

  private static let bulk = CSVLayout(
    required: ["<TICKER>", "<PER>", "<DATE>", "<OPEN>", "<HIGH>", "<LOW>", "<CLOSE>"],
    optional: ["<VOL>", "<TIME>", "<OPENINT>"], origin: .vendor)
  private static let single = CSVLayout(
    required: ["Date", "Open", "High", "Low", "Close"], optional: ["Volume"], origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    if isBulk(header) { return true }
    guard header == ["date", "open", "high", "low", "close", "volume"] else { return false }
    return sample.cells.dropFirst().contains { cells in
      let parts = (cells.count == 6 ? cells[5] : "").split(separator: ".")
      return parts.count == 2 && parts[1].contains { $0 != "0" }
        && parts.allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) }
    }
  }

  private static func isBulk(_ header: [String]) -> Bool {
    bulk.required.allSatisfy { header.contains($0.lowercased()) }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    isBulk(FileSample(bytes).header())
      ? readBulk(bytes, file: file) : readSingle(bytes, file: file)
  }

  private static func readSingle(_ bytes: [UInt8], file: String) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: single)
    let columns = BarColumns(sheet, named: single.known)
    let bars = BarRows.read(&sheet, columns: columns)
    return OwnFileReaders.reading(
      kind, .bars([NamedSeries(name: "", rows: bars)]), file: file, dates: bars.map(\.date),
      symbols: [], problems: sheet.problems)
  }

  private static func readBulk(_ bytes: [UInt8], file: String) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: bulk)
    let columns = BarColumns(
      sheet, named: ["<DATE>", "<OPEN>", "<HIGH>", "<LOW>", "<CLOSE>", "<VOL>"])
    let (ticker, period) = (sheet.column("<TICKER>"), sheet.column("<PER>"))
    var rows: [String: KeyedRows<CalendarDate, DailyBar>] = [:]
    while sheet.advance() {
      guard let name = tickerName(ticker, in: &sheet), isDaily(period, in: &sheet),
        let bar = columns.bar(on: sheet.vendorDate(columns.date), in: &sheet)
      else { continue }
      rows[name, default: KeyedRows()].add(
        bar, key: bar.date, column: columns.date, in: &sheet, name: "\(name) on \(bar.date)")
    }
    let series = rows.sorted { $0.key < $1.key }.map { name, rows in
      NamedSeries(name: name, rows: rows.finish(in: &sheet))
    }
    return OwnFileReaders.reading(
      kind, .bars(series), file: file, dates: series.flatMap { $0.rows.map(\.date) },
      symbols: series.map(\.name), problems: sheet.problems)
  }

  private static func tickerName(_ column: CSVColumn, in sheet: inout CSVSheet) -> String? {
    guard let name = sheet.text(column), !name.isEmpty else {
      sheet.report(
        column, "\(column.name) is empty", "Enter the symbol or remove the row.",
        code: .missingValue)
      return nil
    }
    return name
  }

  private static func isDaily(_ column: CSVColumn, in sheet: inout CSVSheet) -> Bool {
    guard let text = sheet.text(column) else { return false }
    if text == "D" { return true }
    sheet.report(
      column, "\(column.name) is \(ShownText.quoted(text)), not D",
      "Only daily bars can be used; download the daily file.", code: .invalidValue)
    return false
  }
}
