import Quant

/// The exchange's archive of final settlements:
/// `Symbol,SettlementMonth,SettlementYear,ProductType,SettlementDate,SettlementPrice,…`.
///
/// Only standard VX contracts are read. The date is the one given or, where it is empty, the
/// contract's expiration by the exchange's rule. Prices before 2007-03-26 are divided by ten.
enum CFEFinalSettlementsFileReader: FileReader {
  static let kind = FileKind.cfeFinalSettlements
  static let shape =
    "Symbol,SettlementMonth,SettlementYear,ProductType,SettlementDate,SettlementPrice,"
    + "ProductDescription"

  private static let layout = CSVLayout(
    required: [
      "Symbol", "SettlementMonth", "SettlementYear", "ProductType", "SettlementDate",
      "SettlementPrice",
    ], optional: ["ProductDescription"], origin: .vendor)

  static func recognises(_ sample: FileSample) -> Bool {
    sample.headerLine(with: ["symbol", "settlementmonth", "settlementprice"], within: 3) != nil
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    var rows = KeyedRows<CalendarDate, FuturesSettlement>()
    let price = sheet.column("SettlementPrice")
    var isFirstOld = true
    while sheet.advance() {
      guard isStandardVX(in: &sheet) else { continue }
      let expiration = expiration(in: &sheet, calendar: context.contracts)
      guard let value = sheet.optionalNumber(price, .quote), let expiration else { continue }
      guard let value, value > 0 else {
        sheet.skipRow(without: "price", on: expiration, price)
        continue
      }
      let isOld = expiration < CFEContractReader.rescaling
      if isOld, isFirstOld {
        isFirstOld = false
        sheet.warn(
          at: sheet.location(price),
          "settlements before \(CFEContractReader.rescaling) were quoted at ten times the index and "
            + "are divided by 10", "Nothing needs to be done.", code: .rescaled)
      }
      rows.add(
        FuturesSettlement(
          date: expiration, expiration: expiration,
          settle: isOld ? CFEContractReader.tenth(value) : value),
        key: expiration, column: sheet.column("Symbol"), in: &sheet,
        name: "the contract expiring \(expiration)")
    }
    let settlements = rows.finish(in: &sheet)
    return OwnFileReaders.reading(
      kind, .futures(settlements), file: file, dates: settlements.map(\.date), symbols: ["VX"],
      problems: sheet.problems)
  }

  private static func isStandardVX(in sheet: inout CSVSheet) -> Bool {
    let symbol = sheet.column("Symbol")
    let name = sheet.text(symbol) ?? ""
    let type = sheet.text(sheet.column("ProductType")) ?? ""
    if name == "VX", type.lowercased() == "standard" { return true }
    sheet.warn(
      at: sheet.location(symbol),
      "\(ShownText.quoted("\(name) \(type)")) is not a standard VX contract",
      "Nothing needs to be done.", code: .unsupportedInstrument, action: .skipped)
    return false
  }

  private static func expiration(
    in sheet: inout CSVSheet, calendar: ContractCalendar
  ) -> CalendarDate? {
    let dateColumn = sheet.column("SettlementDate")
    guard sheet.isEmpty(dateColumn) else { return sheet.vendorDate(dateColumn) }
    let monthColumn = sheet.column("SettlementMonth")
    guard let month = sheet.integer(monthColumn),
      let year = sheet.integer(sheet.column("SettlementYear"))
    else { return nil }
    guard (1...12).contains(month), (2004...2099).contains(year) else {
      sheet.report(
        monthColumn, "there is no VX contract of month \(month) of \(year)",
        "Correct the month or year.", code: .invalidDate)
      return nil
    }
    return calendar.vixExpiration(year: year, month: month)
  }
}
