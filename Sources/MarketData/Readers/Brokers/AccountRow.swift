import Quant

/// One row of a section of holdings in a thinkorswim account statement.
struct AccountRow {
  let row: Int
  let cells: [String]
  let columns: StatementColumns
  let section: String
  let account: String
  let date: CalendarDate
  let contracts: ContractCalendar

  /// The holding, `nil` when the row is left out; everything that is noticed is reported.
  func read(_ sheet: inout StatementSheet) -> BrokerHolding? {
    guard sheet.fits(row, cells, header: columns.width) else { return nil }
    do throws(BrokerFault) {
      let quantity = try BrokerValue.quantity(cells.cell(columns.position("qty")), "Qty")
      let instrument = try instrument()
      return BrokerHolding(
        account: account, date: date, instrument: instrument, quantity: quantity,
        entryPrice: sheet.price("Trade Price", row: row, cells: cells, columns: columns),
        entryDate: nil,
        mark: sheet.price("Mark", "Close Price", row: row, cells: cells, columns: columns))
    } catch {
      sheet.report(error, row: row, columns: columns, else: "Option Code")
      return nil
    }
  }

  private func instrument() throws(BrokerFault) -> BrokerHolding.Instrument {
    let symbol = cells.cell(columns.position("symbol"))
    let code = cells.cell(columns.position("option code"))
    guard !symbol.isEmpty || !code.isEmpty else {
      throw BrokerFault(
        message: "Symbol is empty", remedy: "Export the statement again, or correct the row.",
        code: .missingValue, column: "Symbol")
    }
    switch section {
    case "Futures Options":
      return .other(symbol: code.isEmpty ? symbol : code, category: "option on a future")
    case "Futures":
      return .future(
        symbol: symbol, expiration: BrokerText.date(cells.cell(columns.position("exp"))),
        multiplier: nil)
    case "Equities": return .equity(symbol: symbol)
    default:
      guard columns.has("option code") || section == "Options" else {
        return .other(symbol: symbol, category: section.isEmpty ? "not told" : section)
      }
      return try option(symbol, code)
    }
  }

  private func option(
    _ symbol: String, _ code: String
  ) throws(BrokerFault) -> BrokerHolding.Instrument {
    let terms = try OptionTerms(
      cells, columns, names: (expiration: "Exp", strike: "Strike", right: "Type"))
    let names = "Exp, Strike or Type"
    guard !code.isEmpty else {
      return try terms.instrument(
        underlying: symbol, multiplier: 100, contracts: contracts, columns: names)
    }
    let parsed: OptionSymbol
    do throws(OptionSymbolError) {
      parsed = try OptionSymbol(code)
    } catch {
      throw BrokerFault(
        message: "Option Code is not understood: \(ShownText.quoted(code))",
        remedy: "It should read like SPXW260317P6660.", code: .invalidValue, column: "Option Code")
    }
    return try terms.instrument(
      of: parsed, multiplier: 100, name: "the option code", columns: names)
  }
}
