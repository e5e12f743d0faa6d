public import Quant

/// Reads fundamentals as they became known (methodology 1.11):
/// `known_date,ticker,sector,price,shares,operating_cash_flow,price_to_earnings`.
///
/// The last two columns may have the methodology's names, `cfo_ttm` and `pe_ttm`. Price is in
/// dollars, shares and cash flow over the trailing twelve months in units that go together. An empty
/// number is missing; the ticker may not be empty. Rows ascend by date, and a ticker appears once a
/// date.
public enum FundamentalsReader {
  private struct Key: Hashable, Comparable {
    let known: CalendarDate
    let ticker: String

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.known, lhs.ticker) < (rhs.known, rhs.ticker)
    }
  }

  static let names = ["known_date", "ticker", "sector", "price", "shares"]
  static let cashFlowNames = ["operating_cash_flow", "cfo_ttm"]
  static let earningsNames = ["price_to_earnings", "pe_ttm"]

  /// The figures of the file in file order; rows with a fault are left out and reported.
  public static func read(
    _ bytes: [UInt8], file: String, into problems: inout [Diagnostic]
  ) -> [FundamentalRecord] {
    let header = SeriesHeader(bytes, where: { $0.precedingLines == 0 })
    let name = { (names: [String]) in
      names.first { header?.plainNames.contains($0) ?? false } ?? names[0]
    }
    let (cashFlow, earnings) = (name(cashFlowNames), name(earningsNames))
    var sheet = CSVSheet(
      bytes, file: file, layout: CSVLayout(required: names + [cashFlow, earnings]))
    let knownColumn = sheet.column("known_date")
    var order = DateOrder<Key>()
    var records: [FundamentalRecord] = []
    records.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      let known = sheet.date(knownColumn)
      guard
        let record = record(
          in: &sheet, known: known, cashFlow: cashFlow, earnings: earnings), let known,
        order.accept(
          Key(known: known, ticker: record.ticker), date: known, column: knownColumn, in: &sheet,
          name: "\(record.ticker) known \(known)")
      else { continue }
      records.append(record)
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }

  private static func record(
    in sheet: inout CSVSheet, known: CalendarDate?, cashFlow: String, earnings: String
  ) -> FundamentalRecord? {
    let tickerColumn = sheet.column("ticker")
    let ticker = sheet.text(tickerColumn)
    if ticker == "" {
      sheet.report(
        tickerColumn, "ticker is empty", "Enter the ticker or remove the row.",
        code: .missingValue)
    }
    let price = sheet.optionalNumber(sheet.column("price"), .price)
    let shares = sheet.optionalNumber(sheet.column("shares"), .price)
    let operatingCashFlow = sheet.optionalNumber(sheet.column(cashFlow))
    let priceToEarnings = sheet.optionalNumber(sheet.column(earnings))
    guard let known, let ticker, ticker != "", let price, let shares, let operatingCashFlow,
      let priceToEarnings
    else { return nil }
    return FundamentalRecord(
      known: known, ticker: ticker, sector: sheet.text(sheet.column("sector")) ?? "",
      price: price, shares: shares, operatingCashFlow: operatingCashFlow,
      priceToEarnings: priceToEarnings)
  }
}

/// The project's own fundamentals.
enum FundamentalsFileReader: FileReader {
  static let kind = FileKind.fundamentals
  static let shape =
    "known_date,ticker,sector,price,shares,operating_cash_flow,price_to_earnings"

  static func recognises(_ sample: FileSample) -> Bool {
    OwnFileReaders.isHeader(
      sample, FundamentalsReader.names,
      optional: FundamentalsReader.cashFlowNames + FundamentalsReader.earningsNames)
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var problems: [Diagnostic] = []
    let rows = FundamentalsReader.read(bytes, file: file, into: &problems)
    return OwnFileReaders.reading(
      kind, .fundamentals(rows), file: file, dates: rows.map(\.known), symbols: rows.map(\.ticker),
      problems: problems)
  }
}
