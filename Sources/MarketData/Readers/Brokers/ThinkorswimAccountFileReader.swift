import Quant

/// A thinkorswim account statement: its sections `Options`, `Futures Options` and `Equities`.
///
/// The section's header names its columns; older statements say `Close Price` for `Mark`. The option
/// code (`SPXW260317P6660`) tells the class and must agree with expiration, strike and type. Other
/// sections (cash, orders, trades) are no holdings. The date is the last day of the statement.
enum ThinkorswimAccountFileReader: FileReader {
  static let kind = FileKind.thinkorswimAccount
  static let shape = "Symbol,Option Code,Exp,Strike,Type,Qty,Trade Price,Mark,Mark Value"

  static func recognises(_ sample: FileSample) -> Bool {
    sample.lines.first?.contains("Account Statement for") == true
  }

  static func read(_ bytes: [UInt8], file: String, context: ReadingContext) -> FileReading {
    var sheet = StatementSheet(bytes, file: file)
    var title: (account: String, date: CalendarDate)?
    var section = Section.none
    var holdings: [BrokerHolding] = []
    for row in sheet.rows {
      let cells = sheet.cells(row)
      if title == nil {
        title = Self.title(cells.joined(separator: ","))
        sheet.skip(row, "a title")
        continue
      }
      guard let title else { continue }
      if let next = Section(heading: cells) {
        section = next
        sheet.skip(row, "the heading of a section")
        continue
      }
      if section.takesHeader(cells) {
        sheet.skip(row, "the header of a section")
        continue
      }
      if section.isHoldings, cells.contains("OVERALL TOTALS") {
        sheet.skip(row, "a total")
        section = .none
        continue
      }
      guard let columns = section.columns else {
        sheet.skip(row, "of a section without holdings")
        continue
      }
      let holding = AccountRow(
        row: row, cells: cells, columns: columns, isOfFutures: section.isOfFutures, title: title)
      if let holding = holding.read(&sheet) { holdings.append(holding) }
    }
    if title == nil, sheet.rows.count > 0 {
      sheet.refuse(
        "the first line does not tell the days of the statement",
        "Export the statement again with its title.", code: .invalidDate)
    }
    return OwnFileReaders.reading(
      kind, .holdings(holdings), file: file, dates: holdings.map(\.date),
      symbols: holdings.map(\.symbol), problems: sheet.problems)
  }

  /// `Account Statement for 123456SCHW (ira) since 3/10/26 through 3/17/26`.
  private static func title(_ line: String) -> (account: String, date: CalendarDate)? {
    let words = line.split(separator: " ").map(String.init)
    guard let start = words.firstIndex(of: "for"), start + 1 < words.count,
      let last = words.lastIndex(where: { ["through", "on"].contains($0) }), last + 1 < words.count,
      let date = BrokerText.date(words[last + 1])
    else { return nil }
    return (BrokerText.masked(words[start + 1]), date)
  }

  /// The part of the statement that is being read.
  private struct Section {
    static let none = Section(isHoldings: false, isOfFutures: false)

    private(set) var isHoldings: Bool
    let isOfFutures: Bool
    private(set) var columns: StatementColumns?

    private init(isHoldings: Bool, isOfFutures: Bool) {
      self.isHoldings = isHoldings
      self.isOfFutures = isOfFutures
    }

    /// The section that a line opens; `nil` when it is no heading.
    init?(heading cells: [String]) {
      guard cells.dropFirst().allSatisfy(\.isEmpty), let name = cells.first else { return nil }
      switch name {
      case "Options", "Equities": self.init(isHoldings: true, isOfFutures: false)
      case "Futures Options", "Futures": self.init(isHoldings: true, isOfFutures: true)
      default:
        guard name.allSatisfy({ $0.isLetter || " &/-".contains($0) }) else { return nil }
        self = .none
      }
    }

    /// Takes the header of a section of holdings.
    mutating func takesHeader(_ cells: [String]) -> Bool {
      guard isHoldings, columns == nil else { return false }
      let names = StatementColumns(cells)
      guard names.has("symbol", "qty") else { return false }
      columns = names
      return true
    }
  }
}

/// One row of a section of holdings.
private struct AccountRow {
  let row: Int
  let cells: [String]
  let columns: StatementColumns
  let isOfFutures: Bool
  let title: (account: String, date: CalendarDate)

  func read(_ sheet: inout StatementSheet) -> BrokerHolding? {
    let position = columns.position("qty")
    let text = cells.cell(position)
    guard let parsed = BrokerText.number(text), let quantity = parsed, quantity != 0 else {
      sheet.reject(
        row, field: position ?? 0, "Qty is not a number other than zero: \(ShownText.quoted(text))",
        "Export the statement again, or correct the row.", code: .invalidNumber)
      return nil
    }
    guard let instrument = instrument(&sheet) else { return nil }
    return BrokerHolding(
      account: title.account, date: title.date, instrument: instrument, quantity: quantity,
      entryPrice: price("trade price"), entryDate: nil, mark: price("mark", "close price"))
  }

  private func price(_ first: String, _ second: String? = nil) -> Double? {
    let position = columns.position(first) ?? second.flatMap { columns.position($0) }
    return BrokerText.number(cells.cell(position)) ?? nil
  }

  private func instrument(_ sheet: inout StatementSheet) -> BrokerHolding.Instrument? {
    let symbol = cells.cell(columns.position("symbol"))
    guard let code = columns.position("option code") else {
      return isOfFutures
        ? .future(symbol: symbol, expiration: nil, multiplier: 1) : .equity(symbol: symbol)
    }
    guard !isOfFutures else {
      return .other(symbol: cells.cell(code), category: "option on a future")
    }
    let expiration = BrokerText.date(cells.cell(columns.position("exp")))
    let strike = BrokerText.number(cells.cell(columns.position("strike"))) ?? nil
    let right = BrokerText.right(cells.cell(columns.position("type")))
    let parsed: OptionSymbol
    do {
      parsed = try OptionSymbol(cells.cell(code))
    } catch {
      sheet.reject(
        row, field: code,
        "the option code is not understood: \(ShownText.quoted(cells.cell(code)))",
        "It should read like SPXW260317P6660.")
      return nil
    }
    guard parsed.expiration == expiration, parsed.strike == strike, parsed.right == right else {
      sheet.reject(
        row, field: code,
        "the option code \(ShownText.quoted(cells.cell(code))) disagrees with Exp, Strike or Type",
        "Export the statement again, or correct the row.")
      return nil
    }
    return .option(
      root: parsed.root, expiration: parsed.expiration, strike: parsed.strike,
      right: parsed.right, multiplier: 100)
  }
}
