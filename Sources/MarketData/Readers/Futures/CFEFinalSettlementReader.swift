import Quant

/// Reads the exchange's archive of final settlements:
/// `Symbol,SettlementMonth,SettlementYear,ProductType,SettlementDate,SettlementPrice,…`.
///
/// VX rows become the settlement of the expiration date; every row of another product is skipped.
/// The date is the one in the file or, where that is empty, the month's by the exchange's rule.
/// Prices of contracts that expired before 2007-03-26 are ten times the index and are divided by
/// ten, which is said once.
enum CFEFinalSettlementReader: FileReader {
  static let kind = FileKind.cfeFinalSettlements
  static let shape =
    "Symbol,SettlementMonth,SettlementYear,ProductType,SettlementDate,SettlementPrice,"
    + "ProductDescription"

  private static let layout = CSVLayout(
    required: ["Symbol", "SettlementMonth", "SettlementYear", "SettlementPrice"],
    optional: ["ProductType", "SettlementDate", "ProductDescription"], origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: layout.required, within: 5) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let columns = Columns(sheet, contracts: context.contracts)
    var scale = VXPriceScale(.exchange)
    var rows = KeyedRows<CalendarDate, FuturesSettlement>()
    rows.reserveCapacity(sheet.capacity)
    while columns.areFound, sheet.advance() {
      guard let (expiration, price) = columns.row(in: &sheet) else { continue }
      let points = scale.indexPoints(price, on: expiration, column: columns.price, in: &sheet)
      rows.add(
        FuturesSettlement(date: expiration, expiration: expiration, settle: points),
        key: expiration, column: columns.symbol, in: &sheet,
        name: "the expiration \(expiration)")
    }
    let settlements = rows.finish(in: &sheet)
    return FuturesFileReaders.reading(
      kind, settlements, rowCount: settlements.count, file: file, problems: sheet.problems)
  }

  private struct Columns {
    let contracts: ContractCalendar
    let symbol: CSVColumn
    let month: CSVColumn
    let year: CSVColumn
    let date: CSVColumn
    let price: CSVColumn

    init(_ sheet: CSVSheet, contracts: ContractCalendar) {
      self.contracts = contracts
      symbol = sheet.column("Symbol")
      month = sheet.column("SettlementMonth")
      year = sheet.column("SettlementYear")
      date = sheet.column("SettlementDate")
      price = sheet.column("SettlementPrice")
    }

    var areFound: Bool { [symbol, month, year, price].allSatisfy { $0.position != nil } }

    func row(in sheet: inout CSVSheet) -> (expiration: CalendarDate, price: Double)? {
      guard sheet.isVX(symbol) else { return nil }
      let expiration = expiration(in: &sheet)
      let price = sheet.optionalNumber(self.price, .quote)
      guard let expiration, let price else { return nil }
      guard let price, price > 0 else {
        sheet.skipWithoutSettlement(self.price, on: expiration)
        return nil
      }
      return (expiration, price)
    }

    private func expiration(in sheet: inout CSVSheet) -> CalendarDate? {
      guard sheet.isMissing(date) else { return sheet.date(date) }
      let month = sheet.integer(month)
      let year = sheet.integer(year)
      guard let month, let year else { return nil }
      guard (1...12).contains(month), (2004...9999).contains(year) else {
        sheet.report(
          self.month, "\(month)/\(year) is not a month in which a VX contract expired",
          "VX contracts expire from May 2004 on; correct the month or the year.",
          code: .invalidDate)
        return nil
      }
      return contracts.vixExpiration(year: year, month: month)
    }
  }
}
