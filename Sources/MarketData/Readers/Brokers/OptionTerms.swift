import Quant

/// What a statement's columns tell of an option beside its symbol; `nil` where they tell nothing.
struct OptionTerms {
  var expiration: CalendarDate?
  /// The month alone, where the statement writes no day.
  var month: CalendarDate?
  var strike: Double?
  var right: OptionRight?

  /// Creates terms; `nil` tells nothing.
  init(expiration: CalendarDate?, strike: Double?, right: OptionRight?) {
    self.expiration = expiration
    self.strike = strike
    self.right = right
  }

  /// Whether nothing here contradicts a symbol.
  ///
  /// The date may be that of the symbol, the session before a symbol's Saturday, or the session
  /// before the expiration, which is the last day of trading of a morning-settled option.
  func agree(with symbol: OptionSymbol) -> Bool {
    let settled = Self.expiration(of: symbol)
    let dates = [symbol.expiration, settled, ExchangeCalendar.nyse.previous(before: settled)]
    let sameMonth = month.map { month in
      dates.contains { ($0.year, $0.month) == (month.year, month.month) }
    }
    return expiration.map(dates.contains) ?? true && sameMonth ?? true
      && strike.map { $0 == symbol.strike } ?? true && right.map { $0 == symbol.right } ?? true
  }

  /// Reads the cells of a row; an empty cell tells nothing.
  ///
  /// - Parameters:
  ///   - cells: the row.
  ///   - columns: the header.
  ///   - names: the columns of expiration, strike and right.
  /// - Throws: the fault of a cell that is neither empty nor what it should be.
  init(
    _ cells: [String], _ columns: StatementColumns,
    names: (expiration: String, strike: String, right: String)
  ) throws(BrokerFault) {
    let text = { (name: String) in cells.cell(columns.position(name.lowercased())) }
    let expirationText = text(names.expiration)
    expiration = BrokerText.date(expirationText)
    month = expiration == nil ? BrokerText.month(expirationText) : nil
    guard expiration != nil || month != nil || expirationText.isEmpty else {
      throw Self.fault(names.expiration, "a date", expirationText, .invalidDate)
    }
    strike = try BrokerValue.positive(text(names.strike), names.strike)
    right = BrokerText.right(text(names.right))
    guard right != nil || text(names.right).isEmpty else {
      throw Self.fault(names.right, "CALL or PUT", text(names.right), .invalidValue)
    }
  }

  private static func fault(
    _ name: String, _ what: String, _ text: String, _ code: ProblemCode
  ) -> BrokerFault {
    BrokerFault(
      message: "\(name) is not \(what): \(ShownText.quoted(text))",
      remedy: "Export the statement again, or correct the row.", code: code, column: name)
  }

  /// The day the option of a symbol expires: the session before a Saturday, which S&P 500 monthlies
  /// carried until January 2015, else the symbol's date.
  static func expiration(of symbol: OptionSymbol) -> CalendarDate {
    symbol.expiration.weekday == .saturday
      ? ExchangeCalendar.nyse.previous(before: symbol.expiration) : symbol.expiration
  }

  /// The option of a symbol, when nothing contradicts it.
  func instrument(
    of symbol: OptionSymbol, multiplier: Double, name: String, columns: String
  ) throws(BrokerFault) -> BrokerHolding.Instrument {
    guard agree(with: symbol) else {
      throw BrokerFault(
        message: "\(name) \(ShownText.quoted(symbol.description)) disagrees with \(columns)",
        remedy: "Export the statement again, or correct the row.", code: .invalidValue)
    }
    return .option(
      root: symbol.root, expiration: Self.expiration(of: symbol), strike: symbol.strike,
      right: symbol.right, multiplier: multiplier)
  }

  /// The option of an underlying whose symbol the statement does not give.
  ///
  /// - Parameters:
  ///   - underlying: its symbol.
  ///   - multiplier: units of the underlying a contract delivers.
  ///   - contracts: the calendar that tells monthly expirations.
  ///   - columns: the columns of expiration, strike and right, for the message.
  /// - Returns: the option.
  /// - Throws: the fault of a row that lacks a term or leaves the class open.
  func instrument(
    underlying: String, multiplier: Double, contracts: ContractCalendar, columns: String
  ) throws(BrokerFault) -> BrokerHolding.Instrument {
    guard let expiration, let strike, let right else {
      throw BrokerFault(
        message: "the option of \(ShownText.quoted(underlying)) has no option symbol and lacks "
          + columns, remedy: "Export the positions again with these columns.", code: .missingValue)
    }
    switch OptionClass.of(underlying, expiring: expiration, contracts: contracts) {
    case .unclear(let fault): throw fault
    case .root(let root):
      return .option(
        root: root, expiration: expiration, strike: strike, right: right, multiplier: multiplier)
    }
  }
}
