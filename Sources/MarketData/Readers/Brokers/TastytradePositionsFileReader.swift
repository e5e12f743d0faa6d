import Quant

/// A tastytrade export of positions (methodology 6, row 11): only the visible columns, `Symbol` and
/// `Quantity` among them.
///
/// An option is told by an OSI symbol or by `Exp Date`, `Strike Price` and `Call/Put` beside the
/// underlying; its multiplier is not told and is 100. For SPX the underlying does not tell the class:
/// outside third Fridays it is SPXW, on a third Friday the row is rejected. Options on futures
/// (`./ESZ5 …`) are read as instruments of another kind. A trade price may have a sign or end in `cr`
/// or `db`; the quantity tells the side. The file does not tell its day: a quote date or the name of
/// the file must.
enum TastytradePositionsFileReader: FileReader {
  static let kind = FileKind.tastytradePositions
  static let shape =
    "Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put,Underlying Last Price"

  static func recognises(_ sample: FileSample) -> Bool {
    let header = Set(sample.header())
    let marks: Set = [
      "exp date", "dte", "strike price", "call/put", "underlying last price", "p/l open",
      "trade price", "iv rank",
    ]
    // A history of transactions has the same columns and is no list of positions.
    let isHistory = !header.isDisjoint(with: ["date", "action", "sub type", "order #", "time"])
    return header.isSuperset(of: ["symbol", "quantity"]) && !header.isDisjoint(with: marks)
      && !isHistory
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = StatementSheet(bytes, file: file)
    guard sheet.rows.count > 0 else { return sheet.reading(kind, []) }
    guard let date = context.quoteDate ?? FileNameDate.find(in: file) else {
      sheet.reportFile(unclearDay)
      return sheet.reading(kind, [])
    }
    let header = sheet.cells(0)
    let columns = StatementColumns(header)
    guard columns.has("symbol", "quantity") else {
      let found = header.prefix(20).map(ShownText.quoted).joined(separator: ", ")
      sheet.reportFile(
        BrokerFault(
          message: "the header lacks \"Symbol\" or \"Quantity\"; found \(found)",
          remedy: "Show both columns in the platform and export again.", code: .missingColumn))
      return sheet.reading(kind, [])
    }
    if sheet.rows.count == 1 { sheet.reportFile(noRows) }
    var holdings: [BrokerHolding] = []
    var masks = AccountMasks()
    for row in sheet.rows.dropFirst() {
      let entry = TastytradeRow(
        row: row, cells: sheet.cells(row), columns: columns, date: date,
        contracts: context.contracts)
      guard var holding = entry.read(&sheet) else { continue }
      holding.account = masks.mask(entry.account)
      sheet.noteRepeat(holding, row: row)
      holdings.append(holding)
    }
    return sheet.reading(kind, holdings)
  }

  private static let noRows = BrokerFault(
    message: "the file has a header but no rows",
    remedy: "Export the positions again if the account holds anything.", code: .emptyFile,
    action: .kept)

  private static let unclearDay = BrokerFault(
    message: "neither the file nor its name tells the day of the positions",
    remedy: "Put the date into the name, such as positions_2026-03-17.csv, or give it with "
      + "--quote-date.", code: .unclearName)
}
