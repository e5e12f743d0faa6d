import Quant

/// The trades that move the put side of a structure down.
struct WideningOrder {
  private var steps: [(contract: OptionContract, quantity: Int, opens: Bool)] = []

  /// Finds the puts to move: the short one and, for a shift, the long one.
  init(
    _ structure: RecognisedStructure, mode: PutSideWideningMode, distance: Double
  ) throws(PutSideWideningProblem) {
    let puts = structure.legs.filter { $0.contract.right == .put }
    let short = puts.filter { $0.quantity < 0 }.max { $0.contract < $1.contract }
    let long = puts.filter { $0.quantity > 0 }.min { $0.contract < $1.contract }
    guard let short else { throw .noShortPut }
    switch mode {
    case .shiftSpread:
      guard let long else { throw .noLongPut }
      guard long.contract.strike > distance else { throw .noWidthLeft }
      add(moving: short, by: distance)
      add(moving: long, by: distance)
    case .shortOnly:
      guard short.contract.strike - distance > max(long?.contract.strike ?? 0, 0) else {
        throw .noWidthLeft
      }
      add(moving: short, by: distance)
    }
    // Closing first; where the moved long takes the old short's place the two stay separate trades.
    steps = steps.filter { !$0.opens } + steps.filter(\.opens)
  }

  private mutating func add(moving leg: BookLeg, by distance: Double) {
    var moved = leg.contract
    moved.strike -= distance
    steps.append((leg.contract, leg.quantity.boundedNegative, false))
    steps.append((moved, leg.quantity, true))
  }

  /// The trades at their quotes.
  func trades(
    _ quotes: [OptionContract: OptionQuote]
  ) throws(PutSideWideningProblem) -> [QuotedTrade] {
    var trades: [QuotedTrade] = []
    for step in steps {
      guard let quote = quotes[step.contract], quote.bid >= 0, quote.ask >= quote.bid,
        quote.ask > 0, quote.ask.isFinite, step.quantity > 0 || !step.opens || quote.bid > 0
      else { throw .notQuoted(step.contract) }
      trades.append(
        QuotedTrade(
          contract: step.contract, quantity: step.quantity,
          price: step.quantity > 0 ? quote.ask : quote.bid))
    }
    return trades
  }
}
