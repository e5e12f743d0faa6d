import Quant

/// One row of a tastytrade export of positions.
struct TastytradeRow {
  let row: Int
  let cells: [String]
  let columns: StatementColumns
  let date: CalendarDate
  let contracts: ContractCalendar

  /// The holding, `nil` when the row is left out; everything that is noticed is reported.
  func read(_ sheet: inout StatementSheet) -> BrokerHolding? {
    guard sheet.fits(row, cells, header: columns.width) else { return nil }
    do throws(BrokerFault) {
      let quantity = try BrokerValue.quantity(cell("Quantity"), "Quantity")
      let instrument = try instrument()
      checkDays(instrument, &sheet)
      return BrokerHolding(
        account: BrokerText.masked(account), date: date, instrument: instrument,
        quantity: quantity, entryPrice: entryPrice(&sheet), entryDate: nil,
        mark: sheet.price("Mark", row: row, cells: cells, columns: columns))
    } catch {
      sheet.report(error, row: row, columns: columns, else: "Symbol")
      return nil
    }
  }

  /// The account as the export has it; a holding shows no more than its mask.
  var account: String { cell("Account") }

  private func cell(_ name: String) -> String { cells.cell(columns.position(name.lowercased())) }

  /// The size of the trade price: a debit may carry a sign, and a credit may end in `cr`.
  private func entryPrice(_ sheet: inout StatementSheet) -> Double? {
    let name = "Trade Price"
    let words = cell(name).split(separator: " ").filter { !["cr", "db"].contains($0.lowercased()) }
    do throws(BrokerFault) {
      return try BrokerValue.number(words.joined(separator: " "), name).map(abs)
    } catch {
      sheet.report(
        error.kept("it counts as not told"), row: row, columns: columns, else: name)
      return nil
    }
  }

  private func instrument() throws(BrokerFault) -> BrokerHolding.Instrument {
    let symbol = cell("Symbol")
    let type = cell("Type").uppercased()
    guard !symbol.isEmpty else {
      throw BrokerFault(
        message: "Symbol is empty", remedy: "Export the positions again, or correct the row.",
        code: .missingValue, column: "Symbol")
    }
    if symbol.hasPrefix("./") || symbol.hasPrefix("/") && type.contains("OPTION") {
      return .other(symbol: symbol, category: "option on a future")
    }
    if symbol.hasPrefix("/") { return .future(symbol: symbol, expiration: nil, multiplier: nil) }
    if type.contains("CRYPTO") { return .other(symbol: symbol, category: "cryptocurrency") }
    let names = "Exp Date, Strike Price or Call/Put"
    let terms = try terms()
    if let parsed = Self.parsed(symbol) {
      return try terms.instrument(
        of: parsed, multiplier: 100, name: "the symbol", columns: names)
    }
    let isOption = terms.strike != nil || terms.right != nil || type.contains("OPTION")
    guard isOption else { return .equity(symbol: symbol) }
    return try terms.instrument(
      underlying: symbol, multiplier: 100, contracts: contracts, columns: names)
  }

  /// The terms of the columns; an expiration without its year is completed by `DTE`.
  private func terms() throws(BrokerFault) -> OptionTerms {
    let name = "Exp Date"
    guard let (month, day) = BrokerText.dayOfYear(cell(name)) else {
      return try OptionTerms(
        cells, columns, names: (expiration: name, strike: "Strike Price", right: "Call/Put"))
    }
    var rest = cells
    if let position = columns.position("exp date") { rest[position] = "" }
    var terms = try OptionTerms(
      rest, columns, names: (expiration: name, strike: "Strike Price", right: "Call/Put"))
    let candidate = daysToExpiration.map { date.adding(days: $0) }
    guard let candidate, candidate.month == month, candidate.day == day else {
      throw BrokerFault(
        message: "Exp Date has no year, and DTE does not tell it: \(ShownText.quoted(cell(name)))",
        remedy: "Show the column DTE in the platform and export again on the day of the positions.",
        code: .invalidDate, column: name)
    }
    terms.expiration = candidate
    return terms
  }

  /// `30` or `30d`, at most five digits.
  private var daysToExpiration: Int? {
    let digits = cell("DTE").prefix { $0.isASCII && $0.isNumber }
    guard (1...5).contains(digits.count),
      ["", "d"].contains(cell("DTE").dropFirst(digits.count).lowercased())
    else { return nil }
    return Int(digits)
  }

  /// Compares `DTE` with the day the positions are said to be of: a wrong day shifts every count.
  private func checkDays(
    _ instrument: BrokerHolding.Instrument, _ sheet: inout StatementSheet
  ) {
    guard case .option(_, let expiration, _, _, _) = instrument, let days = daysToExpiration
    else { return }
    let counted = date.days(until: expiration)
    guard abs(counted - days) > 1 else { return }
    sheet.report(
      BrokerFault(
        message: "DTE is \(days), but from \(date) to \(expiration) there are \(counted) days; the "
          + "row is used", remedy: "Check the day of the positions.", code: .oddValue,
        action: .kept, column: "DTE"), row: row, columns: columns, else: "Symbol")
  }

  private static func parsed(_ symbol: String) -> OptionSymbol? {
    do throws(OptionSymbolError) { return try OptionSymbol(symbol) } catch { return nil }
  }
}
