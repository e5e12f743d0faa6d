public import Quant

/// Reads the positions of a book: `symbol,quantity,entry_price,entry_date`.
///
/// The symbol is an OSI option symbol, the quantity a whole number of contracts (negative is
/// short), the entry price is in index points per unit and never negative. One contract may come in
/// several lots. A file with only a header is a book without positions. VIX options are read and
/// warned about, once a file: the book cannot be valued with them.
public enum PositionReader {
  private static let layout = CSVLayout(
    required: ["symbol", "quantity", "entry_price", "entry_date"], allowsNoRows: true)

  /// The positions of the file in file order; rows with a fault are left out and reported.
  ///
  /// When `date` is given, the file describes the book after the close of that date: positions
  /// entered later or already expired are faults.
  public static func read(
    _ bytes: [UInt8], file: String, asOf date: CalendarDate? = nil,
    into problems: inout [Diagnostic]
  ) -> [Position] {
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let symbolColumn = sheet.column("symbol")
    let quantityColumn = sheet.column("quantity")
    let priceColumn = sheet.column("entry_price")
    let dateColumn = sheet.column("entry_date")
    var records: [Position] = []
    var foreign: SourceLocation?
    while sheet.advance() {
      let contract = sheet.contract(symbolColumn)
      if contract?.root == .vix, foreign == nil { foreign = sheet.location(symbolColumn) }
      let quantity = sheet.quantity(quantityColumn)
      let price = sheet.number(priceColumn, .quote)
      let entryDate = sheet.date(dateColumn)
      let isOpen = sheet.checkOpen(
        contract, symbolColumn, entered: entryDate, dateColumn, asOf: date)
      guard let contract, let quantity, let price, let entryDate, isOpen else { continue }
      records.append(
        Position(contract: contract, quantity: quantity, entryPrice: price, entryDate: entryDate))
    }
    if let foreign {
      sheet.warn(
        at: foreign,
        "a VIX option is no leg of an index book: while one is open, the book’s vega is not known "
          + "and no hedge is sized",
        "Remove the rows of VIX options to have the book hedged; the hedge’s own calls are kept by "
          + "the build, and calls held elsewhere are not counted.")
    }
    problems += sheet.problems
    return records
  }
}

extension CSVSheet {
  fileprivate mutating func contract(_ column: CSVColumn) -> OptionContract? {
    guard let text = text(column) else { return nil }
    do {
      return try OptionSymbol.parse(text)
    } catch {
      let symbol = ShownText.quoted(text)
      let form = "Write root, expiration, right and strike, such as \"SPXW  160115P01900000\"."
      switch error {
      case .unsupportedRoot(let root):
        let known = OptionRoot.allCases.map(\.rawValue).joined(separator: ", ")
        report(
          column, "unknown option root \(ShownText.quoted(root)) in symbol \(symbol)",
          "Known roots are \(known).")
      case .invalidDate(let digits):
        report(column, "no date \(ShownText.quoted(digits)) for the symbol \(symbol)", form)
      case .invalidStrike(let digits):
        report(column, "no strike \(ShownText.quoted(digits)) for the symbol \(symbol)", form)
      case .malformed:
        report(column, "symbol is not an OSI option symbol: \(symbol)", form)
      }
      return nil
    }
  }

  fileprivate mutating func quantity(_ column: CSVColumn) -> Int? {
    guard let quantity = integer(column) else { return nil }
    guard quantity != 0 else {
      report(
        column, "quantity is zero", "Remove the row, or write the number of contracts held.")
      return nil
    }
    return quantity
  }

  fileprivate mutating func checkOpen(
    _ contract: OptionContract?, _ symbolColumn: CSVColumn, entered: CalendarDate?,
    _ dateColumn: CSVColumn, asOf date: CalendarDate?
  ) -> Bool {
    var isOpen = true
    if let entered, let date, entered > date {
      report(
        dateColumn, "entry_date \(entered) is after the date of the book, \(date)",
        "Correct the date, or move the row to a later file.")
      isOpen = false
    }
    if let contract, let date, contract.expiration <= date {
      report(
        symbolColumn,
        "the contract expired on \(contract.expiration) and is not in the book "
          + "after the close of \(date)", "Remove the row.")
      isOpen = false
    }
    if let contract, let entered, entered > contract.expiration {
      report(
        dateColumn, "entry_date \(entered) is after the expiration \(contract.expiration)",
        "Correct the date or the symbol.")
      isOpen = false
    }
    return isOpen
  }
}
