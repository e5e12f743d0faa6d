import Quant

/// Yahoo-style prices: `Date,Open,High,Low,Close[,Adj Close][,Volume]`, `Date,Close[,Volume]`, the
/// headings of its page, `Close*` and `Adj Close**`, and the three header lines of yfinance
/// (`YFinanceBars`).
///
/// Bars need all four prices. A file with closes alone gives the series `Close` and, where it has
/// one, `Volume`: no range is made up from a close. Rows whose prices are all `null` are skipped,
/// and so are the page's dividends, splits and footnotes. `Adj Close` is not read, because an index
/// pays no dividends; where it differs from the close, a warning says so. Rows may run from the
/// newest to the oldest, as on the page. Whether the last row is a close or was taken during the
/// session cannot be known from the file.
///
/// Stooq writes the same header without `Adj Close`; see `StooqFileReader`.
enum YahooFileReader: FileReader {
  static let kind = FileKind.yahooBars
  static let shape = "Date,Open,High,Low,Close,Adj Close,Volume"

  private static let prices = ["open", "high", "low", "close"]
  private static let others: Set<String> = [
    "date", "adj close", "volume", "dividends", "stock splits", "capital gains",
  ]

  static func recognises(_ sample: FileSample) -> Bool {
    isHeader(SeriesHeader(names: sample.cells.first ?? [], precedingLines: 0))
      || YFinanceHeader(sample) != nil
  }

  private static func isHeader(_ header: SeriesHeader) -> Bool {
    let names = header.plainNames
    let found = prices.filter(names.contains)
    return names.contains("date") && (found == prices || found == ["close"])
      && names.allSatisfy { others.contains($0) || prices.contains($0) }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    if let header = YFinanceHeader(FileSample(bytes)) {
      return YFinanceBars(header: header, file: file).read(bytes)
    }
    let header =
      SeriesHeader(bytes, where: { $0.precedingLines == 0 })
      ?? SeriesHeader(names: [], precedingLines: 0)
    let name = { (plain: String, standard: String) in header.name(plain) ?? standard }
    let columns = [
      name("date", "Date"), name("open", "Open"), name("high", "High"), name("low", "Low"),
      name("close", "Close"), name("volume", "Volume"),
    ]
    return prices.filter(header.plainNames.contains) == ["close"]
      ? readCloses(bytes, file: file, columns: columns)
      : readBars(bytes, file: file, columns: columns, adjusted: name("adj close", "Adj Close"))
  }

  private static func readBars(
    _ bytes: [UInt8], file: String, columns names: [String], adjusted: String
  ) -> FileReading {
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(
        required: Array(names.prefix(5)), optional: [adjusted, names[5]], origin: .vendor))
    var difference = AdjustedCloseDifference(sheet, close: names[4], adjusted: adjusted)
    let columns = BarColumns(sheet, named: names)
    let note = YahooNote(date: columns.date, price: sheet.column(names[1]))
    let bars = BarRows.read(
      &sheet, columns: columns, isNote: { note.skip(in: &$0) },
      inspect: { sheet, _ in difference.look(at: sheet) })
    difference.report(in: &sheet)
    return OwnFileReaders.reading(
      kind, .bars([NamedSeries(name: "", rows: bars)]), file: file, dates: bars.map(\.date),
      symbols: [], problems: sheet.problems)
  }

  private static func readCloses(
    _ bytes: [UInt8], file: String, columns names: [String]
  ) -> FileReading {
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(required: [names[0], names[4]], optional: [names[5]], origin: .vendor))
    var columns = [ValueRows.Column(sheet.column(names[4]), .price, name: "Close")]
    if sheet.column(names[5]).position != nil {
      columns.append(ValueRows.Column(sheet.column(names[5]), .count, name: "Volume"))
    }
    let rows = ValueRows(date: sheet.column(names[0]), columns: columns, needsFirst: true)
    let (series, dates) = rows.read(&sheet)
    return OwnFileReaders.reading(
      kind, .series(series), file: file, dates: dates, symbols: series.map(\.name),
      problems: sheet.problems)
  }
}
