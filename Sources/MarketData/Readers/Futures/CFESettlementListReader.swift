import Quant

/// Reads the exchange's list of one day's settlements: `Product,Symbol,Expiration Date,Price`.
///
/// The list does not say which day it is of: the reader is told, or takes the date in the file's
/// name (`settlement_2016-01-04.csv`). VX contracts are read, weekly ones (`VX02/F6`) among them;
/// every row of another product is skipped. The symbol's month code and year must agree with the
/// expiration.
enum CFESettlementListReader: FileReader {
  static let kind = FileKind.cfeSettlementList
  static let shape = "Product,Symbol,Expiration Date,Price"

  private static let layout = CSVLayout(
    required: ["Product", "Symbol", "Expiration Date", "Price"], origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: layout.required, within: 1) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    guard let day = context.quoteDate ?? FileNameDate.find(in: file) else {
      return FuturesFileReaders.unreadable(
        kind, file: file, message: "does not tell the day of the settlements",
        remedy: "Put the day into the file's name, such as settlement_2016-01-04.csv.")
    }
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let columns = Columns(sheet)
    var rows = KeyedRows<CalendarDate, FuturesSettlement>()
    while columns.areFound, sheet.advance() {
      guard let settlement = columns.settlement(on: day, in: &sheet) else { continue }
      rows.add(
        settlement, key: settlement.expiration, column: columns.expiration, in: &sheet,
        name: "the expiration \(settlement.expiration)")
    }
    let settlements = rows.finish(in: &sheet)
    return FuturesFileReaders.reading(
      kind, settlements, rowCount: settlements.count, file: file, problems: sheet.problems)
  }

  private struct Columns {
    let product: CSVColumn
    let symbol: CSVColumn
    let expiration: CSVColumn
    let price: CSVColumn

    init(_ sheet: CSVSheet) {
      product = sheet.column("Product")
      symbol = sheet.column("Symbol")
      expiration = sheet.column("Expiration Date")
      price = sheet.column("Price")
    }

    var areFound: Bool { [product, symbol, expiration, price].allSatisfy { $0.position != nil } }

    func settlement(on day: CalendarDate, in sheet: inout CSVSheet) -> FuturesSettlement? {
      guard sheet.isVX(product) else { return nil }
      let expiration = sheet.date(self.expiration)
      let price = sheet.optionalNumber(self.price, .quote)
      guard let expiration, let price, agrees(expiration, in: &sheet),
        sheet.checkNotExpired(self.expiration, expiration, on: day)
      else { return nil }
      guard let price, price > 0 else {
        sheet.warn(
          at: sheet.location(self.price),
          "the contract expiring \(expiration) has no settlement price and is skipped",
          "Fill in the settlement if you have it.", code: .missingValue, action: .skipped)
        return nil
      }
      return FuturesSettlement(date: day, expiration: expiration, settle: price)
    }

    /// Whether the symbol, `VX/F6` or `VX02/F6`, is of the expiration's month and year.
    private func agrees(_ expiration: CalendarDate, in sheet: inout CSVSheet) -> Bool {
      let text = sheet.text(symbol) ?? ""
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      let year = String(expiration.year)
      if parts.count == 2, parts[0].hasPrefix("VX"),
        VXContractName.month(code: parts[1].first) == expiration.month,
        (1...2).contains(parts[1].dropFirst().count), year.hasSuffix(parts[1].dropFirst())
      {
        return true
      }
      sheet.report(
        symbol,
        "the symbol \(ShownText.quoted(text)) is not that of a VX contract expiring "
          + "\(expiration)",
        "Correct the symbol or the expiration.")
      return false
    }
  }
}

extension CSVSheet {
  /// Whether the current row is of the product VX; a row of another product is skipped.
  mutating func isVX(_ column: CSVColumn) -> Bool {
    let product = text(column) ?? ""
    guard product != "VX" else { return true }
    warn(
      at: location(column),
      "the product \(ShownText.quoted(product)) is not VX; the row is skipped",
      "Nothing needs to be done.", code: .unsupportedInstrument, action: .skipped)
    return false
  }
}
