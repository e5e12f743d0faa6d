import Quant

/// The pass over the rows of a delayed-quotes file.
struct DelayedQuotesRows {
  private(set) var quotes: [ChainQuote] = []
  /// Rows of which at least one option was read.
  private(set) var rowCount = 0
  private var sheet: ChainSheet
  private let header: DelayedQuotesHeader
  private let date: CalendarDate
  private let underlying: Double?
  private var repeats: ChainRepeats
  private var unsupported: Set<String> = []
  private var dataRowCount = 0
  private let firstRow: Int

  /// Every fault so far.
  var problems: [Diagnostic] { sheet.problems }

  init(
    _ header: DelayedQuotesHeader, _ sheet: ChainSheet, date: CalendarDate, underlying: Double?
  ) {
    self.header = header
    self.sheet = sheet
    self.date = date
    self.underlying = underlying
    firstRow = sheet.row
    repeats = ChainRepeats(capacity: sheet.capacity)
    quotes.reserveCapacity(2 * sheet.capacity)
  }

  /// Reads to the end of the file, then looks at it as a whole.
  mutating func readAll(underlyingName: String) {
    while sheet.advance() {
      dataRowCount += 1
      if let contract = readContract() { readSides(of: contract) }
    }
    rescaleVolatilities()
    reportEmptyChain(of: underlyingName)
  }

  // MARK: The contract

  /// The call's contract; `nil` after reporting why the row has none.
  private mutating func readContract() -> OptionContract? {
    guard let call = readSymbol(header.callSymbol, .call),
      let put = readSymbol(header.putSymbol, .put)
    else { return nil }
    guard let field = sheet.field(header.expiration),
      let expiration = ChainDate.parse(sheet.table.bytes, field)
    else {
      reject(header.expiration, "is not a date: \(sheet.shown(header.expiration))", .invalidDate)
      return nil
    }
    guard case .value(let strike) = sheet.number(header.strike), strike > 0 else {
      reject(
        header.strike, "is not a price above zero: \(sheet.shown(header.strike))", .invalidNumber)
      return nil
    }
    for (symbol, column) in [(call, header.callSymbol), (put, header.putSymbol)]
    where symbol.root != call.root || !symbol.agrees(with: expiration) || symbol.strike != strike {
      reject(
        column,
        "\(sheet.shown(column)) is not the option of the row, \(call.root.rawValue) "
          + "\(expiration) \(ChainStrike.shown(strike))", .invalidValue)
      return nil
    }
    guard call.expiration >= date else {
      reject(header.expiration, "\(expiration) is before the date \(date)", .outOfTime)
      return nil
    }
    return OptionContract(
      root: call.root, expiration: call.expiration, strike: strike, right: .call)
  }

  private mutating func readSymbol(_ column: CSVColumn, _ right: OptionRight) -> ChainSymbol? {
    guard let field = sheet.field(column) else { return nil }
    switch ChainSymbol.read(sheet.table, field) {
    case .symbol(let symbol) where symbol.right == right: return symbol
    case .symbol:
      reject(column, "\(sheet.shown(column)) is not a \(right.rawValue)", .invalidValue)
    case .unsupported(let root):
      unsupported.insert(root)
      sheet.warn(
        at: sheet.location(column), ChainSymbol.unused(root),
        "Nothing needs to be done.", code: .unsupportedInstrument, action: .skipped)
    case .unreadable:
      reject(column, "\(sheet.shown(column)) is not an option symbol", .invalidValue)
    }
    return nil
  }

  private mutating func reject(_ column: CSVColumn, _ fault: String, _ code: ProblemCode) {
    sheet.reject(
      at: sheet.location(column), "\(column.name) \(fault)",
      "Download the chain again; a row that does not agree with itself is not used.", code: code)
  }

  // MARK: The quotes

  private mutating func readSides(of call: OptionContract) {
    var put = call
    put.right = .put
    let sides = (header.call.quote(in: sheet), header.put.quote(in: sheet))
    guard reportUnusable(sides.0, sides.1),
      repeats.accept(call, on: date, isPair: true, column: header.callSymbol, in: &sheet)
    else { return }
    rowCount += 1
    append(sides.0, call, header.call)
    append(sides.1, put, header.put)
  }

  private mutating func append(
    _ side: ChainSide.Quote, _ contract: OptionContract, _ columns: ChainSide
  ) {
    guard case .quoted(let bid, let ask) = side else { return }
    let quote = OptionQuote(date: date, contract: contract, bid: bid, ask: ask)
    quotes.append(columns.chainQuote(quote, underlying: underlying, in: &sheet))
  }

  /// Whether at least one side can be used; reports each that cannot.
  private mutating func reportUnusable(_ call: ChainSide.Quote, _ put: ChainSide.Quote) -> Bool {
    if case .quoted = call, case .quoted = put { return true }
    if call == .absent, put == .absent {
      sheet.warn(
        at: sheet.location(header.callSymbol),
        "neither the call nor the put has a bid or an ask; the row is skipped",
        "Nothing needs to be done.", code: .missingValue, action: .skipped)
      return false
    }
    var isUsable = false
    if case .quoted = call { isUsable = true }
    if case .quoted = put { isUsable = true }
    for (side, column, name) in [
      (call, header.callSymbol, "call"), (put, header.putSymbol, "put"),
    ] {
      report(side, column, name, isUsable: isUsable)
    }
    return isUsable
  }

  private mutating func report(
    _ side: ChainSide.Quote, _ symbol: CSVColumn, _ name: String, isUsable: Bool
  ) {
    let action = isUsable ? RowAction.kept : .rejected
    let outcome = isUsable ? "the \(name) is left out" : "the row is not used"
    switch side {
    case .quoted: break
    case .absent:
      sheet.warn(
        at: sheet.location(symbol), "the \(name) has neither a bid nor an ask; \(outcome)",
        "Nothing needs to be done.", code: .missingValue, action: action)
    case .fault(let fault): sheet.append(fault.diagnostic(outcome: outcome, action: action))
    }
  }

  // MARK: The file as a whole

  /// Divides volatilities in percent by 100: a median above 3 per square root of a year is one.
  private mutating func rescaleVolatilities() {
    let known = quotes.compactMap(\.vendorVolatility).sorted()
    guard !known.isEmpty, known[known.count / 2] > 3 else { return }
    for index in quotes.indices {
      quotes[index].vendorVolatility = quotes[index].vendorVolatility.map { $0 / 100 }
    }
    sheet.warn(
      at: sheet.table.location(row: header.row, field: header.call.volatility.position ?? 0),
      "the implied volatilities are in percent; they are divided by 100",
      "Nothing needs to be done.", code: .rescaled, action: .kept)
  }

  private mutating func reportEmptyChain(of underlyingName: String) {
    let place = sheet.table.location(row: 0, field: 0)
    if dataRowCount == 0, sheet.row == firstRow {
      sheet.fail(
        at: place, "the file has a header but no rows", "Download the chain again.",
        code: .emptyFile)
    } else if rowCount == 0, !unsupported.isEmpty {
      let roots = unsupported.sorted().prefix(5).joined(separator: ", ")
      sheet.fail(
        at: place,
        "nothing is read from this chain of \(ShownText.quoted(underlyingName)): its options are "
          + "\(roots)", "Download the chain of SPX or VIX; options of SPX, SPXW and VIX are read.",
        code: .unsupportedInstrument)
    }
  }
}
