import Quant

/// The exchange's list of one day's settlements: `Product,Symbol,Expiration Date,Price`.
///
/// The list does not tell its day: the file's name must (`settlement_2016-02-16.csv`), or the
/// publisher with a quote date. Products other than VX are skipped.
enum CFESettlementListFileReader: FileReader {
  static let kind = FileKind.cfeSettlementList
  static let shape = "Product,Symbol,Expiration Date,Price"

  private static let layout = CSVLayout(
    required: ["Product", "Symbol", "Expiration Date", "Price"], origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["product", "symbol", "expiration date", "price"], within: 3) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    guard let date = context.quoteDate ?? FileNameDate.find(in: file) else {
      return OwnFileReaders.reading(
        kind, .futures([]), file: file, dates: [], symbols: [],
        problems: sheet.problems + [unclearDate(file)])
    }
    let (product, symbol) = (sheet.column("Product"), sheet.column("Symbol"))
    let (expirationColumn, price) = (sheet.column("Expiration Date"), sheet.column("Price"))
    var rows = KeyedRows<CalendarDate, FuturesSettlement>()
    while sheet.advance() {
      let name = sheet.text(product) ?? ""
      guard name == "VX" else {
        sheet.warn(
          at: sheet.location(product), "the product \(ShownText.quoted(name)) is not VX",
          "Nothing needs to be done.", code: .unsupportedInstrument, action: .skipped)
        continue
      }
      let expiration = sheet.vendorDate(expirationColumn)
      guard let value = sheet.optionalNumber(price, .quote), let expiration else { continue }
      guard let value, value > 0 else {
        sheet.skipRow(without: "price", on: expiration, expirationColumn)
        continue
      }
      guard date <= expiration else {
        sheet.report(
          expirationColumn,
          "the contract \(sheet.shown(symbol)) expired on \(expiration), before \(date)",
          "Check the date in the name of the file.", code: .outOfTime)
        continue
      }
      let settlement = FuturesSettlement(date: date, expiration: expiration, settle: value)
      rows.add(
        settlement, key: expiration, column: expirationColumn, in: &sheet,
        name: "the contract expiring \(expiration)")
    }
    let settlements = rows.finish(in: &sheet)
    return OwnFileReaders.reading(
      kind, .futures(settlements), file: file, dates: settlements.map(\.date), symbols: ["VX"],
      problems: sheet.problems)
  }

  private static func unclearDate(_ file: String) -> Diagnostic {
    Diagnostic(
      location: SourceLocation(file: file),
      message: "neither the file nor its name tells the day of the settlements",
      remedy: "Put the date into the name, such as settlement_2016-02-16.csv, or give it with "
        + "--quote-date.",
      code: .unclearName, action: .rejected)
  }
}
