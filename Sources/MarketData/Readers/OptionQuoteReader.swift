public import Quant

/// Reads closing option quotes: `date,root,expiration,strike,right,bid,ask`.
///
/// `right` is `call` or `put` (also `C`, `P`); bid and ask are in index points, a bid of 0 means
/// that there is none, and the bid is never above the ask. Rows ascend by date, and a contract
/// appears once a date. About 15,000 rows take a few milliseconds.
public enum OptionQuoteReader {
  /// Date and contract, in the order in which files list them.
  private struct Key: Hashable, Comparable {
    let date: Int
    let root: Int
    let expiration: Int
    let strike: Double
    let right: Int

    init(_ date: CalendarDate, _ contract: OptionContract) {
      self.date = date.dayNumber
      root =
        switch contract.root {
        case .spx: 0
        case .spxw: 1
        case .vix: 2
        }
      expiration = contract.expiration.dayNumber
      strike = contract.strike
      right = contract.right == .put ? 0 : 1
    }

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.date, lhs.root, lhs.expiration, lhs.strike, lhs.right)
        < (rhs.date, rhs.root, rhs.expiration, rhs.strike, rhs.right)
    }
  }

  private static let layout = CSVLayout(
    required: ["date", "root", "expiration", "strike", "right", "bid", "ask"])
  private static let rights = CSVChoice<OptionRight>([
    ("call", .call), ("put", .put), ("C", .call), ("P", .put),
  ])

  /// The quotes of the file in file order; rows with a fault are left out and reported.
  ///
  /// `roots` are the option classes this file may hold; any other is a fault.
  public static func read(
    _ bytes: [UInt8], file: String, roots: [OptionRoot] = OptionRoot.allCases,
    into problems: inout [Diagnostic]
  ) -> [OptionQuote] {
    let rootNames = CSVChoice(roots.map { ($0.rawValue, $0) })
    var sheet = CSVSheet(bytes, file: file, layout: layout)
    let dateColumn = sheet.column("date")
    let rootColumn = sheet.column("root")
    let expirationColumn = sheet.column("expiration")
    let strikeColumn = sheet.column("strike")
    let rightColumn = sheet.column("right")
    let bidColumn = sheet.column("bid")
    let askColumn = sheet.column("ask")
    var order = DateOrder<Key>()
    var records: [OptionQuote] = []
    records.reserveCapacity(sheet.capacity)
    while sheet.advance() {
      let date = sheet.date(dateColumn)
      let root = sheet.choice(rootColumn, rootNames)
      let expiration = sheet.date(expirationColumn)
      let strike = sheet.number(strikeColumn, .price)
      let right = sheet.choice(rightColumn, rights)
      let bid = sheet.number(bidColumn, .quote)
      let ask = sheet.number(askColumn, .quote)
      guard let date, let root, let expiration, let strike, let right else { continue }
      let contract = OptionContract(
        root: root, expiration: expiration, strike: strike, right: right)
      guard
        order.accept(
          Key(date, contract), date: date, column: dateColumn, in: &sheet,
          name: "\(date) \(name(contract))"),
        sheet.checkNotExpired(expirationColumn, expiration, on: date), let bid, let ask
      else { continue }
      guard bid <= ask else {
        sheet.report(
          bidColumn, "bid \(sheet.shown(bidColumn)) is above ask \(sheet.shown(askColumn))",
          "A crossed quote cannot be used; correct the row or remove it.", code: .crossedQuote)
        continue
      }
      records.append(OptionQuote(date: date, contract: contract, bid: bid, ask: ask))
    }
    order.finish(in: &sheet)
    problems += sheet.problems
    return records
  }

  private static func name(_ contract: OptionContract) -> String {
    let strike = Int(exactly: contract.strike).map(String.init) ?? String(contract.strike)
    return "\(contract.root.rawValue) \(contract.expiration) \(strike) \(contract.right.rawValue)"
  }
}
