import Quant

/// Reads a chain as Cboe's delayed-quotes page downloads it (methodology §6, row 6): one row for an
/// expiration and strike, with the call's columns, the strike, and the put's.
///
/// Strike and expiration must agree with the option symbols of the row. A bid of 0 means that there
/// is none and a volatility of 0 is missing; volatilities are decimals, or percent when their median
/// is above 3. SPX, SPXW and VIX options are read, others are skipped. When one side of a row has no
/// usable quote the other is still read. About 10,000 rows take some 12 ms.
enum CboeDelayedQuotesReader: FileReader {
  static let kind = FileKind.cboeDelayedQuotes
  static let shape = DelayedQuotesHeader.shape

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["Expiration Date", "Calls", "Strike", "Puts"]) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &problems)
    guard table.rowCount > 0, let header = DelayedQuotesHeader(of: table, into: &problems) else {
      return .chain(kind, [], rowCount: 0, file: file, problems: problems)
    }
    let preamble = DelayedQuotesPreamble(of: table, headerRow: header.row)
    guard
      let date = preamble.session(
        of: table, headerRow: header.row, context: context, into: &problems)
    else { return .chain(kind, [], rowCount: 0, file: file, problems: problems) }
    let sheet = ChainSheet(
      table, headerRow: header.row, width: header.width, problems: problems)
    var rows = DelayedQuotesRows(header, sheet, date: date, underlying: preamble.last)
    rows.readAll(underlyingName: preamble.name)
    var reading = FileReading.chain(
      kind, rows.quotes, rowCount: rows.rowCount, file: file, problems: rows.problems)
    reading.quoteMinute = preamble.moment?.quoteMinute(of: date, in: context.contracts.exchange)
    return reading
  }
}

extension FileReading {
  /// The report of a chain.
  static func chain(
    _ kind: FileKind, _ quotes: [ChainQuote], rowCount: Int, file: String, problems: [Diagnostic]
  ) -> FileReading {
    var roots: Set<OptionRoot> = []
    var span: (first: CalendarDate, last: CalendarDate)?
    for quote in quotes {
      roots.insert(quote.quote.contract.root)
      let date = quote.quote.date
      span = span.map { (min($0.first, date), max($0.last, date)) } ?? (date, date)
    }
    return FileReading(
      file: file, kind: kind, records: .quotes(quotes), rowCount: rowCount, dates: span,
      symbols: roots.map(\.rawValue), problems: problems)
  }
}
