extension SmileChart {
  /// One row for every strike of every expiry: bid, ask, mid and the modelled value.
  public var table: FigureTable {
    let hasModel = expiries.prefix(4).contains { !$0.model.isEmpty }
    let strikes = expiries.prefix(4).flatMap { $0.quotes.map(\.strike) + $0.model.map(\.strike) }
    var columns: [FigureTable.Column] = [
      .init("Expiry"), .init("Forward", decimals: 1),
      .init("Strike", decimals: DecimalsNeeded.of(strikes)),
      .init("Bid", unit: "vol points", decimals: decimals),
      .init("Ask", unit: "vol points", decimals: decimals),
      .init("Mid", unit: "vol points", decimals: decimals),
    ]
    if hasModel { columns.append(.init("Model", unit: "vol points", decimals: decimals)) }
    var table = FigureTable(columns: columns)
    for expiry in expiries.prefix(4) {
      for strike in Self.strikes(expiry) {
        let quote = expiry.quotes.first { $0.strike == strike }
        let model = expiry.model.first { $0.strike == strike }
        table.append(
          [.text(expiry.label.wide), .number(expiry.forward ?? .nan), .number(strike)]
            + [quote?.bid, quote?.ask, quote?.mid, model?.value].map { .number($0 ?? .nan) })
      }
    }
    return table
  }

  private static func strikes(_ expiry: Expiry) -> [Double] {
    Set((expiry.quotes.map(\.strike) + expiry.model.map(\.strike)).filter(\.isFinite)).sorted()
  }

  /// The ends and the lowest mid of every expiry, and its value nearest to the forward.
  public var summary: String {
    expiries.prefix(4).compactMap { expiry -> String? in
      let known = expiry.quotes.filter { $0.mid.isFinite && $0.strike.isFinite }
        .sorted { $0.strike < $1.strike }
      guard let first = known.first, let last = known.last,
        let low = known.min(by: { $0.mid < $1.mid })
      else { return nil }
      guard known.count > 1 else { return "\(expiry.label.wide): \(text(first)) alone." }
      var words = "\(expiry.label.wide): \(text(first)), lowest \(text(low)), \(text(last))"
      if let forward = expiry.forward, forward.isFinite,
        let near = known.min(by: { abs($0.strike - forward) < abs($1.strike - forward) })
      {
        words +=
          "; nearest to the forward of \(ValueUnit.text(forward, decimals: 1)): \(text(near))"
      }
      return words + "."
    }.joined(separator: " ")
  }

  private func text(_ quote: Quote) -> String {
    let strike = ValueUnit.text(quote.strike, decimals: DecimalsNeeded.of([quote.strike]))
    return "\(ValueUnit.text(quote.mid, decimals: decimals)) at \(strike)"
  }
}
