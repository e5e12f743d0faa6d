import Quant

/// Bars as the Python package yfinance saves them: three header lines, then a row for each date.
///
/// Dates and numbers are read as in `YahooFileReader`. The bars of each ticker are a series of its
/// own, and a row may lack a ticker's prices. Without `Adj Close` the package has as a rule adjusted
/// all prices for later dividends, which the file does not tell: a warning says so, except for an
/// index (`^…`), which pays none.
struct YFinanceBars {
  let header: YFinanceHeader
  let file: String

  /// Each ticker is a pass over the file.
  private static let tickerLimit = 16

  /// The bars of every ticker.
  func read(_ bytes: [UInt8]) -> FileReading {
    guard header.tickers.count <= Self.tickerLimit else { return tooMany }
    var series: [NamedSeries<DailyBar>] = []
    var problems: Set<Diagnostic> = []
    for ticker in header.tickers {
      let (bars, found) = bars(of: ticker, bytes)
      series.append(NamedSeries(name: ticker, rows: bars))
      problems.formUnion(found)
    }
    let dates = Set(series.flatMap { $0.rows.map(\.date) })
    return OwnFileReaders.reading(
      YahooFileReader.kind, .bars(series), file: file, dates: dates.sorted(),
      symbols: header.tickers, problems: Array(problems))
  }

  private func bars(
    of ticker: String, _ bytes: [UInt8]
  ) -> (bars: [DailyBar], problems: [Diagnostic]) {
    let name = { header.name($0, of: ticker) }
    var sheet = CSVSheet(
      bytes, file: file,
      layout: CSVLayout(
        required: header.names, origin: .vendor, hasHeader: false,
        rowsBefore: YFinanceHeader.lineCount))
    var difference = AdjustedCloseDifference(
      sheet, close: name("close"), adjusted: name("adj close"))
    let columns = BarColumns(
      sheet, named: ["Date"] + ["open", "high", "low", "close", "volume"].map(name))
    let bars = BarRows.read(
      &sheet, columns: columns, lack: header.tickers.count > 1 ? "prices of \(ticker)" : "prices",
      inspect: { sheet, _ in difference.look(at: sheet) })
    difference.report(in: &sheet)
    if !header.has("adj close", of: ticker), !ticker.hasPrefix("^") {
      sheet.warn(
        at: SourceLocation(file: file, line: 1, column: 1),
        "the prices of \(ShownText.quoted(ticker)) may be adjusted for later dividends: the file has "
          + "no Adj Close", "For prices as traded download it with auto_adjust=False.")
    }
    return (bars, sheet.problems)
  }

  private var tooMany: FileReading {
    let problem = Diagnostic(
      location: SourceLocation(file: file, line: 1, column: 1),
      message: "the file has \(header.tickers.count) tickers; at most \(Self.tickerLimit) are read",
      remedy: "Download fewer tickers at a time.", code: .limitExceeded, action: .rejected)
    return OwnFileReaders.reading(
      YahooFileReader.kind, .bars([]), file: file, dates: [], symbols: [], problems: [problem])
  }
}
