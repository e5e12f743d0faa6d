import Quant

/// Fundamentals of the members of an index as data sets publish them:
/// `Symbol,Name,Sector,Price,…,Price/Earnings,…,Market Cap,…`.
///
/// The file has no date: `ReadingContext.quoteDate` or a date in its name, such as
/// `constituents-2016-03-01.csv`, tells when its figures were known. Shares are the market
/// capitalisation over the price, in the file's unit of capitalisation (often billions of dollars,
/// which it does not say). It has no cash flow, which stays missing. Of companies with two classes of
/// shares the rows overlap. Rows have no date of their own, so the reading has no first and last.
enum ConstituentsFileReader: FileReader {
  static let kind = FileKind.constituents
  static let shape = "Symbol,Name,Sector,Price,Price/Earnings,Market Cap"

  private static let layout = CSVLayout(
    required: ["Symbol", "Sector", "Price", "Market Cap"],
    optional: [
      "Name", "Price/Earnings", "Dividend Yield", "Earnings/Share", "Book Value", "52 week low",
      "52 week high", "EBITDA", "Price/Sales", "Price/Book", "SEC Filings",
    ],
    origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    return layout.required.allSatisfy { header.contains($0.lowercased()) }
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    guard let known = context.quoteDate ?? date(named: file) else {
      return FileReading(
        file: file, kind: kind, records: .fundamentals([]), rowCount: 0, dates: nil, symbols: [],
        problems: sheet.problems + [unclearDate(file)])
    }
    let symbol = sheet.column("Symbol")
    var rows = KeyedRows<String, FundamentalRecord>()
    while sheet.advance() {
      guard let record = record(in: &sheet, known: known) else { continue }
      rows.add(
        record, key: record.ticker, column: symbol, in: &sheet, name: record.ticker)
    }
    // Members stand in any order, so what there is to say about the order of rows is not said.
    var unheard = sheet
    let records = rows.finish(in: &unheard)
    return FileReading(
      file: file, kind: kind, records: .fundamentals(records), rowCount: records.count, dates: nil,
      symbols: records.map(\.ticker), problems: sheet.problems)
  }

  private static func record(
    in sheet: inout CSVSheet, known: CalendarDate
  ) -> FundamentalRecord? {
    let symbol = sheet.column("Symbol")
    let ticker = sheet.text(symbol) ?? ""
    if ticker.isEmpty {
      sheet.report(
        symbol, "Symbol is empty", "Enter the ticker or remove the row.", code: .missingValue)
    }
    let price = sheet.optionalNumber(sheet.column("Price"), .price)
    let capitalisation = sheet.optionalNumber(sheet.column("Market Cap"), .price)
    let earnings = sheet.optionalNumber(sheet.column("Price/Earnings"))
    guard !ticker.isEmpty, let price, let capitalisation, let earnings else { return nil }
    let shares = price.flatMap { price in capitalisation.map { $0 / price } }
    return FundamentalRecord(
      known: known, ticker: ticker, sector: sheet.text(sheet.column("Sector")) ?? "",
      price: price, shares: shares.flatMap { $0.isFinite ? $0 : nil }, operatingCashFlow: nil,
      priceToEarnings: earnings)
  }

  /// The one ISO date in a file's name.
  static func date(named path: String) -> CalendarDate? {
    let name = Array((path.split(separator: "/").last ?? "").utf8)
    guard name.count >= 10 else { return nil }
    let found = Set(
      (0...(name.count - 10)).compactMap {
        CalendarDate(String(decoding: name[$0..<($0 + 10)], as: UTF8.self))
      })
    return found.count == 1 ? found.first : nil
  }

  private static func unclearDate(_ file: String) -> Diagnostic {
    Diagnostic(
      location: SourceLocation(file: file),
      message: "neither the file nor its name tells when its figures were known",
      remedy: "Put the date into the file's name, such as constituents-2016-03-01.csv, or name it "
        + "with --quote-date.",
      code: .unclearName, action: .rejected)
  }
}
