import Quant

/// The method's paper hedge account: holdings, orders waiting for the next close, and cost.
struct HedgeLedger {
  private(set) var positions: [HedgePosition] = []
  private(set) var orders: [HedgeOrder] = []
  private(set) var episodes: [HedgeEpisode] = []
  private(set) var episodeStart: CalendarDate?
  private(set) var paidDollars = 0.0
  private(set) var receivedDollars = 0.0

  /// What happened to yesterday's orders at today's close.
  struct Settlement {
    var fills: [HedgeFill] = []
    var unfilled: [HedgeOrder] = []
  }

  /// Fills waiting orders at the session's quotes: purchases at the ask, sales at the bid.
  ///
  /// An order without a quote waits for the next session. A contract that has expired is taken off
  /// at its intrinsic value on the VIX close.
  mutating func settle(in market: SessionMarket, commission: Double) -> Settlement {
    var settlement = Settlement()
    var waiting: [HedgeOrder] = []
    for order in orders {
      guard let price = price(of: order, in: market) else {
        settlement.unfilled.append(order)
        waiting.append(order)
        continue
      }
      let fill = HedgeFill(
        order: order, price: price,
        commissionDollars: (commission * Double(order.quantity.magnitude)).bounded)
      apply(fill, on: market.date)
      settlement.fills.append(fill)
    }
    orders = waiting
    closeEpisodeIfFlat(on: market.date)
    return settlement
  }

  private func price(of order: HedgeOrder, in market: SessionMarket) -> Double? {
    if let quote = market.vixQuotes[order.contract] {
      return order.quantity > 0 ? quote.ask : quote.bid
    }
    guard order.contract.expiration <= market.date, order.quantity < 0, let vix = market.vix else {
      return nil
    }
    return max(0, vix - order.contract.strike)
  }

  private mutating func apply(_ fill: HedgeFill, on date: CalendarDate) {
    let dollars = (fill.price * 100 * Double(fill.order.quantity.magnitude)).bounded
    if fill.order.quantity > 0 {
      if episodeStart == nil { episodeStart = date }
      paidDollars = (paidDollars + (dollars + fill.commissionDollars).bounded).bounded
      positions.append(
        HedgePosition(
          contract: fill.order.contract, quantity: fill.order.quantity, layer: fill.order.layer,
          entryPrice: fill.price, entryDate: date))
    } else {
      receivedDollars = (receivedDollars + (dollars - fill.commissionDollars).bounded).bounded
      reduce(fill.order.contract, by: -fill.order.quantity)
    }
  }

  /// Takes contracts off, the highest layer first.
  private mutating func reduce(_ contract: OptionContract, by quantity: Int) {
    var left = quantity
    let order = positions.indices
      .filter { positions[$0].contract == contract }
      .sorted { positions[$0].layer > positions[$1].layer }
    for index in order where left > 0 {
      let taken = min(left, positions[index].quantity)
      positions[index].quantity -= taken
      left -= taken
    }
    positions.removeAll { $0.quantity == 0 }
  }

  private mutating func closeEpisodeIfFlat(on date: CalendarDate) {
    guard let start = episodeStart, positions.isEmpty else { return }
    episodes.append(
      HedgeEpisode(
        start: start, end: date, costDollars: (paidDollars - receivedDollars).bounded))
    episodeStart = nil
    paidDollars = 0
    receivedDollars = 0
  }

  /// Contracts held of one kind.
  func held(_ contract: OptionContract) -> Int {
    positions.filter { $0.contract == contract }.reduce(0) { $0 + $1.quantity }
  }

  /// Distinct contracts held, in contract order.
  var contracts: [OptionContract] { Set(positions.map(\.contract)).sorted() }

  /// Replaces waiting orders by those that turn the holdings into the target.
  mutating func order(_ target: [OptionContract: Int], layer: Int) {
    let all = Set(target.keys).union(contracts).sorted()
    orders = all.compactMap { contract in
      let change = (target[contract] ?? 0) - held(contract)
      return change == 0 ? nil : HedgeOrder(contract: contract, quantity: change, layer: layer)
    }
  }
}
