import Quant

/// The rows of a thinkorswim position statement, underlying by underlying.
///
/// A group opens with its symbol. Under it come a row of the underlying itself, whose quantity is 0
/// when none is held, and the legs. A group of futures repeats their quantity in its first row.
struct PositionGroups {
  private(set) var holdings: [BrokerHolding] = []
  private let account: String
  private let date: CalendarDate
  private let contracts: ContractCalendar
  private var columns: StatementColumns?
  private var symbol = ""
  /// The first row of a group of futures, which counts only when no row follows in the group.
  private var pending: (row: Int, cells: [String])?

  init(account: String, date: CalendarDate, contracts: ContractCalendar) {
    self.account = account
    self.date = date
    self.contracts = contracts
  }

  /// Whether a header was found.
  var hasHeader: Bool { columns != nil }

  /// Takes the next row.
  mutating func take(_ row: Int, _ sheet: inout StatementSheet) {
    let cells = sheet.cells(row)
    let names = StatementColumns(cells)
    if names.has("instrument", "qty") {
      close(&sheet)
      columns = names
      symbol = ""
      return
    }
    guard let columns, !isTitle(cells) else {
      close(&sheet)
      return sheet.skip(row, "a title")
    }
    if isTotal(cells, columns) {
      close(&sheet)
      return sheet.skip(row, "a total")
    }
    guard sheet.fits(row, cells, header: columns.width) else { return }
    let name = cells.cell(columns.position("instrument"))
    let isFuture = name.hasPrefix("/")
    guard isFuture || cells.cell(columns.position("qty")).isEmpty else {
      return hold(row, cells, columns, name, &sheet)
    }
    close(&sheet)
    symbol = name
    if isFuture {
      pending = (row, cells)
    } else {
      sheet.skip(row, "the heading of \(ShownText.quoted(name))")
    }
  }

  /// Ends a group: the first row of a group of futures is the holding when none followed.
  mutating func close(_ sheet: inout StatementSheet) {
    guard let columns, let first = pending else { return }
    pending = nil
    let quantity = first.cells.cell(columns.position("qty"))
    guard !quantity.isEmpty else {
      return sheet.skip(first.row, "the heading of \(ShownText.quoted(symbol))")
    }
    hold(first.row, first.cells, columns, symbol, &sheet)
  }

  private mutating func hold(
    _ row: Int, _ cells: [String], _ columns: StatementColumns, _ name: String,
    _ sheet: inout StatementSheet
  ) {
    if let first = pending {
      pending = nil
      sheet.skip(first.row, "the heading of \(ShownText.quoted(symbol))")
    }
    do throws(BrokerFault) {
      let quantity = try BrokerValue.quantity(cells.cell(columns.position("qty")), "Qty")
      let leg = PositionLeg(name: name, group: symbol, contracts: contracts)
      let holding = BrokerHolding(
        account: account, date: date, instrument: try leg.instrument(), quantity: quantity,
        entryPrice: sheet.price("Trade Price", row: row, cells: cells, columns: columns),
        entryDate: nil, mark: sheet.price("Mark", row: row, cells: cells, columns: columns))
      sheet.noteRepeat(holding, row: row)
      holdings.append(holding)
    } catch {
      sheet.report(error, row: row, columns: columns, else: "Instrument")
    }
  }

  /// The name of the user's own group, or the title of the statement.
  private func isTitle(_ cells: [String]) -> Bool {
    cells.dropFirst().allSatisfy(\.isEmpty) && cells.count == 1
      || cells.cell(0).hasPrefix("Position Statement for ")
  }

  /// A name and an amount of dollars after the last group.
  private func isTotal(_ cells: [String], _ columns: StatementColumns) -> Bool {
    cells.count == 2 && (columns.width > 2 || cells[1].contains("$"))
  }
}
