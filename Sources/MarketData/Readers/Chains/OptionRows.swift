import Quant

/// The pass over a chain's file with one option a row.
struct OptionRows {
  private(set) var quotes: [ChainQuote] = []
  private var sheet: ChainSheet
  private let columns: OptionRowColumns
  private var repeats: ChainRepeats
  private var unsupported: Set<String> = []

  /// Every fault so far.
  var problems: [Diagnostic] { sheet.problems }

  init(_ columns: OptionRowColumns, _ sheet: ChainSheet) {
    self.columns = columns
    self.sheet = sheet
    repeats = ChainRepeats(capacity: sheet.capacity)
    quotes.reserveCapacity(sheet.capacity)
  }

  /// Reads to the end of the file.
  mutating func readAll() {
    let headerRow = sheet.row
    while sheet.advance() {
      if let (date, contract) = option() { read(contract, on: date) }
    }
    let place = sheet.table.location(row: headerRow, field: 0)
    if sheet.row == headerRow {
      sheet.fail(
        at: place, "the file has a header but no rows", "Download the quotes again.",
        code: .emptyFile)
    } else if quotes.isEmpty, !unsupported.isEmpty {
      let roots = unsupported.sorted().prefix(5).joined(separator: ", ")
      sheet.fail(
        at: place, "nothing is read from this file: its options are \(roots)",
        "Options of SPX, SPXW and VIX are read; download one of those.",
        code: .unsupportedInstrument)
    }
  }

  /// The date and contract of the current row; `nil` after reporting why it has none.
  private mutating func option() -> (date: CalendarDate, contract: OptionContract)? {
    guard let root = readRoot(), let date = readDate(columns.date),
      let expiration = readDate(columns.expiration)
    else { return nil }
    guard case .value(let strike) = sheet.number(columns.strike), ChainStrike.isListed(strike)
    else {
      reject(
        columns.strike, "is not a strike: \(sheet.shown(columns.strike))", .invalidNumber)
      return nil
    }
    guard let right = readRight() else {
      reject(
        columns.right, "is neither call nor put: \(sheet.shown(columns.right))", .invalidValue)
      return nil
    }
    let contract = OptionContract(
      root: root.root, expiration: ChainSymbol.expiration(ofDate: expiration), strike: strike,
      right: right)
    if let symbol = root.symbol,
      symbol.right != right || symbol.strike != strike || !symbol.agrees(with: expiration)
    {
      reject(
        columns.root,
        "\(sheet.shown(columns.root)) is not the option of the row, \(expiration) "
          + "\(ChainStrike.shown(strike)) \(right.rawValue)", .invalidValue)
      return nil
    }
    guard contract.expiration >= date else {
      reject(columns.expiration, "\(expiration) is before the date \(date)", .outOfTime)
      return nil
    }
    return (date, contract)
  }

  /// The option class, which some vendors write as the whole symbol.
  private mutating func readRoot() -> (root: OptionRoot, symbol: ChainSymbol?)? {
    guard let field = sheet.field(columns.root) else { return nil }
    if let root = ChainSymbol.root(
      sheet.table.bytes, from: Int(field.start), to: Int(field.end))
    {
      return (root, nil)
    }
    let text = sheet.text(columns.root)
    switch ChainSymbol.read(sheet.table, field) {
    case .symbol(let symbol): return (symbol.root, symbol)
    case .unsupported(let root): skip(root)
    case .unreadable where Self.isRoot(text): skip(text)
    case .unreadable:
      reject(columns.root, "\(sheet.shown(columns.root)) is not an option class", .invalidValue)
    }
    return nil
  }

  private static func isRoot(_ text: String) -> Bool {
    (1...6).contains(text.utf8.count)
      && text.utf8.allSatisfy { ASCII.isDigit($0) || (0x61...0x7A).contains(ASCII.lowercased($0)) }
  }

  private mutating func skip(_ root: String) {
    unsupported.insert(root)
    sheet.warn(
      at: sheet.location(columns.root), ChainSymbol.unused(root),
      "Nothing needs to be done.", code: .unsupportedInstrument, action: .skipped)
  }

  private mutating func readDate(_ column: CSVColumn) -> CalendarDate? {
    guard let field = sheet.field(column) else { return nil }
    if let date = ChainDate.parse(sheet.table.bytes, field), (1990...2199).contains(date.year) {
      return date
    }
    reject(column, "is not a date from 1990 to 2199: \(sheet.shown(column))", .invalidDate)
    return nil
  }

  /// `c`, `C` or `call`, and the same for puts.
  private func readRight() -> OptionRight? {
    guard let field = sheet.field(columns.right) else { return nil }
    let bytes = sheet.table.bytes[Int(field.start)..<Int(field.end)]
    for right in OptionRight.allCases {
      let name = right.rawValue.utf8
      guard bytes.count == 1 || bytes.count == name.count else { continue }
      if zip(name, bytes).allSatisfy({ $0 == ASCII.lowercased($1) }) { return right }
    }
    return nil
  }

  private mutating func read(_ contract: OptionContract, on date: CalendarDate) {
    switch columns.side.quote(in: sheet) {
    case .absent:
      sheet.warn(
        at: sheet.location(columns.side.bid),
        "the option has neither a bid nor an ask; the row is skipped", "Nothing needs to be done.",
        code: .missingValue, action: .skipped)
    case .fault(let fault):
      sheet.append(fault.diagnostic(outcome: "the row is not used", action: .rejected))
    case .quoted(let bid, let ask):
      guard
        repeats.accept(contract, on: date, isPair: false, column: columns.root, in: &sheet)
      else { return }
      let underlying = columns.underlying.value(in: &sheet)
      quotes.append(
        columns.side.chainQuote(
          OptionQuote(date: date, contract: contract, bid: bid, ask: ask), underlying: underlying,
          in: &sheet))
    }
  }

  private mutating func reject(_ column: CSVColumn, _ fault: String, _ code: ProblemCode) {
    sheet.reject(
      at: sheet.location(column), "\(column.name) \(fault)",
      "Check the row against its source, or download the file again.", code: code)
  }
}
