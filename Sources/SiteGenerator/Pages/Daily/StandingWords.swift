import ALVH
import Quant
import SVGCharts

/// What a standing profile does, in words.
enum StandingWords {
  /// One line: what happens to the hedge, what stands in the way, and how many condors are sold.
  static func line(_ decision: StandingDecision) -> String {
    ([hedge(decision)] + obstacles(decision) + [book(decision)].compactMap { $0 })
      .joined(separator: "; ")
  }

  /// The action on the hedge.
  static func hedge(_ decision: StandingDecision) -> String {
    switch decision.action {
    case .none: "no hedge"
    case .unavailable: "cannot buy its hedge"
    case .open: "buys: \(orders(decision.orders))"
    case .roll: "replaces: \(orders(decision.orders))"
    case .close: "closes: \(orders(decision.orders))"
    case .hold: "holds \(holdings(decision))"
    }
  }

  /// Orders as `+4 VIX 17 Feb 22 calls`.
  static func orders(_ orders: [StandingOrder]) -> String {
    orders.map { contracts($0.quantity, $0.contract) }.joined(separator: ", ")
  }

  private static func holdings(_ decision: StandingDecision) -> String {
    decision.layers.compactMap { layer in
      layer.contract.map { contracts(layer.quantity, $0) }
    }.joined(separator: ", ")
  }

  private static func contracts(_ quantity: Int, _ contract: OptionContract) -> String {
    let strike = NumberText.fixed(
      contract.strike, decimals: ActionWords.strikeDecimals(contract.strike))
    let root = contract.root == .vix ? "VIX" : "SPX"
    return "\(NumberText.fixed(Double(quantity), decimals: 0, signed: true)) \(root) "
      + "\(NumberText.short(contract.expiration)) \(strike) "
      + contract.right.word + (abs(quantity) == 1 ? "" : "s")
  }

  private static func obstacles(_ decision: StandingDecision) -> [String] {
    decision.layers.enumerated().compactMap { index, layer in
      layer.obstacle.map { "layer\u{A0}\(index + 1) \(words($0))" }
    }
  }

  private static func words(_ obstacle: StandingLayerState.Obstacle) -> String {
    switch obstacle {
    case .noExpiration(let nearest?):
      "has no expiration near its tenor (nearest \(NumberText.short(nearest)))"
    case .noExpiration(nil): "has no listed expiration that far out"
    case .noQuote(let expiration): "has no usable quote for \(NumberText.short(expiration))"
    case .lessThanOneContract: "comes to less than one contract"
    case .missingInput: "cannot be sized, an input is missing"
    }
  }

  private static func book(_ decision: StandingDecision) -> String? {
    guard let size = decision.bookSize else { return "size of the book unknown without VIX" }
    if size == 0 { return "no new condors at this VIX" }
    return size == 1 ? nil : "\(NumberText.percent(size, decimals: 0)) of the usual condors"
  }
}
