import Quant

/// A tastytrade export of positions: only the visible columns, `Symbol` and `Quantity` among them.
///
/// An option is told by an OSI symbol or by `Exp Date`, `Strike Price` and `Call/Put` beside the
/// underlying. For SPX the underlying does not tell the class: outside third Fridays it is SPXW, on a
/// third Friday the row is rejected. The date is not in the file; the file's name or a quote date
/// must tell it.
enum TastytradePositionsFileReader: FileReader {
  static let kind = FileKind.tastytradePositions
  static let shape =
    "Account,Symbol,Type,Quantity,Exp Date,DTE,Strike Price,Call/Put,Underlying Last Price"

  static func recognises(_ sample: FileSample) -> Bool {
    let header = sample.header()
    return header.contains("symbol") && header.contains("quantity")
      && (header.contains("call/put") || header.contains("dte") || header.contains("type"))
      && !header.contains("entry_price")
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = StatementSheet(bytes, file: file)
    guard sheet.rows.count > 0 else {
      return OwnFileReaders.reading(
        kind, .holdings([]), file: file, dates: [], symbols: [], problems: sheet.problems)
    }
    var holdings: [BrokerHolding] = []
    if let date = context.quoteDate ?? FileNameDate.find(in: file) {
      let columns = StatementColumns(sheet.cells(0))
      for row in sheet.rows.dropFirst() {
        let position = PositionRow(
          row: row, cells: sheet.cells(row), columns: columns, date: date,
          contracts: context.contracts)
        if let holding = position.read(&sheet) { holdings.append(holding) }
      }
    } else {
      sheet.refuse(
        "neither the file nor its name tells the day of the positions",
        "Put the date into the name, such as positions_2026-03-17.csv, or give it with "
          + "--quote-date.", code: .unclearName)
    }
    return OwnFileReaders.reading(
      kind, .holdings(holdings), file: file, dates: holdings.map(\.date),
      symbols: holdings.map(\.symbol), problems: sheet.problems)
  }
}

/// One row of the export.
private struct PositionRow {
  let row: Int
  let cells: [String]
  let columns: StatementColumns
  let date: CalendarDate
  let contracts: ContractCalendar

  func read(_ sheet: inout StatementSheet) -> BrokerHolding? {
    let position = columns.position("quantity")
    let text = cells.cell(position)
    guard let parsed = BrokerText.number(text), let quantity = parsed, quantity != 0 else {
      sheet.reject(
        row, field: position ?? 0,
        "Quantity is not a number other than zero: \(ShownText.quoted(text))",
        "Export the positions again, or correct the row.", code: .invalidNumber)
      return nil
    }
    guard let instrument = instrument(&sheet) else { return nil }
    let price = columns.position("trade price", "avg trade price", "average open price")
    return BrokerHolding(
      account: BrokerText.masked(cells.cell(columns.position("account"))), date: date,
      instrument: instrument, quantity: quantity,
      entryPrice: price.flatMap { BrokerText.number(cells.cell($0)) ?? nil }.map(abs),
      entryDate: nil,
      mark: columns.position("mark").flatMap { BrokerText.number(cells.cell($0)) ?? nil })
  }

  private func instrument(_ sheet: inout StatementSheet) -> BrokerHolding.Instrument? {
    let position = columns.position("symbol")
    let symbol = cells.cell(position)
    let type = cells.cell(columns.position("type")).uppercased()
    if symbol.hasPrefix("/") || symbol.hasPrefix("./") {
      return type.contains("OPTION") || symbol.hasPrefix("./")
        ? .other(symbol: symbol, category: "option on a future")
        : .future(symbol: symbol, expiration: nil, multiplier: 1)
    }
    do {
      let parsed = try OptionSymbol(symbol)
      return .option(
        root: parsed.root, expiration: parsed.expiration, strike: parsed.strike,
        right: parsed.right, multiplier: 100)
    } catch {}
    let strikeText = cells.cell(columns.position("strike price", "strike"))
    guard !strikeText.isEmpty || type.contains("OPTION") else { return .equity(symbol: symbol) }
    guard let expiration = BrokerText.date(cells.cell(columns.position("exp date"))),
      let strike = BrokerText.number(strikeText) ?? nil, strike > 0,
      let right = BrokerText.right(cells.cell(columns.position("call/put")))
    else {
      sheet.reject(
        row, field: position ?? 0,
        "the option \(ShownText.quoted(symbol)) has no Exp Date, Strike Price or Call/Put",
        "Show these columns in the platform and export again.")
      return nil
    }
    guard symbol == "SPX" else {
      return .option(
        root: symbol, expiration: expiration, strike: strike, right: right, multiplier: 100)
    }
    guard expiration != contracts.thirdFriday(year: expiration.year, month: expiration.month) else {
      sheet.reject(
        row, field: position ?? 0,
        "an SPX option of the third Friday \(expiration) may settle in the morning (SPX) or in the "
          + "afternoon (SPXW)", "Export the positions with their full option symbols.")
      return nil
    }
    return .option(
      root: "SPXW", expiration: expiration, strike: strike, right: right, multiplier: 100)
  }
}
