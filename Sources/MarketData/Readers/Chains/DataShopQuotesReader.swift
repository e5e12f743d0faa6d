import Quant

/// Reads Cboe DataShop's daily option files: one option a row, quotes of 15:45 and of the end of the
/// day, with or without calculated volatilities.
///
/// The end-of-day quotes are used, because they belong to the close at which the day's state is
/// valued; a file that has only those of 15:45 is read with a warning. Prices are index points.
/// `implied_volatility_1545` is a decimal of 15:45 even beside end-of-day quotes; 0 is missing.
/// Without `active_underlying_price` the underlying is the middle of its bid and ask. Rows of other
/// classes, such as the binary BVZ, are skipped.
enum DataShopQuotesReader: FileReader {
  static let kind = FileKind.dataShopQuotes
  static let shape =
    "underlying_symbol,quote_date,root,expiration,strike,option_type,open,high,low,close,"
    + "trade_volume,bid_size_1545,bid_1545,ask_size_1545,ask_1545,underlying_bid_1545,"
    + "underlying_ask_1545,bid_size_eod,bid_eod,ask_size_eod,ask_eod,underlying_bid_eod,"
    + "underlying_ask_eod,vwap,open_interest,delivery_code"

  private static let endOfDay = OptionRowColumns.Names(
    date: "quote_date", root: "root", right: "option_type", bid: "bid_eod", ask: "ask_eod",
    underlyingBid: "underlying_bid_eod", underlyingAsk: "underlying_ask_eod",
    volatility: "implied_volatility_1545", volume: "trade_volume", openInterest: "open_interest")
  private static let quarterBeforeClose = OptionRowColumns.Names(
    date: "quote_date", root: "root", right: "option_type", bid: "bid_1545", ask: "ask_1545",
    underlyingBid: "underlying_bid_1545", underlyingAsk: "underlying_ask_1545",
    underlyingLevel: "active_underlying_price_1545", volatility: "implied_volatility_1545",
    volume: "trade_volume", openInterest: "open_interest")

  /// Every other column the vendor documents.
  private static let unread = [
    "underlying_symbol", "open", "high", "low", "close", "bid_size_1545", "bid_1545",
    "ask_size_1545", "ask_1545", "underlying_bid_1545", "underlying_ask_1545",
    "implied_underlying_price_1545", "active_underlying_price_1545", "delta_1545", "gamma_1545",
    "theta_1545", "vega_1545", "rho_1545", "bid_size_eod", "ask_size_eod", "vwap", "delivery_code",
  ]

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    return ["quote_date", "root", "expiration", "strike", "option_type"]
      .allSatisfy(header.contains)
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let table = CSVTable(parsing: bytes, file: file, into: &problems)
    let header =
      table.rowCount > 0
      ? Set((0..<min(512, table.fieldCount(ofRow: 0))).map { table.text(row: 0, field: $0) }) : []
    let hasEndOfDay = header.contains { $0.lowercased() == "bid_eod" }
    let hasEarlier = header.contains { $0.lowercased() == "bid_1545" }
    let names = hasEndOfDay || !hasEarlier ? endOfDay : quarterBeforeClose
    if table.rowCount > 1, !hasEndOfDay, hasEarlier {
      problems.append(
        Diagnostic(
          severity: .warning, location: table.location(row: 0, field: 0),
          message: "the file has no end-of-day quotes; those of 15:45 are used",
          remedy: "Buy the file with end-of-day quotes if the close matters.", code: .oddValue,
          action: .kept))
    }
    var reading = OptionRows.reading(
      kind, table, names: names, unread: unread, file: file, problems: problems)
    if !hasEndOfDay, hasEarlier { reading.quoteMinute = 945 }
    return reading
  }
}

extension OptionRows {
  /// The report of a file whose first line is the header.
  static func reading(
    _ kind: FileKind, _ table: CSVTable, names: OptionRowColumns.Names, unread: [String],
    file: String, problems: [Diagnostic]
  ) -> FileReading {
    var problems = problems
    let used = names.required + names.optional
    let layout = CSVLayout(
      required: names.required, optional: names.optional + unread.filter { !used.contains($0) },
      origin: .vendor)
    let header = CSVHeader(of: table, layout: layout, into: &problems)
    guard names.required.allSatisfy({ header.positions[$0] != nil }) else {
      return .chain(kind, [], rowCount: 0, file: file, problems: problems)
    }
    let sheet = ChainSheet(table, headerRow: 0, width: header.width, problems: problems)
    var rows = OptionRows(OptionRowColumns(header, names), sheet)
    rows.readAll()
    return .chain(
      kind, rows.quotes, rowCount: rows.quotes.count, file: file, problems: rows.problems)
  }
}
