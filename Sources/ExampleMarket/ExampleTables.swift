import Quant

/// The text of the modelled files, one row a record, LF line ends.
enum ExampleTables {
  static func futures(_ settlements: [FuturesSettlement]) -> String {
    table(
      "date,expiration,settle",
      settlements.map { "\($0.date),\($0.expiration),\(DecimalText.fixed($0.settle, places: 3))" })
  }

  static func quotes(_ quotes: [OptionQuote]) -> String {
    table(
      "date,root,expiration,strike,right,bid,ask",
      quotes.map { quote in
        let contract = quote.contract
        return "\(quote.date),\(contract.root.rawValue),\(contract.expiration),"
          + "\(DecimalText.strike(contract.strike)),\(contract.right.rawValue),"
          + "\(DecimalText.fixed(quote.bid, places: 2)),\(DecimalText.fixed(quote.ask, places: 2))"
      })
  }

  static func breadth(_ counts: [BreadthModel.Count]) -> String {
    table(
      "date,advances,declines,unchanged",
      counts.map { "\($0.date),\($0.advances),\($0.declines),\($0.unchanged)" })
  }

  static func positions(_ positions: [Position]) -> String {
    table(
      "symbol,quantity,entry_price,entry_date",
      positions.map { position in
        "\(OptionSymbol.format(position.contract)),\(position.quantity),"
          + "\(DecimalText.fixed(position.entryPrice, places: 2)),\(position.entryDate)"
      })
  }

  private static func table(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }
}
