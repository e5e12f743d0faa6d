import Quant

/// The paper account of a standing plan: one contract for each layer, and what they have cost.
struct StandingAccount {
  /// A layer's contract and how many of it; negative when sold.
  struct Holding {
    var contract: OptionContract
    var quantity: Int
  }

  private(set) var holdings: [Int: [Holding]] = [:]
  private(set) var orders: [StandingOrder] = []
  private(set) var spentDollars = 0.0

  /// The contracts of a layer.
  func holdings(of layer: Int) -> [Holding] { holdings[layer] ?? [] }

  /// Replaces the orders that wait for the next close.
  mutating func place(_ orders: [StandingOrder]) { self.orders = orders }

  /// Fills waiting orders: purchases at the ask, sales at the bid.
  ///
  /// The orders of one layer fill together or wait together: a roll of which only the purchase filled
  /// would leave the layer with both contracts.
  ///
  /// A contract whose expiration has passed is taken off at its intrinsic value on the session's
  /// VIX or index close; the settlement value itself is not in the history.
  mutating func settle(
    in market: SessionMarket, commission: Double
  ) -> (fills: [StandingFill], unfilled: [StandingOrder]) {
    var fills: [StandingFill] = []
    var waiting: [StandingOrder] = []
    let stuck = Set(orders.filter { price(of: $0, in: market) == nil }.map(\.layer))
    for order in orders {
      guard !stuck.contains(order.layer), let price = price(of: order, in: market) else {
        waiting.append(order)
        continue
      }
      let fill = StandingFill(
        order: order, price: price,
        commissionDollars: (commission * Double(order.quantity.magnitude)).bounded)
      apply(fill)
      fills.append(fill)
    }
    orders = waiting
    expire(in: market)
    return (fills, waiting)
  }

  private func price(of order: StandingOrder, in market: SessionMarket) -> Double? {
    guard let quote = market.quote(order.contract) else { return nil }
    let price = order.quantity > 0 ? quote.ask : quote.bid
    return price.isFinite && price >= 0 ? price : nil
  }

  private mutating func apply(_ fill: StandingFill) {
    let order = fill.order
    let paid = (Double(order.quantity) * order.contract.root.multiplier * fill.price).bounded
    spentDollars = (spentDollars + (paid + fill.commissionDollars).bounded).bounded
    add(order.quantity, of: order.contract, to: order.layer)
  }

  private mutating func add(_ quantity: Int, of contract: OptionContract, to layer: Int) {
    var held = holdings[layer] ?? []
    if let index = held.firstIndex(where: { $0.contract == contract }) {
      held[index].quantity = held[index].quantity.boundedSum(quantity)
    } else {
      held.append(Holding(contract: contract, quantity: quantity))
    }
    holdings[layer] = held.filter { $0.quantity != 0 }.sorted { $0.contract < $1.contract }
  }

  private mutating func expire(in market: SessionMarket) {
    for layer in holdings.keys.sorted() {
      for holding in holdings(of: layer) where holding.contract.expiration <= market.date {
        guard let level = holding.contract.root == .vix ? market.vix : market.spot else { continue }
        let value =
          Double(holding.quantity) * holding.contract.root.multiplier
          * holding.contract.intrinsicValue(at: level)
        spentDollars = (spentDollars - value.bounded).bounded
        add(holding.quantity.boundedNegative, of: holding.contract, to: layer)
      }
    }
    let gone = orders.filter { $0.contract.expiration <= market.date }
    orders.removeAll { gone.contains($0) }
  }
}
