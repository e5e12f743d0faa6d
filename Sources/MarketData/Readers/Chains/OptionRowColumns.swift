import Quant

/// Where a chain with one option a row keeps its columns.
struct OptionRowColumns {
  let date: CSVColumn
  let root: CSVColumn
  let expiration: CSVColumn
  let strike: CSVColumn
  let right: CSVColumn
  let side: ChainSide
  let underlying: UnderlyingColumns

  /// The names one vendor uses.
  struct Names {
    var date: String
    var root: String
    var expiration = "expiration"
    var strike = "strike"
    var right: String
    var bid: String
    var ask: String
    var underlyingBid = ""
    var underlyingAsk = ""
    var underlyingLevel = ""
    var volatility: String
    var volume: String
    var openInterest: String

    /// The columns without which nothing can be read.
    var required: [String] { [date, root, expiration, strike, right, bid, ask] }

    /// The columns that are read when they are there.
    var optional: [String] {
      [underlyingBid, underlyingAsk, underlyingLevel, volatility, volume, openInterest]
        .filter { !$0.isEmpty }
    }
  }

  init(_ header: CSVHeader, _ names: Names) {
    func column(_ name: String) -> CSVColumn {
      CSVColumn(name: name, position: header.positions[name])
    }
    date = column(names.date)
    root = column(names.root)
    expiration = column(names.expiration)
    strike = column(names.strike)
    right = column(names.right)
    side = ChainSide(
      bid: column(names.bid), ask: column(names.ask), volatility: column(names.volatility),
      volume: column(names.volume), openInterest: column(names.openInterest))
    underlying = UnderlyingColumns(
      bid: column(names.underlyingBid), ask: column(names.underlyingAsk),
      level: column(names.underlyingLevel))
  }
}

/// The underlying's level in a row: a level of its own, or the middle of bid and ask.
struct UnderlyingColumns {
  let bid: CSVColumn
  let ask: CSVColumn
  let level: CSVColumn

  /// The level.
  ///
  /// Zeros are missing. A number that cannot be read is reported and left out.
  func value(in sheet: inout ChainSheet) -> Double? {
    if let level = sheet.besideQuote(level), level > 0 { return level }
    guard let bid = sheet.besideQuote(bid), let ask = sheet.besideQuote(ask), bid > 0, ask > 0
    else { return nil }
    return (bid + ask) / 2
  }
}
