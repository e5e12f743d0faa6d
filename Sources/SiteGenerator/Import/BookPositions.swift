import MarketData
import Quant

/// A statement's holdings as a book stores them: what the method works with, and the rest.
struct BookPositions {
  /// The date of the statement.
  let date: CalendarDate
  /// SPX, SPXW and VIX options, one row a contract.
  private(set) var positions: [Position] = []
  /// Everything else, with the reason.
  private(set) var others: [OtherHolding] = []
  /// Contracts whose day of entry the statement does not tell; the statement's date stands in.
  private(set) var assumedEntryDates = 0
  /// The number of accounts added together.
  private(set) var accounts = 0
  /// Contracts with long and short lots, whose net is listed apart because it has no entry price.
  private(set) var netted: [(contract: OptionContract, quantity: Int)] = []

  /// Gathers the holdings of one date, lots of a contract and several accounts added together.
  ///
  /// The entry price of added lots is their average weighted by quantity, the entry date the first.
  /// Lots of both signs are netted: which of them are closed is not known, and so neither is the entry
  /// price of what is left, which is listed among the others. An average would be a made-up price.
  init(_ holdings: [BrokerHolding], on date: CalendarDate) {
    self.date = date
    accounts = Set(holdings.map(\.account)).count
    var lots: [OptionContract: [(quantity: Int, holding: BrokerHolding, price: Double)]] = [:]
    var order: [OptionContract] = []
    for holding in holdings {
      guard let contract = holding.contract else {
        add(holding, Self.reason(holding))
        continue
      }
      guard let quantity = Int(exactly: holding.quantity), quantity != 0 else {
        add(holding, "not a whole number of contracts")
        continue
      }
      guard contract.expiration > date else {
        add(holding, "expired by the date of the statement")
        continue
      }
      guard let price = holding.entryPrice, price >= 0 else {
        add(holding, "the statement does not tell the entry price")
        continue
      }
      if lots[contract] == nil { order.append(contract) }
      lots[contract, default: []].append((quantity, holding, price))
    }
    for contract in order.sorted() { combine(contract, lots[contract] ?? []) }
  }

  private mutating func combine(
    _ contract: OptionContract,
    _ lots: [(quantity: Int, holding: BrokerHolding, price: Double)]
  ) {
    // Wide enough for the sum of any quantities.
    guard let total = Int(exactly: lots.reduce(Int128(0)) { $0 + Int128($1.quantity) }) else {
      for lot in lots { add(lot.holding, "more contracts than can be counted") }
      return
    }
    guard total != 0 else {
      for lot in lots { add(lot.holding, "lots that cancel each other") }
      return
    }
    guard lots.allSatisfy({ ($0.quantity < 0) == (total < 0) }) else {
      return net(contract, total, of: lots.map(\.holding))
    }
    let weight = lots.reduce(0.0) { $0 + abs(Double($1.quantity)) }
    var price = lots.reduce(0.0) { $0 + $1.price * abs(Double($1.quantity)) } / weight
    // One price stays as it was quoted; an average has no more than six decimals to tell.
    if let only = lots.first?.price, lots.allSatisfy({ $0.price == only }) {
      price = only
    } else if price < 1e9 {
      price = (price * 1e6).rounded() / 1e6
    }
    let dates = lots.compactMap(\.holding.entryDate).filter { $0 <= date }
    if dates.count < lots.count { assumedEntryDates += 1 }
    positions.append(
      Position(
        contract: contract, quantity: total, entryPrice: price, entryDate: dates.min() ?? date))
  }

  private mutating func net(
    _ contract: OptionContract, _ total: Int, of lots: [BrokerHolding]
  ) {
    guard var rest = lots.first else { return }
    rest.quantity = Double(total)
    add(rest, "net of long and short lots, whose entry price is not known")
    netted.append((contract, total))
  }

  private static func reason(_ holding: BrokerHolding) -> String {
    if case .option("VIXW", _, _, _, _) = holding.instrument {
      return "a weekly VIX option; the layers are monthly ones"
    }
    return "not an SPX, SPXW or VIX option"
  }

  private mutating func add(_ holding: BrokerHolding, _ reason: String) {
    let kind: String
    var symbol = holding.symbol
    switch holding.instrument {
    case .option(_, let expiration, let strike, let right, _):
      kind = "option"
      symbol += " \(expiration) \(CSVText.number(strike)) \(right == .call ? "call" : "put")"
    case .equity: kind = "equity"
    case .future: kind = "future"
    case .other(_, let category): kind = category
    }
    others.append(
      OtherHolding(
        kind: kind, symbol: symbol, quantity: holding.quantity, currency: holding.currency,
        reason: reason))
  }

  /// The text of the positions file.
  var positionsText: String {
    let rows = positions.map { position in
      [
        OptionSymbol.format(position.contract), String(position.quantity),
        CSVText.number(position.entryPrice), position.entryDate.description,
      ]
    }
    return Self.text(["symbol", "quantity", "entry_price", "entry_date"], rows)
  }

  /// The text of the file of other holdings; `nil` when there is none.
  var othersText: String? {
    others.isEmpty ? nil : Self.text(of: others)
  }

  /// A table of other holdings; without any it is the header alone.
  static func text(of others: [OtherHolding]) -> String {
    let rows = others.map {
      [$0.kind, $0.symbol, CSVText.number($0.quantity), $0.currency, $0.reason]
    }
    return text(OtherHoldingReader.columns, rows)
  }

  private static func text(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(CSVText.field).joined(separator: ",") + "\n" }.joined()
  }
}
